import { createHash } from "node:crypto";
import { type DayNumber, formatDay } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { numberOf, readInbox } from "../inbox-read.ts";

/** What a store holds, in so few figures that two of them can be put side by side. */
export interface Outline {
  /** Of the schema. */
  readonly version: number;
  /** Writing transactions so far. */
  readonly clock: number;
  /** When the last thing was received, UTC ms; null when nothing ever was. */
  readonly lastAt: number | null;
  /** Days on which something was counted or done, ascending. */
  readonly days: readonly DayOutline[];
  readonly bundles: {
    readonly count: number;
    readonly open: number;
    readonly good: number;
    readonly rework: number;
    readonly second: number;
    readonly scrap: number;
    readonly inProgress: number;
  };
  readonly orders: readonly { readonly id: string; readonly state: string }[];
  readonly plans: readonly { readonly from: number; readonly sha256: string }[];
  /** Counters that have a secret, and stations whose tablet has a key. */
  readonly devices: readonly string[];
  readonly stations: readonly string[];
}

/** A day in a store. */
export interface DayOutline {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Counted at all stations together. */
  readonly pieces: number;
  readonly stitches: number;
  /** What people did that day, refused or not, as it was received. */
  readonly acts: number;
}

/** Offsets of zones are whole quarters of an hour. */
const QUARTER_MS = 900_000;

/**
 * Reads a store's outline from one snapshot; some milliseconds, whatever the length of the log of samples.
 * @param timeZone in which what people did gets its date
 */
export function readOutline(sqlite: Database, timeZone: string): Outline {
  return sqlite.transaction(() => ({
    version: Number(sqlite.pragma("user_version", { simple: true })),
    clock: one<number>(sqlite, "SELECT coalesce(max(clock), 0) FROM progress") ?? 0,
    lastAt: readLastAt(sqlite),
    days: readDays(sqlite, timeZone),
    bundles: readBundles(sqlite),
    orders: all<Outline["orders"][number]>(sqlite, "SELECT id, state FROM orders ORDER BY id"),
    plans: readPlans(sqlite),
    devices: names(
      sqlite,
      "SELECT device_id FROM devices WHERE secret_hash IS NOT NULL ORDER BY device_id",
    ),
    stations: names(sqlite, "SELECT station_id FROM station_keys ORDER BY station_id"),
  }))();
}

/** The last sample of each boot is found by its key; what waits in the inbox is the newest of all. */
function readLastAt(sqlite: Database): number | null {
  const stored = one<number | null>(
    sqlite,
    `SELECT max(at) FROM (
       SELECT (SELECT received FROM samples WHERE boot_id = id ORDER BY seq DESC LIMIT 1) AS at FROM boots
       UNION ALL SELECT max(received) FROM seals
       UNION ALL SELECT received FROM (SELECT received FROM acts ORDER BY n DESC LIMIT 1)
       UNION ALL SELECT recorded_at FROM (SELECT recorded_at FROM facts ORDER BY n DESC LIMIT 1))`,
  );
  const waiting = readInbox(sqlite).map(({ values }) => numberOf(values, "received"));
  const last = waiting.reduce((latest, at) => Math.max(latest, at), stored ?? -Infinity);
  return last === -Infinity ? null : last;
}

function readDays(sqlite: Database, timeZone: string): DayOutline[] {
  const days = new Map<string, { day: string; pieces: number; stitches: number; acts: number }>();
  const at = (day: string) => {
    const found = days.get(day) ?? { day, pieces: 0, stitches: 0, acts: 0 };
    days.set(day, found);
    return found;
  };
  const counted = all<{ day: DayNumber; pieces: number; stitches: number }>(
    sqlite,
    "SELECT day, sum(pieces) AS pieces, sum(stitches) AS stitches FROM hours GROUP BY day",
  );
  for (const { day, ...sums } of counted) Object.assign(at(formatDay(day)), sums);
  const done = all<{ quarter: number; acts: number }>(
    sqlite,
    `SELECT received / ${QUARTER_MS} AS quarter, count(*) AS acts FROM acts GROUP BY 1`,
  );
  // Swedish writes dates as computers do.
  const iso = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  for (const { quarter, acts } of done) at(iso.format(quarter * QUARTER_MS)).acts += acts;
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function readBundles(sqlite: Database): Outline["bundles"] {
  const [sums] = all<Outline["bundles"]>(
    sqlite,
    `SELECT count(*) AS count, coalesce(sum(is_open), 0) AS open, coalesce(sum(good), 0) AS good,
            coalesce(sum(rework), 0) AS rework, coalesce(sum(second), 0) AS second,
            coalesce(sum(scrap), 0) AS scrap, coalesce(sum(in_progress), 0) AS inProgress
     FROM bundle_states`,
  );
  const none = { count: 0, open: 0, good: 0, rework: 0, second: 0, scrap: 0, inProgress: 0 };
  return sums ?? none;
}

function readPlans(sqlite: Database): Outline["plans"] {
  const rows = all<{ from: number; body: string }>(
    sqlite,
    'SELECT from_ms AS "from", body FROM plans ORDER BY from_ms',
  );
  return rows.map(({ from, body }) => ({
    from,
    sha256: createHash("sha256").update(body).digest("hex"),
  }));
}

function names(sqlite: Database, sql: string): string[] {
  return sqlite.prepare<[], string>(sql).pluck().all();
}

function one<Value>(sqlite: Database, sql: string): Value | undefined {
  return sqlite.prepare<[], Value>(sql).pluck().get();
}

function all<Row>(sqlite: Database, sql: string): Row[] {
  return sqlite.prepare<[], Row>(sql).all();
}
