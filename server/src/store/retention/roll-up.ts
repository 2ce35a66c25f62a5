import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { around } from "./presence-read.ts";
import { headChangesOf, STAY_COLUMNS, type Stay } from "./stays.ts";

const DAY_MS = 86_400_000;

/** Takes who was where out of the store, and leaves how many. */
export interface RollUp {
  /** Everything that is known of one person's stays, today's too. */
  ofPerson(operatorId: string): Stay[];
  /** The oldest working day of which anything is known, when it lies before one; whole, or somebody would be counted twice. */
  ofOldestDay(before: DayNumber): Stay[];
  /** Adds what figures need of some stays to what was rolled up ([RT1], [RT2]), and deletes them. */
  take(stays: readonly Stay[]): void;
}

/** Over a connection that may write, within its transaction. */
export function createRollUp(sqlite: Database, readTimeline: () => Timeline): RollUp {
  const { ofPerson, oldest, between, add, dropEmpty, addHeads, drop } = prepare(sqlite);

  function addUp(stay: Stay, timeline: Timeline): void {
    // By the date of coming, as they are read by it: a stay may reach into the next day.
    const day = Math.floor(stay.from / DAY_MS);
    for (const change of headChangesOf(stay, timeline)) {
      add.run({ day, ...change });
      dropEmpty.run({ day, ...change });
    }
  }

  return {
    ofPerson: (operatorId) => ofPerson.all(operatorId),
    ofOldestDay(before) {
      const timeline = readTimeline();
      const first = oldest.get();
      if (typeof first !== "number") return [];
      const day = workingDayOf(timeline, first);
      if (day >= before) return [];
      return between.all(around(day)).filter(({ from }) => workingDayOf(timeline, from) === day);
    },
    take(stays) {
      const timeline = readTimeline();
      for (const stay of stays) addUp(stay, timeline);
      for (const [day, lineId, people] of headsOf(stays, timeline))
        addHeads.run({ day, lineId, people });
      for (const { id } of stays) drop.run(id);
    },
  };
}

/** Working day of a moment; before the first plan no zone is known. */
export function workingDayOf(timeline: Timeline, at: number): DayNumber {
  return timeline.slotAt(at)?.day ?? Math.floor(at / DAY_MS);
}

/** A stay as far as it says who was on a line. */
export type Came = Pick<Stay, "operatorId" | "stationId" | "from">;

/** How many different people came to each line on each working day. */
export function headsOf(
  stays: readonly Came[],
  timeline: Timeline,
): (readonly [DayNumber, string, number])[] {
  const days = Map.groupBy(stays, ({ from }) => workingDayOf(timeline, from));
  return [...days].flatMap(([day, ofDay]) => {
    const lines = Map.groupBy(ofDay, (stay) => lineOf(timeline, stay));
    return [...lines].flatMap(([lineId, own]) => {
      const people = new Set(own.map(({ operatorId }) => operatorId)).size;
      return lineId === null ? [] : [[day, lineId, people] as const];
    });
  });
}

function lineOf(timeline: Timeline, { stationId, from }: Came): string | null {
  const lines = timeline.planAt(from)?.lines ?? [];
  return lines.find(({ stations }) => stations.some(({ id }) => id === stationId))?.id ?? null;
}

function prepare(sqlite: Database) {
  const stays = `SELECT ${STAY_COLUMNS} FROM assignments a LEFT JOIN operators o ON o.id = a.operator_id`;
  return {
    ofPerson: sqlite.prepare<[string], Stay>(`${stays} WHERE a.operator_id = ?`),
    oldest: sqlite.prepare<[], number | null>("SELECT min(from_ms) FROM assignments").pluck(),
    between: sqlite.prepare<{ earliest: number; latest: number }, Stay>(
      `${stays} WHERE a.from_ms >= @earliest AND a.from_ms < @latest`,
    ),
    add: sqlite.prepare(
      `INSERT INTO head_changes (day, station_id, at, change) VALUES (@day, @stationId, @at, @change)
       ON CONFLICT DO UPDATE SET change = change + excluded.change`,
    ),
    dropEmpty: sqlite.prepare(
      "DELETE FROM head_changes WHERE day = @day AND station_id = @stationId AND at = @at AND change = 0",
    ),
    addHeads: sqlite.prepare(
      `INSERT INTO line_heads (day, line_id, people) VALUES (@day, @lineId, @people)
       ON CONFLICT DO UPDATE SET people = people + excluded.people`,
    ),
    drop: sqlite.prepare("DELETE FROM assignments WHERE id = ?"),
  };
}
