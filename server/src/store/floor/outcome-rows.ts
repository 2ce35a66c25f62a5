import type { OutcomeChange } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Rollups } from "../rollups.ts";
import { changedDays } from "./changed-rows.ts";

/** What became of pieces, with the working day and the place that it is counted for. */
export interface DatedOutcome extends Omit<OutcomeChange, "bundleId"> {
  readonly day: number;
  /** null: outside, at no station, or at one that no plan knew. */
  readonly placeId: number | null;
}

/** What acts say became of pieces: rows whose every change changes the report of their day ([RP1]). */
export interface OutcomeRows {
  /** What the family's fold says of one bundle; those of before are replaced. */
  write(bundleId: number, outcomes: readonly DatedOutcome[]): void;
}

type Row = readonly [
  bundleId: number,
  i: number,
  at: number,
  day: number,
  placeId: number | null,
  stationId: string | null,
  operation: string | null,
  good: number,
  rework: number,
  second: number,
  scrap: number,
  repaired: number,
  origin: OutcomeChange["origin"],
];

export function createOutcomeRows(
  sqlite: Database,
  { rollups }: { rollups: Rollups },
): OutcomeRows {
  const read = sqlite
    .prepare<[number], Row>("SELECT * FROM outcomes WHERE bundle_id = ? ORDER BY i")
    .raw();
  const put = sqlite.prepare(
    "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const drop = sqlite.prepare("DELETE FROM outcomes WHERE bundle_id = ? AND i = ?");

  function replace(old: Row | undefined, made: Row | undefined): void {
    if (old !== undefined && made !== undefined && isSameRow(old, made)) return;
    if (made !== undefined) put.run(...made);
    else if (old !== undefined) drop.run(old[0], old[1]);
  }

  return {
    write(bundleId, outcomes) {
      const old = read.all(bundleId);
      const made = outcomes.map((outcome, i) => rowOf(bundleId, i, outcome));
      if (areSameRows(old, made)) return;
      for (const day of changedDays(old, made)) rollups.touchDay(day);
      for (let i = 0; i < Math.max(old.length, made.length); i++) replace(old[i], made[i]);
    },
  };
}

function rowOf(bundleId: number, i: number, outcome: DatedOutcome): Row {
  const { at, day, placeId, stationId, operation, good, rework, second, scrap } = outcome;
  const where = [bundleId, i, at, day, placeId, stationId, operation] as const;
  return [...where, good, rework, second, scrap, outcome.repaired, outcome.origin];
}

function areSameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, i) => isSameRow(row, b[i]));
}

function isSameRow(a: Row, b: Row | undefined): boolean {
  return a.every((value, index) => value === b?.[index]);
}
