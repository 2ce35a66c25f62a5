import { isIPv6 } from "node:net";
import type { HoldsBack } from "./access/permit.ts";
import { isKnown } from "./access/principal.ts";
import { refuse } from "./refuse.ts";

/** How much one terminal may ask before it has said who it is. */
export interface RateLimits {
  /** Requests at once. */
  readonly burst: number;
  readonly perSecond: number;
  /** Terminals remembered; of more the one that asked longest ago is forgotten. */
  readonly terminalsMax: number;
}

const DEFAULT_LIMITS: RateLimits = { burst: 1_000, perSecond: 50, terminalsMax: 2_000 };

/**
 * Slows down terminals that nobody knows ([TL9]). Stations, walls, people who are signed in and programs with a key are not counted:
 * the floor never waits.
 * @param now ms from any start
 */
export function limitRate(limits = DEFAULT_LIMITS, now = () => performance.now()): HoldsBack {
  const buckets = createBuckets(limits);
  return (request, reply) => {
    const { principal, ip } = request;
    if (isKnown(principal) || principal.kind === "local") return false;
    const waitMs = buckets.take(terminalOf(ip), now());
    if (waitMs === 0) return false;
    const seconds = Math.ceil(waitMs / 1_000);
    reply.header("retry-after", seconds);
    // Nor does it keep a connection open between two of them.
    reply.header("connection", "close");
    reply.send(refuse(request, reply, { code: "too-many-tries", blanks: { seconds } }));
    return true;
  };
}

/** Token buckets, one a terminal. */
export function createBuckets({ burst, perSecond, terminalsMax }: RateLimits) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    get size() {
      return buckets.size;
    },
    /** How long to wait, in ms; 0: go on. */
    take(terminal: string, at: number): number {
      const before = buckets.get(terminal) ?? { left: burst, at };
      const left = Math.min(burst, before.left + ((at - before.at) / 1_000) * perSecond);
      const isFree = left >= 1;
      // Put at the end: the first one asked longest ago.
      buckets.delete(terminal);
      buckets.set(terminal, { left: isFree ? left - 1 : left, at });
      const [oldest] = buckets.keys();
      if (buckets.size > terminalsMax && oldest !== undefined) buckets.delete(oldest);
      return isFree ? 0 : ((1 - left) / perSecond) * 1_000;
    },
  };
}

/** The part of an address that one machine can't change at will: it has a whole /64 of IPv6 addresses. */
export function terminalOf(ip: string): string {
  return isIPv6(ip) && !ip.startsWith("::ffff:") ? ip.split(":").slice(0, 4).join(":") : ip;
}
