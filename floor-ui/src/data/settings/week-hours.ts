import type { Calendar, ShiftHours } from "@trame/shared";

/** 1 = Monday … 7 = Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const DAY_MINUTES = 1_440;

/** What is worked on each day of a week without holidays. */
export interface WeekHours {
  /** By weekday, Monday first; shifts belong to the day on which they begin. */
  readonly days: readonly { readonly weekday: number; readonly minutes: number }[];
  readonly minutes: number;
}

/** Working minutes of a plain week, breaks taken off. */
export function weekHours({ shifts }: Pick<Calendar, "shifts">): WeekHours {
  const days = WEEKDAYS.map((weekday) => ({
    weekday,
    minutes: shifts
      .filter((shift) => shift.days.includes(weekday))
      .reduce((sum, shift) => sum + shiftMinutes(shift), 0),
  }));
  return { days, minutes: days.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** Working minutes of a shift: from its beginning to its end, the next day where that comes first, without its breaks. */
export function shiftMinutes({ from, to, breaks = [] }: ShiftHours): number {
  const pauses = breaks.reduce((sum, pause) => sum + lengthOf(pause.from, pause.to), 0);
  return Math.max(0, lengthOf(from, to) - pauses);
}

/** Whether a shift ends on the day after. */
export function isNight({ from, to }: Pick<ShiftHours, "from" | "to">): boolean {
  return to <= from;
}

/** `08:00` → 480; 0 for what is no time yet. */
function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) || 0;
}

function lengthOf(from: string, to: string): number {
  const length = minuteOf(to) - minuteOf(from);
  return length > 0 ? length : length + DAY_MINUTES;
}
