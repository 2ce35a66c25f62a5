import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** A working day of which the folder holds a version. */
export interface WrittenDay {
  readonly day: DayNumber;
  readonly version: number;
  /** UTC ms. */
  readonly writtenAt: number;
}

/** A working day on which something happened and of which the folder does not hold what it says now. */
export interface UnwrittenDay {
  readonly day: DayNumber;
  /** 1 is the day as it closed. */
  readonly version: number;
  /** UTC ms. */
  readonly changedAt: number;
  /** When its last shift ends, UTC ms; null on a day off. */
  readonly endsAt: number | null;
  /** The version that the folder holds; null when it holds none. */
  readonly written: number | null;
}

export interface EveningRead {
  /** Ascending. */
  readonly unwritten: readonly UnwrittenDay[];
  /** The latest that was written; null before the first. */
  readonly last: WrittenDay | null;
  /** Something of the past is being counted again: what is written now would soon be another. */
  readonly isRefolding: boolean;
}

/** Puts on record which version of a day lies in the folder; on the writer's connection. */
export function createWrittenDays(sqlite: Database): (written: WrittenDay) => void {
  const put = sqlite.prepare<WrittenDay>(
    `INSERT INTO evening_exports (day, version, written_at) VALUES (@day, @version, @writtenAt)
     ON CONFLICT DO UPDATE SET version = excluded.version, written_at = excluded.written_at`,
  );
  return (written) => void put.run(written);
}

/** Reads what is to be written; only days that are not as the folder holds them are looked at. */
export function createEveningRead(
  sqlite: Database,
  { timeline }: { readonly timeline: () => Timeline },
) {
  const unwritten = sqlite.prepare<[number], Omit<UnwrittenDay, "endsAt">>(
    `SELECT d.day, max(1, d.version) AS version, d.changed_at AS changedAt, e.version AS written
     FROM days d LEFT JOIN evening_exports e ON e.day = d.day
     WHERE d.day >= ? AND (e.version IS NULL OR e.version < d.version) ORDER BY d.day`,
  );
  const last = sqlite.prepare<[], WrittenDay>(
    `SELECT day, version, written_at AS writtenAt FROM evening_exports
     ORDER BY written_at DESC, day DESC LIMIT 1`,
  );
  const refolding = sqlite
    .prepare<[], number>(
      "SELECT EXISTS (SELECT 1 FROM marks) OR EXISTS (SELECT 1 FROM bundle_marks)",
    )
    .pluck();
  return sqlite.transaction(
    (since: DayNumber): EveningRead => ({
      unwritten: unwritten.all(since).map((each) => {
        const endsAt = timeline().windowsOf(each.day).at(-1)?.to ?? null;
        return { ...each, endsAt };
      }),
      last: last.get() ?? null,
      isRefolding: refolding.get() === 1,
    }),
  );
}
