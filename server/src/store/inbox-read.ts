import type { Database } from "better-sqlite3";
import { COLUMN, type InboxRow, readRows } from "./inbox-rows.ts";

/** Reads what the rows of `inbox` hold and `samples` does not yet, in order of arrival. */
export function readInbox(sqlite: Database): InboxRow[] {
  const bodies = sqlite.prepare<[], Uint8Array>("SELECT body FROM inbox ORDER BY id").pluck();
  const top = sqlite
    .prepare<[number], number | null>("SELECT max(seq) FROM samples WHERE boot_id = ?")
    .pluck();
  const tops = new Map<number, number>();
  const topOf = (bootId: number): number => {
    let seq = tops.get(bootId);
    if (seq === undefined) {
      seq = top.get(bootId) ?? 0;
      tops.set(bootId, seq);
    }
    return seq;
  };
  return bodies
    .all()
    .flatMap((body) => readRows(body))
    .filter(({ values }) => numberOf(values, "seq") > topOf(numberOf(values, "bootId")));
}

/** A number of a row. */
export function numberOf(values: InboxRow["values"], column: keyof typeof COLUMN): number {
  return values[COLUMN[column]] ?? Number.NaN;
}
