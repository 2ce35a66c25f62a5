import type { Database } from "better-sqlite3";
import type { LiveRows } from "../live-rows.ts";
import type { Rollups } from "../rollups.ts";
import type { ActCell } from "./cells.ts";
import { changedDays } from "./changed-rows.ts";

/** Pieces that an act adds to a cell, or takes from it. */
export interface CountedTally extends ActCell {
  /** UTC ms. */
  readonly at: number;
  readonly pieces: number;
  readonly origin: "scan" | "hand" | "deduced" | "correction";
  readonly assignmentId: string | null;
  /** Code of the routing; null for hand counts and corrections. */
  readonly operation: string | null;
}

/** What acts add to the hours: rows whose every change changes the rollups and the board by as much ([Y6]). */
export interface TallyRows {
  /** What the family's fold counts for one bundle; those of before are replaced. */
  write(bundleId: number, tallies: readonly CountedTally[]): void;
  /** A hand count or a correction, by its arrival number; null takes it away. */
  writeLoose(n: number, tally: CountedTally | null): void;
}

type Row = readonly [
  bundleId: number,
  i: number,
  at: number,
  day: number,
  hour: number,
  placeId: number | null,
  pieces: number,
  origin: CountedTally["origin"],
  assignmentId: string | null,
  operation: string | null,
];

/** The fold of no bundle: hand counts and corrections. */
const LOOSE = 0;

export function createTallyRows(
  sqlite: Database,
  { rollups, live }: { rollups: Rollups; live: LiveRows },
): TallyRows {
  const read = sqlite
    .prepare<[number], Row>("SELECT * FROM tallies WHERE bundle_id = ? ORDER BY i")
    .raw();
  const readOne = sqlite
    .prepare<[number, number], Row>("SELECT * FROM tallies WHERE bundle_id = ? AND i = ?")
    .raw();
  const put = sqlite.prepare(
    "INSERT OR REPLACE INTO tallies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const drop = sqlite.prepare("DELETE FROM tallies WHERE bundle_id = ? AND i = ?");

  function count([, , at, day, hour, placeId, pieces]: Row, sign: 1 | -1): void {
    if (placeId === null) return;
    const key = { day, hour, placeId };
    const amounts = { pieces: Math.abs(pieces), stitches: 0, trims: 0 };
    rollups.add(key, amounts, pieces * sign < 0 ? -1 : 1);
    live.tally(key, { at, pieces, sign });
  }

  function replace(old: Row | undefined, made: Row | undefined): void {
    if (old !== undefined && made !== undefined && isSameRow(old, made)) return;
    if (old !== undefined) {
      count(old, -1);
      if (made === undefined) drop.run(old[0], old[1]);
    }
    if (made !== undefined) {
      put.run(...made);
      count(made, 1);
    }
  }

  return {
    write(bundleId, tallies) {
      const old = read.all(bundleId);
      const made = tallies.map((tally, i) => rowOf(bundleId, i, tally));
      if (areSameRows(old, made)) return;
      for (const day of changedDays(old, made)) rollups.touchDay(day);
      for (let i = 0; i < Math.max(old.length, made.length); i++) replace(old[i], made[i]);
    },
    writeLoose(n, tally) {
      replace(readOne.get(LOOSE, n), tally === null ? undefined : rowOf(LOOSE, n, tally));
    },
  };
}

function rowOf(bundleId: number, i: number, tally: CountedTally): Row {
  const { at, day, hour, placeId, pieces, origin, assignmentId, operation } = tally;
  return [bundleId, i, at, day, hour, placeId, pieces, origin, assignmentId, operation];
}

function areSameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, i) => isSameRow(row, b[i]));
}

function isSameRow(a: Row, b: Row | undefined): boolean {
  return a.every((value, index) => value === b?.[index]);
}
