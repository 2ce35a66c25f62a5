import type { Calendar } from "@trame/shared";

/** A clock hour of a calendar day. */
export interface DayHour {
  /** Beginning of the hour; UTC ms. */
  readonly at: number;
  /** 0 to 23. */
  readonly hour: number;
}

const HOUR_MS = 3_600_000;
/** No zone is further from UTC. */
const FURTHEST_HOURS = 15;

/**
 * The clock hours of a day (YYYY-MM-DD) in a zone: 23, 24 or 25 of them. Each hour of UTC around the day is asked for its name;
 * nothing is computed about the zone.
 */
export function hoursOfDay(day: string, timeZone: string): DayHour[] {
  const noon = Date.parse(`${day}T12:00Z`);
  if (Number.isNaN(noon)) return [];
  const names = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const hours: DayHour[] = [];
  // Some zones are half an hour off: their hours begin between two of ours.
  for (
    let at = noon - (12 + FURTHEST_HOURS) * HOUR_MS;
    at < noon + 28 * HOUR_MS;
    at += HOUR_MS / 4
  ) {
    const [date, time] = names.format(at).split(" ");
    if (date === day && time?.endsWith(":00") === true)
      hours.push({ at, hour: Number.parseInt(time, 10) });
  }
  return hours;
}

/** Those in which the workshop works by its calendar; all when it does not work that day. */
export function workedHours(hours: readonly DayHour[], day: string, calendar: Calendar): DayHour[] {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay() || 7;
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  const worked = hours.filter(({ hour }) =>
    calendar.shifts.some(({ days, from, to }) => {
      const isNight = to <= from;
      const begins = days.includes(weekday) && isWithin(hour, from, isNight ? "24:00" : to);
      const goesOn = isNight && days.includes(yesterday) && isWithin(hour, "00:00", to);
      return begins || goesOn;
    }),
  );
  return worked.length === 0 ? [...hours] : worked;
}

function isWithin(hour: number, from: string, to: string): boolean {
  return hour >= Number.parseInt(from, 10) && `${String(hour).padStart(2, "0")}:00` < to;
}
