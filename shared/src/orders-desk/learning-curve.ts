import type { ProductionRow } from "../reports/production-row.ts";
import { minuteFigures } from "../reports/told-minutes.ts";

/** A working day of a style: what its stations attended and what came out. */
export interface StyleDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** null: not told. */
  readonly attendedMinutes: number | null;
  /** Good garments past the last operation. */
  readonly good: number;
}

/** A point of the curve. */
export interface LearningPoint {
  readonly day: string;
  /** Garments made when half of the day's were: where the day's mean stands. */
  readonly garments: number;
  /** Mean attended minutes per good garment. */
  readonly minutes: number;
}

/** How a style is learnt; the group's, never a person's. */
export interface LearningCurve {
  readonly points: readonly LearningPoint[];
  /** Days that have no point because their minutes are not told ([PR11]). */
  readonly maskedDays: number;
  /** null with fewer than five points. */
  readonly fit: LearningFit | null;
}

export interface LearningFit {
  /** T(1): minutes that the first garment would have taken. */
  readonly firstMinutes: number;
  /** r: what is left of the time each time the number of garments doubles, 0.8 for “an 80 % curve”; above 1 it got slower. */
  readonly ratio: number;
  /** How much of the points' differences the curve explains, 0..1 (R² on logarithms). */
  readonly explained: number;
}

/** With fewer days nothing can be said. */
export const LEARNING_DAYS_MIN = 5;

/**
 * Courbe d'apprentissage: T(n) = T(1) × n^log2(r), fitted by least squares on the logarithms of n and T, each day counting the
 * same. The minutes of a day on which nothing came out are added to the next one's, so that none is lost; those of a day whose minutes
 * are not told are unknown, and so is the point that they would be in.
 * Source: T. P. Wright, Factors Affecting the Cost of Airplanes, Journal of the Aeronautical Sciences 3 (1936).
 * @param days ascending
 */
export function learningCurve(days: readonly StyleDay[]): LearningCurve {
  const points = pointsOf(days);
  const maskedDays = days.filter(({ attendedMinutes }) => attendedMinutes === null).length;
  return { points, maskedDays, fit: points.length < LEARNING_DAYS_MIN ? null : fitOf(points) };
}

/** What a style took on a day, and what came out of its last operation. `rows` of the style alone. */
export function styleDayOf(day: string, rows: readonly ProductionRow[]): StyleDay {
  return {
    day,
    attendedMinutes: minuteFigures(rows, 0).attendedMinutes,
    good: rows.reduce((sum, { good, isLast }) => sum + (isLast ? good : 0), 0),
  };
}

/** Minutes of the n-th garment on a fitted curve. */
export function minutesOn({ firstMinutes, ratio }: LearningFit, garments: number): number {
  return firstMinutes * garments ** Math.log2(ratio);
}

function pointsOf(days: readonly StyleDay[]): LearningPoint[] {
  const points: LearningPoint[] = [];
  let made = 0;
  let carried: number | null = 0;
  for (const { day, attendedMinutes, good } of days) {
    carried = carried === null || attendedMinutes === null ? null : carried + attendedMinutes;
    if (good <= 0) continue;
    // Minutes that nobody attended say nothing of how long a garment takes.
    if (carried !== null && carried > 0)
      points.push({ day, garments: made + good / 2, minutes: carried / good });
    made += good;
    carried = 0;
  }
  return points;
}

function fitOf(points: readonly LearningPoint[]): LearningFit | null {
  const x = points.map(({ garments }) => Math.log2(garments));
  const y = points.map(({ minutes }) => Math.log2(minutes));
  const meanX = mean(x);
  const meanY = mean(y);
  const spread = sumOf(x, (value) => (value - meanX) ** 2);
  if (spread === 0) return null;
  const slope = sumOf(x, (value, i) => (value - meanX) * ((y[i] ?? 0) - meanY)) / spread;
  const all = sumOf(y, (value) => (value - meanY) ** 2);
  const unexplained = sumOf(y, (value, i) => (value - meanY - slope * ((x[i] ?? 0) - meanX)) ** 2);
  return {
    firstMinutes: 2 ** (meanY - slope * meanX),
    ratio: 2 ** slope,
    explained: all === 0 ? 1 : Math.max(0, 1 - unexplained / all),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOf(values: readonly number[], of: (value: number, index: number) => number): number {
  return values.reduce((sum, value, index) => sum + of(value, index), 0);
}
