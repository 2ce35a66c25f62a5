import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { IS_BADGE } from "./forget-person.ts";
import { personTablesOf, SHARED_TABLE } from "./person-tables.ts";
import { addTaken, type PurgeStep, type Taken } from "./purge.ts";
import { rewriteTable } from "./rewrite-table.ts";
import { createRollUp, workingDayOf } from "./roll-up.ts";
import { FORGOTTEN_BADGE, type Stay } from "./stays.ts";
import { createTraces } from "./traces.ts";
import { dropReadMessages } from "./unread-badges.ts";

const DAY_MS = 86_400_000;
/** A badge that nobody knows any more brings nobody back after this: no backup is kept as long. */
const REMOVED_KEPT_MS = 400 * DAY_MS;

/** What is too old to be known, over a connection that may write; each call within a transaction. */
export interface AgeOut {
  /** One working day of stays at a time; at its end all else that is of a day before, and the tables anew. */
  step(before: DayNumber): PurgeStep;
  /** Rows that are of a day before one and still there; empty after a purge. */
  left(before: DayNumber): Taken;
}

interface AgedTable {
  readonly table: string;
  readonly column: string;
}

/** By working day; `assignments` and readings of badges have their own way. */
const BY_DAY = ["sendings", "absences", SHARED_TABLE] as const;

export function createAgeOut(sqlite: Database, readTimeline: () => Timeline): AgeOut {
  const rollUp = createRollUp(sqlite, readTimeline);
  const people = personTablesOf(sqlite);
  const stayTraces = createTraces(sqlite, "assignments", "operator_id");
  const rowid = sqlite.prepare<[string], number>("SELECT rowid FROM assignments WHERE id = ?");
  const dropOld = BY_DAY.map((table) => createDayTable(sqlite, table));
  const readings = createReadings(sqlite);
  const loose = people.find(({ table }) => table === "without_pin");
  const dropRemoved = sqlite.prepare("DELETE FROM removed_people WHERE removed_at < ?");

  function takeStays(stays: readonly Stay[]): PurgeStep {
    const traces = stays.flatMap((stay) => stayTraces(rowOf(stay, rowid)));
    rollUp.take(stays);
    return { isMore: true, taken: { assignments: stays.length }, traces };
  }

  function takeRest(before: DayNumber): PurgeStep {
    const old = dropOld.map((each) => each.drop(before));
    const taken = [
      ...old.map((each) => each.taken),
      { events: readings.forget(before, readTimeline()) },
      { quarantine: dropReadMessages(sqlite, before * DAY_MS) },
      { without_pin: loose === undefined ? 0 : dropLoose(sqlite, loose) },
    ].reduce(addTaken, {});
    dropRemoved.run((before - 1) * DAY_MS - REMOVED_KEPT_MS);
    for (const { table } of people) rewriteTable(sqlite, table);
    rewriteTable(sqlite, SHARED_TABLE);
    return { isMore: false, taken, traces: old.flatMap((each) => each.traces) };
  }

  return {
    step(before) {
      const stays = rollUp.ofOldestDay(before);
      return stays.length > 0 ? takeStays(stays) : takeRest(before);
    },
    left(before) {
      const counts = [
        { assignments: rollUp.ofOldestDay(before).length },
        ...dropOld.map((each) => each.left(before)),
        { events: readings.of(before, readTimeline()).length },
      ];
      return counts.reduce<Taken>(addTaken, {});
    },
  };
}

/** A row as the table has it. */
function rowOf(
  { id, operatorId, stationId, from, to }: Stay,
  rowid: ReturnType<Database["prepare"]>,
) {
  return {
    ...{ id, operator_id: operatorId, station_id: stationId, from_ms: from, to_ms: to },
    rowid: Number(rowid.pluck().get(id)),
    // How it ended lies behind all that is looked for.
    ended_by: null,
  };
}

function createDayTable(sqlite: Database, table: (typeof BY_DAY)[number]) {
  const person = table === SHARED_TABLE ? "body" : "operator_id";
  const traces = createTraces(sqlite, table, person);
  const old = sqlite.prepare<[DayNumber], Record<string, string | number | null>>(
    `SELECT * FROM ${table} WHERE day < ?`,
  );
  const drop = sqlite.prepare(`DELETE FROM ${table} WHERE day < ?`);
  return {
    drop(before: DayNumber) {
      const rows = old.all(before);
      drop.run(before);
      const taken: Taken = { [table]: rows.length };
      return { taken, traces: rows.flatMap(traces) };
    },
    left: (before: DayNumber): Taken => ({ [table]: old.all(before).length }),
  };
}

interface Reading {
  readonly bootId: number;
  readonly seq: number;
  readonly at: number;
}

/** Badges that readers at counters read: the event stays, whose it was goes. */
function createReadings(sqlite: Database) {
  const before = sqlite.prepare<[number], Reading>(
    `SELECT boot_id AS bootId, seq, at FROM events INDEXED BY events_of_badges WHERE ${IS_BADGE} AND at < ?`,
  );
  const forget = sqlite.prepare(
    `UPDATE events SET value = '${FORGOTTEN_BADGE}' WHERE boot_id = @bootId AND seq = @seq`,
  );
  const of = (day: DayNumber, timeline: Timeline): Reading[] =>
    before.all((day + 2) * DAY_MS).filter(({ at }) => workingDayOf(timeline, at) < day);
  return {
    of,
    forget(day: DayNumber, timeline: Timeline): number {
      const old = of(day, timeline);
      for (const { bootId, seq } of old) forget.run({ bootId, seq });
      return old.length;
    },
  };
}

/** Of assignments that are gone. */
function dropLoose(sqlite: Database, { table, column }: AgedTable): number {
  return sqlite
    .prepare(`DELETE FROM ${table} WHERE ${column} NOT IN (SELECT id FROM assignments)`)
    .run().changes;
}
