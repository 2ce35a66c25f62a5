import type { ShortCause, TargetHour } from "../../data/floor/rows.ts";

/** An hour of the line as the sheet tells it. */
export interface HourLine {
  /** UTC ms. */
  readonly hour: number;
  readonly isRunning: boolean;
  readonly target: number | null;
  readonly actual: number | null;
  /** Of this hour alone, so far while it runs; null while it is to come, and without a target. */
  readonly gap: number | null;
  readonly sum: { readonly target: number | null; readonly actual: number | null };
  /** Of the day up to the end of the hour, or now. */
  readonly sumGap: number | null;
  /** Why it fell short; of an hour that did not, nothing. */
  readonly short: readonly ShortCause[];
}

const HOUR_MS = 3_600_000;

/** Each hour with its own gap beside that of the day so far. */
export function hourLines(hours: readonly TargetHour[], now: number): readonly HourLine[] {
  return hours.map((each, index) => {
    const isRunning = each.hour <= now && now < each.hour + HOUR_MS;
    const gap = ownGap(each, { isRunning, before: hours[index - 1]?.gap ?? 0 });
    return {
      ...{ hour: each.hour, isRunning, target: each.target, actual: each.actual, gap },
      sum: { target: each.cumulativeTarget, actual: each.cumulativeActual },
      sumGap: each.gap,
      short: gap !== null && gap < 0 ? each.short : [],
    };
  });
}

/** Of an hour that is over that of the two numbers beside it: rounded apart they would not add up. */
function ownGap(
  { target, actual, gap }: TargetHour,
  { isRunning, before }: { readonly isRunning: boolean; readonly before: number },
): number | null {
  if (gap === null || target === null || actual === null) return null;
  return isRunning ? Math.round(gap - before) : actual - Math.round(target);
}
