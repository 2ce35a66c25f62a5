import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Codes of an authenticator (RFC 6238): SHA-1, six digits, a new one each half minute, which is what all of them know. */
const STEP_MS = 30_000;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** Clocks differ and people type slowly: the code before and the one after count too (5.2). */
const DRIFT_STEPS = 1;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A new secret, in base32 (RFC 4648, 6), as it is typed where no camera reads it. */
export function createTotpSecret(): string {
  const bits = [...randomBytes(SECRET_BYTES)].map((byte) => byte.toString(2).padStart(8, "0"));
  const groups = bits.join("").match(/.{5}/g) ?? [];
  return groups.map((group) => BASE32[Number.parseInt(group, 2)]).join("");
}

/** The interval of a code that is right at a moment (UTC ms); null: it is not right. */
export function totpStepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const present = Math.floor(now / STEP_MS);
  const steps = [present, present - DRIFT_STEPS, present + DRIFT_STEPS];
  const given = Buffer.from(code);
  // All are compared, so that how long it takes does not tell which.
  const right = steps.filter((step) => timingSafeEqual(Buffer.from(totpAt(secret, step)), given));
  return right[0] ?? null;
}

/** The code of an interval (RFC 4226, 5.3). */
export function totpAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** What an authenticator reads from the QR code. */
export function totpUri(secret: string, { name, workshop }: { name: string; workshop: string }) {
  const label = `${workshop}:${name}`;
  const query = new URLSearchParams({ secret, issuer: workshop }).toString().replaceAll("+", "%20");
  return `otpauth://totp/${encodeURIComponent(label)}?${query}`;
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
