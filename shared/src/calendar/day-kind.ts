import type { Calendar, CalendarException } from "../plan/schema.ts";
import { type DayNumber, formatDay } from "./days.ts";
import { holidayOn } from "./holidays.ts";

/** Hours of one shift as they are written: `to` not after `from` is the next day's. */
export type ShiftHours = CalendarException["shifts"][number];

/** What a calendar makes of a day: an exception is stronger than a holiday, a holiday than the weekday ([K7]). */
export interface CalendarDay {
  /** `holiday` also where the weekday would have been off. */
  readonly kind: "working" | "off" | "holiday" | "exception";
  /** Of the holiday, or of the exception where it has one. */
  readonly label: { readonly fr: string; readonly en: string } | null;
  /** Those that begin on the day; a night shift belongs to it whole. */
  readonly shifts: readonly ShiftHours[];
}

/** What a day is, and which shifts begin on it. */
export function calendarDay(calendar: Calendar, day: DayNumber): CalendarDay {
  const exception = exceptionOn(calendar, day);
  if (exception !== undefined) {
    const { label, shifts } = exception;
    return {
      kind: "exception",
      label: label === undefined ? null : { fr: label, en: label },
      shifts,
    };
  }
  const holiday = calendar.holidays === undefined ? null : holidayOn(calendar.holidays, day);
  if (holiday !== null) return { kind: "holiday", label: holiday.label, shifts: [] };
  const weekday = weekdayOf(day);
  const shifts = calendar.shifts.filter(({ days }) => days.includes(weekday));
  return { kind: shifts.length > 0 ? "working" : "off", label: null, shifts };
}

/** Whether anybody works on a day at all. */
export function isWorked(calendar: Calendar, day: DayNumber): boolean {
  return calendarDay(calendar, day).shifts.length > 0;
}

/** 1 = Monday … 7 = Sunday. Day 0 was a Thursday. Screens ask too, and older browsers have no Temporal. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function exceptionOn({ exceptions = [] }: Calendar, day: DayNumber): CalendarException | undefined {
  if (exceptions.length === 0) return undefined;
  const written = formatDay(day);
  return exceptions.find((exception) => exception.day === written);
}
