import type { Span } from "../board/board.ts";
import { dayMinutes, type Moment, workedMinutes } from "./working-time.ts";

/** What a clock hour should bring. `hour` is its start in UTC ms. */
export interface HourExpected {
  readonly hour: number;
  readonly expected: number;
}

/** A share of a line's target. */
export interface TargetShare {
  /** Pieces of the line for the whole working day; null when none was set. */
  readonly target: number | null;
  /** Stations among which the operation is shared, 1 or more. */
  readonly sharing: number;
}

const HOUR_MS = 3_600_000;

/**
 * Pieces expected within a span: the target spread evenly over the working minutes of the day
 * (“expected so far”). null without a target or on a day off.
 */
export function expectedWithin(
  target: number | null,
  windows: readonly Span[],
  span: Span,
): number | null {
  const minutes = dayMinutes(windows);
  if (target === null || minutes === 0) return null;
  return (target * workedMinutes(windows, span)) / minutes;
}

/** Attendu à cette heure: pieces the target asks for by now; flat in a break. null without a target or on a day off. */
export function expectedSoFar(target: number | null, { now, windows }: Moment): number | null {
  return expectedWithin(target, windows, { from: Number.NEGATIVE_INFINITY, to: now });
}

/** The target spread over the clock hours of the day, in their order; the hours add up to the target. null as above. */
export function spreadTarget(
  target: number | null,
  windows: readonly Span[],
  clockHours: readonly number[],
): readonly HourExpected[] | null {
  if (target === null || dayMinutes(windows) === 0) return null;
  return clockHours.map((hour) => ({
    hour,
    expected: expectedWithin(target, windows, { from: hour, to: hour + HOUR_MS }) ?? 0,
  }));
}

/**
 * Pieces expected of one station since `from`: what its line should bring,
 * divided among the stations that share its operation. null as above.
 */
export function stationExpected(share: TargetShare, moment: Moment, from: number): number | null {
  const line = expectedWithin(share.target, moment.windows, { from, to: moment.now });
  return line === null ? null : line / share.sharing;
}
