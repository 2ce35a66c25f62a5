import type { Cause, Moment } from "@trame/shared";
import type { BoardHead } from "../../data/board-store.ts";
import type { I18n } from "../../i18n/i18n.ts";

/** What every view is computed in: the day, the moment for which the rows are true, the language. */
export interface Scene {
  readonly head: BoardHead;
  /** UTC ms. */
  readonly asOf: number;
  readonly i18n: I18n;
  /** What stops are called here. */
  readonly causes: readonly Cause[];
}

const HOUR_MS = 3_600_000;
/** A pause is drawn between two shifts; a gap longer than this is left out. */
const LONGEST_GAP = 3;

/** The moment of a scene, as formulas take it. */
export function momentOf({ head, asOf }: Pick<Scene, "head" | "asOf">): Moment {
  return { now: asOf, windows: head.windows };
}

/** The clock hour under way, UTC ms. Hours of the workshop's zone all begin a whole number of hours apart. */
export function currentHour({ head, asOf }: Pick<Scene, "head" | "asOf">): number {
  const anchor = head.clockHours[0] ?? 0;
  return anchor + Math.floor((asOf - anchor) / HOUR_MS) * HOUR_MS;
}

/** The clock hours to show: those of the windows, the breaks between them, and any other in which pieces were made. */
export function hoursToShow(head: BoardHead, worked: readonly number[]): number[] {
  const known = [...new Set([...head.clockHours, ...worked])].sort((a, b) => a - b);
  return known.flatMap((hour, index) => {
    const gap = Math.round(((known[index + 1] ?? hour) - hour) / HOUR_MS);
    const length = gap > 1 && gap <= LONGEST_GAP + 1 ? gap : 1;
    return Array.from({ length }, (_, step) => hour + step * HOUR_MS);
  });
}
