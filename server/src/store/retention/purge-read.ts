import type { DayNumber } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Purge } from "./purge.ts";

/** Names of the reads, which the reports' thread answers. */
export const RETENTION_READS: readonly (keyof ReturnType<typeof createRetentionReads>)[] = [
  "readGoneThrough",
  "readPurges",
];

/** A month of nights, and some removals. */
const PURGES_MAX = 60;

/** What is told of purges, over a connection that cannot write. */
export function createRetentionReads(sqlite: Database) {
  const latest = sqlite
    .prepare<[], string>(`SELECT body FROM purges ORDER BY n DESC LIMIT ${PURGES_MAX}`)
    .pluck();
  const gone = sqlite.prepare<[], DayNumber>("SELECT through_day FROM years_gone").pluck();
  return {
    /** The last working day that went by years; before every day where none did. */
    readGoneThrough: (): DayNumber => gone.get() ?? -Infinity,
    /** The latest first. */
    readPurges: (): Purge[] => latest.all().map((body) => JSON.parse(body)),
  };
}
