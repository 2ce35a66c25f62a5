import type { Amounts } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createDayStamps } from "./day-stamps.ts";
import type { Progress } from "./progress.ts";
import type { Stretches } from "./stretches.ts";

/** Where a count lands in the rollup. */
export interface CellKey {
  readonly day: number;
  readonly hour: number;
  readonly placeId: number;
}

/** Pieces, stitches and trims per working day, clock hour and place; changed in memory, written once a transaction. */
export interface Rollups {
  /** Adds what a sample made, or takes it back with `sign` -1. */
  add(key: CellKey, amounts: Amounts, sign: 1 | -1): void;
  /** A day changed though no cell of it did: a name, a target. */
  touchDay(day: number): void;
  /** What things are called changed: every day has another clock, though none was changed afterwards. */
  touchNames(): void;
  /** What this transaction writes is what was there: no day changes by it. */
  beQuiet(): void;
  /** Writes the changes of the transaction that ends at this clock. */
  flush(clock: number): void;
  /** Days through this one went: whatever comes late of them is not counted again ([RT21]). */
  letGo(throughDay: number): void;
  /** All of before the store kept count is folded again: from here on days count how often they change. */
  settleVersions(): void;
  /** After a rollback: forgets what was not written. */
  clear(): void;
}

interface Delta extends CellKey {
  pieces: number;
  stitches: number;
  trims: number;
  hasFallen: boolean;
}

export interface RollupDeps {
  readonly progress: Pick<Progress, "now">;
  readonly stretches: Pick<Stretches, "slotAt" | "timeline">;
}

export function createRollups(sqlite: Database, deps: RollupDeps): Rollups {
  const upsert = sqlite.prepare(
    `INSERT INTO hours (day, hour, place_id, pieces, stitches, trims) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET pieces = pieces + excluded.pieces,
       stitches = stitches + excluded.stitches, trims = trims + excluded.trims`,
  );
  // A cell without pieces would be missing after a rebuild: so it is not kept.
  const dropEmpty = sqlite.prepare(
    `DELETE FROM hours WHERE day = ? AND hour = ? AND place_id = ?
     AND pieces = 0 AND stitches = 0 AND trims = 0`,
  );
  const settle = sqlite.prepare("UPDATE days SET version = 1 WHERE version = 0");
  const noteGone = sqlite.prepare("UPDATE years_gone SET through_day = ?");
  const renameDays = sqlite.prepare("UPDATE days SET clock = ?");
  const stampDays = createDayStamps(sqlite, deps);
  const goneThrough = sqlite.prepare<[], number>("SELECT through_day FROM years_gone").pluck();
  const deltas = createDeltas();
  const days = new Set<number>();
  let gone = goneThrough.get() ?? -Infinity;
  let isQuiet = false;
  let hasNames = false;

  /** False when nothing came of it. */
  function write({ day, hour, placeId, pieces, stitches, trims, hasFallen }: Delta): boolean {
    if (pieces === 0 && stitches === 0 && trims === 0) return false;
    upsert.run(day, hour, placeId, pieces, stitches, trims);
    // What a person declared may have taken the cell below nothing, and pieces alone may bring it back to it.
    if (hasFallen || (stitches === 0 && trims === 0)) dropEmpty.run(day, hour, placeId);
    return true;
  }

  return {
    add(key, amounts, sign) {
      if (key.day <= gone) return;
      if (amounts.pieces === 0 && amounts.stitches === 0 && amounts.trims === 0) return;
      const delta = deltas.at(key);
      delta.pieces += sign * amounts.pieces;
      delta.stitches += sign * amounts.stitches;
      delta.trims += sign * amounts.trims;
      if (sign < 0) delta.hasFallen = true;
    },
    touchDay(day) {
      if (day > gone) days.add(day);
    },
    touchNames() {
      hasNames = true;
    },
    beQuiet() {
      isQuiet = true;
    },
    flush(clock) {
      for (const delta of deltas.all) if (write(delta)) days.add(delta.day);
      if (days.size > 0 && !isQuiet) stampDays(days, clock);
      if (hasNames) renameDays.run(clock);
      isQuiet = false;
      hasNames = false;
      deltas.clear();
      days.clear();
    },
    letGo(throughDay) {
      if (throughDay <= gone) return;
      gone = throughDay;
      noteGone.run(gone);
    },
    settleVersions: () => void settle.run(),
    clear() {
      gone = goneThrough.get() ?? -Infinity;
      isQuiet = false;
      hasNames = false;
      deltas.clear();
      days.clear();
    },
  };
}

/** Changes by cell: nearly all of a transaction lie in one hour, and a number is found sooner than a text made of three. */
function createDeltas() {
  const all: Delta[] = [];
  const ofHour = new Map<number, Map<number, Delta[]>>();

  return {
    all,
    at({ day, hour, placeId }: CellKey): Delta {
      let places = ofHour.get(hour);
      if (places === undefined) {
        places = new Map();
        ofHour.set(hour, places);
      }
      const known = places.get(placeId);
      const found = known?.find((delta) => delta.day === day);
      if (found !== undefined) return found;
      const delta = { day, hour, placeId, pieces: 0, stitches: 0, trims: 0, hasFallen: false };
      all.push(delta);
      if (known === undefined) places.set(placeId, [delta]);
      else known.push(delta);
      return delta;
    },
    clear() {
      all.length = 0;
      ofHour.clear();
    },
  };
}
