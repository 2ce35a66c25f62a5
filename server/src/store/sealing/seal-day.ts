import { countUntil, type DayNumber, type StateSegment, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createClockwork } from "../clock-steps.ts";
import { plannedStations } from "../supervision/planned-stations.ts";
import { createCountedTold, type ToldReads } from "../supervision/station-told.ts";
import { createWordLog } from "../supervision/word-log.ts";
import { createSealedStates } from "./sealed-states.ts";

/** Stations of a day that are told in one step. */
const STATIONS_AT_ONCE = 8;

export interface DaySealed {
  readonly day: DayNumber;
  /** UTC ms. */
  readonly now: number;
  readonly timeline: Timeline;
}

/**
 * Keeps how the stations of a working day stood, some of them at a time, while their samples are all there; within a transaction.
 * Answers true while there are more of the day.
 */
export function createDaySealing(sqlite: Database): (of: DaySealed) => boolean {
  const sealed = createSealedStates(sqlite);
  const clockwork = createClockwork(sqlite);
  const words = createWordLog(sqlite, { clockwork });
  // What is kept of a day's counters is let go with the day.
  let told: { readonly day: DayNumber; readonly reads: ToldReads } | null = null;

  function readsOf(day: DayNumber): ToldReads {
    if (told?.day !== day) told = { day, reads: createCountedTold(sqlite) };
    return told.reads;
  }

  /** When people's words about a day begin: what they hold until may be the next piece. */
  function wordsOf(from: number, to: number): number[] {
    clockwork.reload();
    return words
      .readStops(from)
      .map((word) => word.from)
      .filter((at) => at < to);
  }

  return ({ day, now, timeline }) => {
    const windows = timeline.windowsOf(day);
    const [first, last] = [windows[0], windows.at(-1)];
    const done = new Set(sealed.doneOf(day));
    const planned =
      first === undefined || last === undefined
        ? []
        : plannedStations(timeline, { from: first.from, to: last.to });
    const left = planned.filter(({ stationId }) => !done.has(stationId));
    const reads = readsOf(day);
    reads.refresh(day);
    const said = left.length === 0 ? [] : wordsOf(first?.from ?? 0, last?.to ?? 0);
    for (const station of left.slice(0, STATIONS_AT_ONCE)) {
      const { own, states } = reads.toldAt(station, { day, now, windows });
      const machine = states.map((each) => each.machine);
      const pieces = piecesBeside(own, [...edgesOf(machine.flat()), ...said]);
      sealed.put(day, station.stationId, { pieces, states: machine });
    }
    if (left.length > STATIONS_AT_ONCE) return true;
    sealed.close(day);
    told = null;
    return false;
  };
}

function edgesOf(machine: readonly StateSegment[]): number[] {
  return machine.flatMap(({ from, to }) => [from, to]);
}

/** Of a station's pieces the last one until each of some moments, and the first one from it on. */
function piecesBeside(pieces: readonly number[], moments: readonly number[]): number[] {
  const kept = new Set<number>();
  for (const at of moments) {
    const until = pieces[countUntil(pieces, at) - 1];
    const from = pieces[countUntil(pieces, at - 1)];
    for (const piece of [until, from]) if (piece !== undefined) kept.add(piece);
  }
  return [...kept].toSorted((a, b) => a - b);
}
