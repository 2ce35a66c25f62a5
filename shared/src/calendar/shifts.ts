import type { Span } from "../board/board.ts";
import type { Calendar } from "../plan/schema.ts";
import { calendarDay } from "./day-kind.ts";
import { type DayNumber, formatDay } from "./days.ts";
import { cutSpans } from "./spans.ts";

/** One shift of one working day, in UTC ms. */
export interface Shift {
  /** The working day: the one on which the shift begins. */
  readonly day: DayNumber;
  readonly span: Span;
  /** Working time: the span without its breaks, ascending. */
  readonly windows: readonly Span[];
}

/**
 * The shifts that begin on a day, in the workshop's zone ([K1], [K2], [K7]).
 * A shift whose end is not after its beginning ends the next day; a break before the beginning lies in the next day.
 */
export function shiftsOf(calendar: Calendar, timeZone: string, day: DayNumber): Shift[] {
  const date = Temporal.PlainDate.from(formatDay(day));
  return calendarDay(calendar, day).shifts.map((shift) => {
    const from = instantOf(date, shift.from, timeZone);
    const to = instantOf(shift.to > shift.from ? date : date.add({ days: 1 }), shift.to, timeZone);
    const breaks = (shift.breaks ?? []).map((pause) => {
      const start = pause.from >= shift.from ? date : date.add({ days: 1 });
      const end = pause.to > pause.from ? start : start.add({ days: 1 });
      return {
        from: instantOf(start, pause.from, timeZone),
        to: instantOf(end, pause.to, timeZone),
      };
    });
    const span = { from, to };
    return { day, span, windows: cutSpans(span, breaks) };
  });
}

/** UTC ms of a wall-clock time; a time that the clock change skips moves forward with it. */
export function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .epochMilliseconds;
}
