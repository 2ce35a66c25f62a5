import type { HourCount } from "../board/board.ts";
import { expectedWithin } from "./target.ts";
import { dayMinutes, type Moment } from "./working-time.ts";

/** One clock hour of a line's day. */
export interface HourRow {
  /** Its start, UTC ms. */
  readonly hour: number;
  /** Pieces that the whole hour should bring; null without a target or on a day off. */
  readonly target: number | null;
  /** Pieces that it brought so far; null for an hour to come. */
  readonly actual: number | null;
  /** At the end of the hour. */
  readonly cumulativeTarget: number | null;
  /** At the end of the hour, or now; null for an hour to come. */
  readonly cumulativeActual: number | null;
  /** Écart: what is done less what should be by then, at the end of the hour, or now while it runs; null where either is. */
  readonly gap: number | null;
}

/** A line's target and what it put out by hour. */
export interface HourlyOutput {
  readonly target: number | null;
  /** Only hours that hold pieces. */
  readonly hours: readonly HourCount[];
}

const HOUR_MS = 3_600_000;
const EVER = Number.NEGATIVE_INFINITY;

/**
 * Heure par heure: the clock hours of the day, and any other that holds pieces, ascending ([F22]). Targets of the hours add up to the
 * day's. After the production analysis board of lean workshops (Lean Lexicon, 5th ed., Lean Enterprise Institute 2014).
 * @param clockHours starts of the clock hours that the working day touches
 */
export function hourByHour(
  { target, hours }: HourlyOutput,
  clockHours: readonly number[],
  { now, windows }: Moment,
): HourRow[] {
  const made = new Map(hours.map(({ hour, pieces }) => [hour, pieces]));
  const starts = [...new Set([...clockHours, ...made.keys()])].sort((a, b) => a - b);
  const day = dayMinutes(windows) === 0 ? null : target;
  let done = 0;
  return starts.map((hour) => {
    const end = hour + HOUR_MS;
    const isAhead = hour > now && !made.has(hour);
    const actual = isAhead ? null : (made.get(hour) ?? 0);
    done += actual ?? 0;
    const soFar = expectedWithin(day, windows, { from: EVER, to: Math.min(end, now) });
    return {
      hour,
      target: expectedWithin(day, windows, { from: hour, to: end }),
      actual,
      cumulativeTarget: expectedWithin(day, windows, { from: EVER, to: end }),
      cumulativeActual: isAhead ? null : done,
      gap: isAhead || soFar === null ? null : done - soFar,
    };
  });
}
