import { createHash } from "node:crypto";

/** SHA-256 of a secret: what is kept of it, and of one length, so that comparing takes the same time wherever two differ. */
export function digestOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
