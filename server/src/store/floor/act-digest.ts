import { createHash } from "node:crypto";
import type { ActRequest } from "./act-request.ts";

/** When it was sent, and whether it had to wait, differ from one delivery to the next. */
const OF_THE_DELIVERY = ["sentAt", "offline"];
/** A badge could be guessed from its digest, and the log names nobody. */
const OF_THE_PERSON = ["badge"];

/** SHA-256 of what an act says: the same for each delivery of it, whatever the order of its fields. */
export function digestAct({ kind, body }: ActRequest): Buffer {
  const fields = Object.entries(body)
    .filter(([name]) => !OF_THE_DELIVERY.includes(name) && !OF_THE_PERSON.includes(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([kind, fields], sortFields))
    .digest();
}

function sortFields(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
