import type { Database } from "better-sqlite3";

/** How long the log is, and every table beside it: two stores at the same clock have the same. */
export interface LogLength {
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Of all samples: their numbers of arrival and their totals; text, since they outgrow a double. */
  readonly samples: { readonly arrivals: string; readonly pieces: string };
  /** The last number of arrival of what people did, and of rare facts; null when there are none. */
  readonly lastAct: number | null;
  readonly lastFact: number | null;
  /** Bytes that wait in the inbox. */
  readonly inboxBytes: number;
}

/** Reads all of the log once: some seconds for a year of samples. For the backup's own thread. */
export function readLogLength(sqlite: Database): LogLength {
  const pluck = <Value>(sql: string) => sqlite.prepare<[], Value>(sql).pluck();
  const tables = pluck<string>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  ).all();
  const count = (table: string): number =>
    pluck<number>(`SELECT count(*) FROM "${table}"`).get() ?? 0;
  const [samples] = sqlite
    .prepare<[], { arrivals: string; pieces: string }>(
      `SELECT CAST(coalesce(sum(n), 0) AS TEXT) AS arrivals,
              CAST(coalesce(sum(pieces), 0) AS TEXT) AS pieces FROM samples`,
    )
    .all();
  return {
    rows: Object.fromEntries(tables.map((table) => [table, count(table)])),
    samples: samples ?? { arrivals: "0", pieces: "0" },
    lastAct: pluck<number | null>("SELECT max(n) FROM acts").get() ?? null,
    lastFact: pluck<number | null>("SELECT max(n) FROM facts").get() ?? null,
    inboxBytes: pluck<number>("SELECT coalesce(sum(length(body)), 0) FROM inbox").get() ?? 0,
  };
}
