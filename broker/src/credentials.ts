import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * A secret as it is stored: salted SHA-256. Device secrets are random, so no slow hash is needed.
 * Plain bytes: what comes from another thread is no Buffer any more.
 */
export interface HashedSecret {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

/** A device that the plan names, and how it proves who it is. */
export interface DeviceCredential {
  readonly deviceId: string;
  readonly make: "trame" | "tasmota";
  /** Tasmota's `%topic%`; the device id for our own. */
  readonly topic: string;
  /** Null while the device still uses the pairing code. */
  readonly secret: HashedSecret | null;
  /** Offered in place of the secret, which holds until the device has come with this one. */
  readonly next?: HashedSecret | null;
  /** Its secret was taken back: it is not let in, not even with the pairing code. */
  readonly isRevoked?: boolean;
}

const SALT_BYTES = 16;

/** Hashes a secret with a fresh salt. */
export function hashSecret(secret: string): { readonly salt: Buffer; readonly hash: Buffer } {
  const salt = randomBytes(SALT_BYTES);
  return { salt, hash: digest(salt, secret) };
}

/** True when `presented` is the secret; takes the same time wherever they differ. */
export function matchesSecret(presented: Buffer | string, secret: HashedSecret): boolean {
  const hash = digest(secret.salt, presented);
  return hash.length === secret.hash.length && timingSafeEqual(hash, secret.hash);
}

/** True for the same stored secret, salt included. */
export function isSameSecret(a: HashedSecret | null, b: HashedSecret | null): boolean {
  if (a === null || b === null) return a === b;
  return Buffer.compare(a.salt, b.salt) === 0 && Buffer.compare(a.hash, b.hash) === 0;
}

function digest(salt: Uint8Array, secret: Buffer | string): Buffer {
  return createHash("sha256").update(salt).update(secret).digest();
}
