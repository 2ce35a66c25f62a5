import { createPrivateKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Keys, Names } from "./make-x509.ts";
import { allowedFor, within } from "./own-names.ts";
import { faultOf, type Served } from "./served.ts";

/** A certificate made here, and the authority that signed it. */
export interface MadePair {
  readonly served: Served;
  /** PEM: what a device is to trust. */
  readonly authority: string;
  /** Names that its authority, made before they were wanted, may not sign for. */
  readonly uncovered: readonly string[];
  /** When it is to be made again, UTC ms. */
  readonly renewAt: number;
}

export interface MadeDeps {
  /** Of the certificates, made when missing. */
  readonly folder: string;
  readonly names: Names;
  /** UTC ms. */
  readonly now: number;
}

const DAY_MS = 86_400_000;
/** What browsers and telephones take at most. */
const LEAF_DAYS = 397;
const RENEW_DAYS_BEFORE = 30;
const AUTHORITY_DAYS = 3_650;
/** The clock of a tablet may be behind ours. */
const BEGINS_DAYS_BEFORE = 1;

/**
 * The certificate that this server makes for itself: read, or made where it is missing, ends soon or was made for other names.
 * The authority that signs it, which devices trust once, outlives it by years.
 */
export async function readyMadePair(deps: MadeDeps): Promise<MadePair> {
  const folder = join(deps.folder, "made");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = readAuthority(folder, deps.now) ?? (await makeAuthority(folder, deps));
  const kept = readLeaf(folder, { ...deps, authority: authority.cert });
  const leaf = kept ?? (await makeLeaf(folder, { ...deps, authority }));
  const { validToDate } = new X509Certificate(leaf.cert);
  const allowed = { dns: authority.domains, nets: [] };
  const covered = within(allowed, deps.names);
  return {
    served: { key: leaf.key, cert: `${leaf.cert}${authority.cert}`, origin: "made" },
    authority: authority.cert,
    uncovered: [...deps.names.dns, ...deps.names.ips].filter(
      (name) => !covered.dns.includes(name) && !covered.ips.includes(name),
    ),
    renewAt: validToDate.getTime() - RENEW_DAYS_BEFORE * DAY_MS,
  };
}

/** PEM both; and what it may sign for. */
interface Authority {
  readonly cert: string;
  readonly key: string;
  readonly domains: readonly string[];
}

function readAuthority(folder: string, now: number): Authority | null {
  const pair = readPair(folder, "ca");
  const domains = readJson(join(folder, "ca.json"));
  if (pair === null || !isTexts(domains)) return null;
  const lasts = LEAF_DAYS * DAY_MS;
  return lastsUntil(pair, now + lasts) ? { ...pair, domains } : null;
}

async function makeAuthority(folder: string, { names, now }: MadeDeps): Promise<Authority> {
  const x509 = await import("./make-x509.ts");
  const keys = makeKeys();
  const allowed = allowedFor(names);
  const [, machine = "localhost"] = names.dns;
  const term = termOf(now, AUTHORITY_DAYS);
  const cert = x509.makeAuthority(`Trame (${machine})`, term, { keys, allowed });
  const key = pemOf(keys);
  keep(folder, { "ca.json": JSON.stringify(allowed.dns), "ca-key.pem": key, "ca.pem": cert });
  return { cert, key, domains: allowed.dns };
}

function readLeaf(folder: string, { names, now, authority }: MadeDeps & { authority: string }) {
  const pair = readPair(folder, "leaf");
  if (pair === null || !lastsUntil(pair, now + RENEW_DAYS_BEFORE * DAY_MS)) return null;
  const { publicKey } = new X509Certificate(authority);
  if (!new X509Certificate(pair.cert).verify(publicKey)) return null;
  const madeFor = JSON.stringify(readJson(join(folder, "leaf.json")));
  return madeFor === JSON.stringify(names) ? pair : null;
}

async function makeLeaf(folder: string, deps: MadeDeps & { authority: Authority }) {
  const { authority, names, now } = deps;
  const x509 = await import("./make-x509.ts");
  const keys = makeKeys();
  const privateKey = createPrivateKey(authority.key);
  const { publicKey } = new X509Certificate(authority.cert);
  const cert = x509.makeLeaf(
    within({ dns: authority.domains, nets: [] }, names),
    termOf(now, LEAF_DAYS),
    { keys, authority: { privateKey, publicKey, pem: authority.cert } },
  );
  const key = pemOf(keys);
  keep(folder, { "leaf-key.pem": key, "leaf.pem": cert, "leaf.json": JSON.stringify(names) });
  return { cert, key };
}

function readPair(folder: string, name: string): { cert: string; key: string } | null {
  const [cert, key] = [`${name}.pem`, `${name}-key.pem`].map((file) =>
    readText(join(folder, file)),
  );
  return cert == null || key == null ? null : { cert, key };
}

function lastsUntil(pair: Pick<Served, "cert" | "key">, moment: number): boolean {
  return faultOf(pair, moment) === null;
}

function makeKeys(): Keys {
  return generateKeyPairSync("ec", { namedCurve: "prime256v1" });
}

function pemOf({ privateKey }: Keys): string {
  return String(privateKey.export({ type: "pkcs8", format: "pem" }));
}

function termOf(now: number, days: number) {
  // Whole seconds: a certificate knows no others.
  const from = Math.floor(now / 1_000) * 1_000 - BEGINS_DAYS_BEFORE * DAY_MS;
  return { from, to: from + days * DAY_MS };
}

/** Each file whole or not at all, for its owner alone. */
function keep(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readText(file) ?? "null");
  } catch {
    return null;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
