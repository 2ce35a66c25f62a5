import { PAIRING_SETTING } from "@trame/shared";
import { openReader } from "../database.ts";

/** Up to where a backup's log goes. */
export interface LogMark {
  /** Its last number of arrival among facts; null when there are none. */
  readonly lastFact: number | null;
  /** When the last thing in it was received, UTC ms; null when nothing ever was. */
  readonly lastAt: number | null;
  /** Cartons in it, and those that were opened again. */
  readonly cartons: number;
  readonly cartonsOpened: number;
}

/** What people changed in a store since a mark, that is no act about the floor. */
export interface ChangedSince {
  /** Keys, ids of styles and of orders: each once, whatever the times it was changed. */
  readonly settings: readonly string[];
  readonly styles: readonly string[];
  /** Styles whose routing got another version. */
  readonly routings: readonly string[];
  readonly orders: readonly string[];
  /** Times that somebody's sheet was changed: whose, the log does not say. */
  readonly people: number;
  readonly cartons: number;
  readonly cartonsOpened: number;
}

type Database = ReturnType<typeof openReader>;

/** Reads it from one snapshot of a store. For the backups' own thread. */
export function readChangedSince(store: string, mark: LogMark): ChangedSince {
  const sqlite = openReader(store);
  try {
    return sqlite.transaction(() => changedIn(sqlite, mark))();
  } finally {
    sqlite.close();
  }
}

function changedIn(sqlite: Database, mark: LogMark): ChangedSince {
  const left = leftAt(sqlite, mark);
  const shared = Math.min(mark.lastFact ?? 0, (left?.n ?? Infinity) - 1);
  const rows = sqlite
    .prepare<[number], { what: string; subject: string | null; times: number }>(
      `SELECT body ->> '$.what' AS what, body ->> '$.subject' AS subject, count(*) AS times
       FROM facts WHERE kind = 'changed' AND n > ? GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all(shared);
  const of = (thing: string): string[] =>
    rows.flatMap(({ what, subject }) => (what === thing && subject !== null ? [subject] : []));
  const leftMs = left?.at ?? Infinity;
  return {
    // Who may come in stays as it is ([AC16]).
    settings: of("setting").filter((key) => key !== PAIRING_SETTING),
    styles: of("style"),
    routings: of("routing"),
    orders: of("order"),
    people: rows.reduce((sum, { what, times }) => (what === "person" ? sum + times : sum), 0),
    cartons: rowsSince(momentsOf(sqlite, "packed_at", "cartons"), leftMs, mark.cartons),
    cartonsOpened: rowsSince(
      momentsOf(sqlite, "opened_at", "cartons_opened"),
      leftMs,
      mark.cartonsOpened,
    ),
  };
}

/**
 * The first restore after a mark, null when there was none: from there on the store goes its own way, and numbers
 * of arrival that both have no longer mean the same.
 */
function leftAt(sqlite: Database, { lastAt }: LogMark): { n: number; at: number } | null {
  const first = sqlite
    .prepare<[number], { n: number; at: number }>(
      `SELECT n, recorded_at AS at FROM facts
       WHERE kind = 'changed' AND body ->> '$.what' = 'backup' AND recorded_at > ?
       ORDER BY n LIMIT 1`,
    )
    .get(lastAt ?? -1);
  return first ?? null;
}

function momentsOf(sqlite: Database, column: string, table: string): number[] {
  return sqlite.prepare<[], number>(`SELECT ${column} FROM ${table}`).pluck().all();
}

/** Rows are appended and never go: what both have is what the shorter of the two has. */
function rowsSince(moments: readonly number[], leftMs: number, marked: number): number {
  const before = moments.filter((at) => at <= leftMs).length;
  return moments.length - Math.min(before, marked);
}
