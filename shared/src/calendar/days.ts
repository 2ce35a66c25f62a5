/** Milliseconds in a minute. */
export const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
/** What is written before or after these is a slip of the pen, and its neighbours may be no dates any more. */
const FIRST_DAY = "2000-01-01";
const LAST_DAY = "2199-12-31";
/** What follows the date in an ISO moment; the date itself is longer after the year 9999. */
const TIME_LENGTH = "T00:00:00.000Z".length;

/** A working day as a number: days since 1970-01-01. */
export type DayNumber = number;

/** A date as Temporal has it; months count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `2026-11-23` → 20780; null for what is no date from 2000-01-01 to 2199-12-31. */
export function parseDay(text: string): DayNumber | null {
  if (!DAY_PATTERN.test(text) || text < FIRST_DAY || text > LAST_DAY) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return null;
  return ms / DAY_MS;
}

/** The day of a calendar date, whatever its year. */
export function dayOfDate({ year, month, day }: CalendarDate): DayNumber {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** 20780 → `2026-11-23`. */
export function formatDay(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, -TIME_LENGTH);
}
