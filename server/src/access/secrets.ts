import { createHash, randomBytes, randomInt } from "node:crypto";

const TOKEN_BYTES = 32;
const ID_BYTES = 9;
/** No two that look alike, none that an accent or a keyboard moves, and none to spell a word with. */
const SIGNS = "CDFGHJKMNPQRTVX3479";

/** 256 bits that nobody can guess, for a cookie or a header. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Names something; it may be guessed. */
export function createId(): string {
  return randomBytes(ID_BYTES).toString("base64url");
}

/** What is kept of a token. It has 256 bits: there is nothing that a slow hash would make harder. */
export function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A code that people read from one screen and type at another. */
export function createCode(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}

/** A code as it was meant, however it was typed. */
export function codeOf(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "");
}
