import { UP_MAX_MS } from "./limits.ts";

/** A JSON object whose fields are still to be checked. */
export type Fields = Readonly<Record<string, unknown>>;

// A byte order mark is kept, so that bytes and text of one message are read alike.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Parses a payload as JSON; null unless it is an object. A key such as `__proto__` becomes an
 * own property of what `JSON.parse` builds and reaches no prototype.
 */
export function parseFields(payload: Uint8Array | string): Fields | null {
  try {
    const text = typeof payload === "string" ? payload : utf8.decode(payload);
    return asFields(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The value as fields to check; null for an array, a text, a number and nothing. */
export function asFields(value: unknown): Fields | null {
  return isFields(value) ? value : null;
}

/** True for an integer from 0 to `max` that a double holds exactly. */
export function isCount(value: unknown, max: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

/** True for milliseconds since power-on. */
export function isUp(value: unknown): value is number {
  return isCount(value, UP_MAX_MS);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
