import type { LineRow, MinuteCounts, StationRow } from "../board/board.ts";
import { counterState } from "./station-state.ts";
import {
  elapsedMinutes,
  endOfNext,
  type Moment,
  startOfLast,
  workedMinutes,
} from "./working-time.ts";

/** What a forecast looks at. */
export interface Progress {
  /** Pieces for the whole working day; null when none was set. */
  readonly target: number | null;
  /** Pieces so far. */
  readonly done: number;
  /** Pieces per hour; null when unknown. */
  readonly pace: number | null;
}

/** Working minutes over which a pace is taken. */
const PACE_MINUTES = 60;
/** A pace of fewer working minutes than these is noise. */
const PACE_NEEDS_MINUTES = 10;
/** With less data « Fin prévue — ». */
const FORECAST_NEEDS_MINUTES = 30;
const MINUTE_MS = 60_000;

/**
 * Cadence: pieces in the last 60 working minutes, pieces/h, scaled while fewer have passed.
 * Pieces made outside working time are output and no pace. null in the first 10 working minutes.
 */
export function pace(minutes: MinuteCounts, moment: Moment): number | null {
  const elapsed = elapsedMinutes(moment);
  const start = startOfLast(PACE_MINUTES, moment);
  if (start === null || elapsed < PACE_NEEDS_MINUTES) return null;
  let pieces = 0;
  for (const [index, count] of minutes.counts.entries()) {
    const from = minutes.from + index * MINUTE_MS;
    // Known to the minute only: a minute cut by the window gives the share of it that lies inside.
    const to = Math.min(from + MINUTE_MS, moment.now);
    if (count === 0 || to <= Math.max(from, start)) continue;
    const inside = workedMinutes(moment.windows, { from: Math.max(from, start), to });
    pieces += (count * inside * MINUTE_MS) / (to - from);
  }
  return (pieces * PACE_MINUTES) / Math.min(PACE_MINUTES, elapsed);
}

/**
 * Cadence of a line: that of its output stations together, pieces/h. A station without data, or without a
 * counter, leaves it; null when none is left.
 */
export function linePace(outputs: readonly StationRow[], moment: Moment): number | null {
  const paces = outputs
    .filter((row) => hasData(row, moment))
    .map(({ minutes }) => (minutes === null ? null : pace(minutes, moment)))
    .filter((value) => value !== null);
  return paces.length === 0 ? null : paces.reduce((sum, value) => sum + value, 0);
}

/**
 * Cadence of a line, pieces/h: of its output stations, or where figures are not told per station of the line itself, as long as one of
 * them is heard ([PR6]).
 */
export function paceOfLine(
  line: Pick<LineRow, "minutes">,
  outputs: readonly StationRow[],
  moment: Moment,
): number | null {
  if (outputs.every(({ minutes }) => minutes !== null)) return linePace(outputs, moment);
  return outputs.some((row) => hasData(row, moment)) ? pace(line.minutes, moment) : null;
}

function hasData(row: StationRow, moment: Moment): boolean {
  const { state } = counterState(row, moment);
  return state !== "no-data" && state !== "no-counter";
}

/**
 * Fin prévue: now + (target − done) / pace, breaks skipped, UTC ms; past the day's end it runs on.
 * null without a target, once it is reached, without a pace, before 30 working minutes, and after the day.
 */
export function forecastEnd(progress: Progress, moment: Moment): number | null {
  const { target, done, pace: perHour } = progress;
  if (target === null || perHour === null || noForecast(progress, moment) !== null) return null;
  return endOfNext(((target - done) / perHour) * PACE_MINUTES, moment);
}

/** Why there is no forecast end. */
export type NoForecast =
  | "no-target"
  | "reached"
  | "over"
  /** Too little of the day has passed. */
  | "early"
  /** No station of the line's output tells its pieces. */
  | "no-data"
  | "no-pieces";

/** Why a forecast end can't be said; null where it can. */
export function noForecast(progress: Progress, moment: Moment): NoForecast | null {
  const { target, done, pace: perHour } = progress;
  if (target === null) return "no-target";
  if (done >= target) return "reached";
  if (endOfNext(0, moment) === null) return "over";
  if (elapsedMinutes(moment) < FORECAST_NEEDS_MINUTES) return "early";
  if (perHour === null) return "no-data";
  return perHour > 0 ? null : "no-pieces";
}
