import type { DayNumber, Timeline } from "@trame/shared";

/** Working days that began since a moment (UTC ms); since the first plan when it is null. */
export type WorkingDaysSince = (at: number | null) => number;

/** Days are looked for no further back: no limit of upkeep is longer. */
const WORKING_DAYS_BACK = 400;

/** Counts back from a day, which counts itself; each day is looked at once. */
export function createWorkingDays(timeline: Timeline, today: DayNumber): WorkingDaysSince {
  const first = timeline.versions[0];
  const begin = first === undefined ? today : (timeline.slotAt(first.from)?.day ?? today);
  /** `sums[i]`: working days among the last i. */
  const sums = [0];

  function sumOf(days: number): number {
    for (let i = sums.length; i <= days; i++) {
      const worked = timeline.windowsOf(today - i + 1).length > 0 ? 1 : 0;
      sums.push((sums[i - 1] ?? 0) + worked);
    }
    return sums[days] ?? 0;
  }

  return (at) => {
    // The first day of a workshop counts; the one on which something was done does not.
    const from = at === null ? begin - 1 : (timeline.slotAt(at)?.day ?? begin - 1);
    return sumOf(Math.min(Math.max(0, today - from), WORKING_DAYS_BACK));
  };
}
