/** Certificates as a workshop brings them, or as a thief makes them with a stolen authority. */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Keys, makeAuthority, makeLeaf } from "../../../../server/src/tls/make-x509.ts";

const DAY_MS = 86_400_000;

export interface OwnPairOptions {
  readonly name: string;
  readonly days?: number;
  /** Path of an authority's files without `.pem` and `-key.pem`; a new one otherwise. */
  readonly signer?: string;
}

/** Makes a pair; puts it where the workshop's own is looked for, unless a thief signs it. */
export function makeOwnPair(data: string, { name, days = 90, signer }: OwnPairOptions) {
  const from = Math.floor(Date.now() / 1_000) * 1_000 - DAY_MS / 2;
  const term = { from, to: from + days * DAY_MS };
  const keys = makeKeys();
  const authority = signer === undefined ? newAuthority(name, term) : readAuthority(signer);
  const cert = makeLeaf({ dns: [name], ips: [] }, term, { keys, authority });
  const key = String(keys.privateKey.export({ type: "pkcs8", format: "pem" }));
  if (signer === undefined) {
    mkdirSync(join(data, "tls"), { recursive: true });
    writeFileSync(join(data, "tls", "key.pem"), key);
    writeFileSync(join(data, "tls", "cert.pem"), cert);
  }
  return { key, cert: `${cert}${authority.pem}`, authority: authority.pem };
}

function newAuthority(name: string, term: { from: number; to: number }) {
  const keys = makeKeys();
  const allowed = { dns: [name], nets: ["127.0.0.0/8"] };
  return { ...keys, pem: makeAuthority(`Authority of ${name}`, term, { keys, allowed }) };
}

function readAuthority(path: string) {
  const privateKey = createPrivateKey(readFileSync(`${path}-key.pem`));
  return {
    privateKey,
    publicKey: createPublicKey(privateKey),
    pem: readFileSync(`${path}.pem`, "utf8"),
  };
}

function makeKeys(): Keys {
  return generateKeyPairSync("ec", { namedCurve: "prime256v1" });
}
