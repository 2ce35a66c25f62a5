import type { UnwrittenDay } from "../../store/exports/evening-days.ts";

/** From the end of the last shift to its files, and from the last change of a day to its next version; ms. */
export const QUIET_MS = 600_000;

/**
 * The days that are to be written at a moment (UTC ms): ten minutes after the last shift; a day that changed later once it has been
 * quiet for as long, so that an hour of overtime is one version and not sixty ([EX14], [EX15]).
 */
export function dueDays(unwritten: readonly UnwrittenDay[], now: number): UnwrittenDay[] {
  return unwritten.filter(({ endsAt, changedAt, written }) => {
    const isFirst = written === null && endsAt !== null;
    return now >= (isFirst ? endsAt : Math.max(changedAt, endsAt ?? 0)) + QUIET_MS;
  });
}
