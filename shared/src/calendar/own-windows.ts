import type { Span } from "../board/board.ts";
import type { WorkPattern } from "../floor/operator-schema.ts";
import { weekdayOf } from "./day-kind.ts";
import { type DayNumber, formatDay } from "./days.ts";
import { instantOf } from "./shifts.ts";
import { clipSpan, mergeSpans } from "./spans.ts";

/** A working day as a person finds it. */
export interface PersonDay {
  readonly day: DayNumber;
  /** Working time of the workshop on the day, breaks removed, ascending. */
  readonly windows: readonly Span[];
  readonly timeZone: string;
}

/**
 * The working time of a person on a day: what their own hours and the workshop’s have in common ([K10]). Without a pattern it is all of
 * the workshop's; on a day that the pattern does not name, none.
 */
export function ownWindows(pattern: WorkPattern | undefined, on: PersonDay): readonly Span[] {
  if (pattern === undefined) return on.windows;
  const weekday = weekdayOf(on.day);
  return mergeSpans(
    pattern.filter(({ days }) => days.includes(weekday)).flatMap((hours) => common(hours, on)),
  );
}

/** Hours that meet nothing of the day lie after its midnight: those of the second half of a night shift. */
function common(hours: WorkPattern[number], { day, windows, timeZone }: PersonDay): Span[] {
  const date = Temporal.PlainDate.from(formatDay(day));
  const inside = [date, date.add({ days: 1 })].map((start) => {
    const end = hours.to > hours.from ? start : start.add({ days: 1 });
    const own = {
      from: instantOf(start, hours.from, timeZone),
      to: instantOf(end, hours.to, timeZone),
    };
    return windows.map((window) => clipSpan(window, own)).filter((span) => span !== null);
  });
  return inside.find((spans) => spans.length > 0) ?? [];
}
