import { BlockList, isIP } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import type { Allowed, Names } from "./make-x509.ts";

/** Networks that nobody outside a workshop can have: what its authority may sign for, and what it is reached by. */
const LOCAL_NETS = [
  "127.0.0.0/8",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "::1/128",
  "fc00::/7",
] as const;
/** Domains that no registrar sells (RFC 6761, 6762, 8375; ICANN, `internal`), and the one that routers use all the same. */
const LOCAL_DOMAINS = ["localhost", "local", "home.arpa", "internal", "lan"] as const;
const DNS_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** What a machine says of itself. */
export interface Machine {
  readonly hostname: string;
  /** In all of its networks. */
  readonly addresses: readonly string[];
}

/** As it is now: a cable or another Wi-Fi changes it. */
export function readMachine(): Machine {
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return { hostname: hostname(), addresses: found.map(({ address }) => address) };
}

/**
 * Names and addresses under which a machine is found: localhost, its own name, that in `.local`, those of TRAME_NAMES and its
 * addresses in local networks.
 * @param more lower case, as the configuration has checked them
 */
export function ownNames({ hostname: name, addresses }: Machine, more: readonly string[]): Names {
  const own = name.toLowerCase();
  const [first = own] = own.split(".");
  const found = [own, `${first}.local`, ...more.filter((other) => isIP(other) === 0)];
  const named = ["localhost", ...found.filter((dns) => DNS_NAME.test(dns))];
  const given = more.filter((other) => isIP(other) !== 0);
  const ips = ["127.0.0.1", "::1", ...addresses.filter(isLocalAddress), ...given];
  return { dns: [...new Set(named)], ips: [...new Set(ips)] };
}

/** What the authority of a machine with these names may sign for, for as long as it lives. */
export function allowedFor({ dns }: Names): Allowed {
  return { dns: [...new Set([...LOCAL_DOMAINS, ...dns])], nets: LOCAL_NETS };
}

/** The names among these that an authority may sign for. */
export function within(allowed: Allowed, { dns, ips }: Names): Names {
  const covered = (name: string): boolean =>
    allowed.dns.some((domain) => name === domain || name.endsWith(`.${domain}`));
  return { dns: dns.filter(covered), ips: ips.filter(isLocalAddress) };
}

const LOCAL = createList();

/** Whether an address is of a local network; one with a zone (`fe80::1%eth0`) can't be in a certificate. */
function isLocalAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0 || address.includes("%")) return false;
  return LOCAL.check(address, version === 4 ? "ipv4" : "ipv6");
}

function createList(): BlockList {
  const list = new BlockList();
  for (const net of LOCAL_NETS) {
    const [address = "", prefix] = net.split("/");
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? "ipv4" : "ipv6");
  }
  return list;
}
