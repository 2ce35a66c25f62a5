/** A working day made around a moment, so that a workshop can be shown at any hour of the day or night. */
import {
  type Calendar,
  type DayNumber,
  formatDay,
  holidayOn,
  parseDay,
  shiftsOf,
} from "@trame/shared";
import type { WorkShift } from "../sewing/shifts.ts";

/** Hours made to measure: the calendar for the server, and the same shift for those who sew. */
export interface MadeHours {
  readonly calendar: Calendar;
  readonly shift: WorkShift;
}

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const AHEAD_MS = 4 * 60 * MINUTE_MS;
/** A break in the past that is too short to need one would lie around now. */
const LONG_PAST_MS = 2 * 60 * MINUTE_MS;

/**
 * A shift from `pastMs` before `now`, or up to a quarter of an hour earlier, to at least 4 h after; every day, across midnight
 * if need be, also on a public holiday: an exception then. `pastMs` at most 18 h, so that a day's shift ends before the next begins.
 */
export function makeHoursAround(now: number, pastMs: number, timeZone: string): MadeHours {
  const from = Math.floor((now - pastMs) / QUARTER_MS) * QUARTER_MS;
  const to = Math.ceil((now + AHEAD_MS) / QUARTER_MS) * QUARTER_MS;
  const at = (time: number) =>
    zoned(time, timeZone).toPlainTime().toString({ smallestUnit: "minute" });
  const breaks = breaksAround(now, from).map(({ start, minutes }) => ({
    from: at(start),
    to: at(start + minutes * MINUTE_MS),
  }));
  const hours = { from: at(from), to: at(to), breaks };
  const calendar = {
    shifts: [{ days: [1, 2, 3, 4, 5, 6, 7], ...hours }],
    holidays: "FR" as const,
    exceptions: holidaysAround(from, timeZone).map(({ day, label }) => ({
      day: formatDay(day),
      label: `${label.fr} travaillé`,
      shifts: [hours],
    })),
  };
  return { calendar, shift: readShift(calendar, from, timeZone) };
}

/** One in the middle of what is past and one to come, never around now. */
function breaksAround(now: number, from: number): { start: number; minutes: number }[] {
  const round = (time: number) => Math.round(time / QUARTER_MS) * QUARTER_MS;
  const coming = { start: round(now + 90 * MINUTE_MS), minutes: 30 };
  if (now - from < LONG_PAST_MS) return [coming];
  return [{ start: round((from + now) / 2), minutes: 10 }, coming];
}

/** Public holidays from the day before to two days later. */
function holidaysAround(at: number, timeZone: string) {
  const today = dayOf(at, timeZone);
  return [today - 1, today, today + 1, today + 2].flatMap((day) => holidayOn("FR", day) ?? []);
}

/** Read back as the server reads it, so that both mean the same hours. */
function readShift(calendar: Calendar, from: number, timeZone: string): WorkShift {
  const shift = shiftsOf(calendar, timeZone, dayOf(from, timeZone))[0];
  if (shift === undefined) throw new RangeError("no shift begins on that day");
  return { ...shift.span, windows: shift.windows };
}

function dayOf(at: number, timeZone: string): DayNumber {
  const day = parseDay(zoned(at, timeZone).toPlainDate().toString());
  if (day === null) throw new RangeError("no such day");
  return day;
}

function zoned(time: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone);
}
