import { createHash } from "node:crypto";

/** What a column of the log holds. */
export type Stored = number | string | Uint8Array | null;

/** A line of the journal, as it is stored. */
export interface Line {
  readonly log: "act" | "fact";
  /** Every column, in the order of {@link COLUMNS}. */
  readonly values: readonly Stored[];
}

/**
 * What is sealed of each log: all of its columns, none of which ever changes. A column that a later migration adds is not in
 * the links that there are by then: it needs a {@link VERSION} of its own.
 */
export const COLUMNS = {
  act: [
    ...["n", "run", "key", "kind", "state", "station_id", "assignment_id", "at", "received"],
    ...["clock_off_by", "origin", "is_offline", "boot_id", "seq", "about", "digest", "body"],
    ...["answer", "author"],
  ],
  fact: ["n", "kind", "boot_id", "run", "recorded_at", "body", "author"],
} as const;

const VERSION = "trame-journal-1";

/** What the first link follows. */
export const GENESIS: Uint8Array = new Uint8Array(32);

/**
 * The link of a line: SHA-256 over the version, the link before, the log and each value. Each value is preceded by its type
 * and its length, as in netstrings, so that no two lines are the same bytes: `n` null, `i<decimal>;` a number,
 * `t<bytes>:<UTF-8>` a text, `b<bytes>:<bytes>` a blob.
 */
export function hashLine(before: Uint8Array, { log, values }: Line): Buffer {
  const hash = createHash("sha256");
  // Gathered between blobs: each call into the hash costs more than the text that it adds.
  let text = "";
  for (const value of [VERSION, before, log, ...values]) {
    if (value === null) text += "n";
    else if (typeof value === "number") text += `i${value};`;
    else if (typeof value === "string") text += `t${Buffer.byteLength(value)}:${value}`;
    else {
      hash.update(`${text}b${value.length}:`).update(value);
      text = "";
    }
  }
  hash.update(text);
  return hash.digest();
}
