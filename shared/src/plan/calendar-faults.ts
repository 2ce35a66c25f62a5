import { calendarDay, type ShiftHours } from "../calendar/day-kind.ts";
import { parseDay } from "../calendar/days.ts";
import type { Calendar } from "./schema.ts";

/** What can be wrong with a calendar that has the right shape. */
export type CalendarFaultCode =
  | "shifts-overlap"
  | "break-outside-shift"
  | "day-duplicate"
  | "exception-day-invalid"
  | "exception-duplicate"
  | "exception-overlaps";

/** One thing to mend; `path` is an RFC 6901 pointer into the plan. */
export interface CalendarFault {
  readonly code: CalendarFaultCode;
  readonly path: string;
}

/** Minutes from a day's midnight as clocks show them; past 1 440 on the next day. */
interface Minutes {
  readonly from: number;
  readonly to: number;
}

const DAY_MINUTES = 1_440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Everything that is wrong with a calendar: first with its weekdays, then with its exceptions ([N2], [K9]). */
export function findCalendarFaults(calendar: Calendar): CalendarFault[] {
  return [...weekFaults(calendar), ...exceptionFaults(calendar)];
}

function weekFaults({ shifts }: Calendar): CalendarFault[] {
  const faults: CalendarFault[] = [];
  const taken: Minutes[] = [];
  for (const [s, shift] of shifts.entries()) {
    const path = `/calendar/shifts/${s}`;
    if (new Set(shift.days).size < shift.days.length) {
      faults.push({ code: "day-duplicate", path: `${path}/days` });
    }
    faults.push(...breakFaults(shift, path));
    const own = [...new Set(shift.days)].map((day) => minutesOf(shift, (day - 1) * DAY_MINUTES));
    if (overlaps(own, own) || overlaps(own, taken)) faults.push({ code: "shifts-overlap", path });
    taken.push(...own);
  }
  return faults;
}

function exceptionFaults(calendar: Calendar): CalendarFault[] {
  const seen = new Set<string>();
  return (calendar.exceptions ?? []).flatMap(({ day: written, shifts }, e) => {
    const path = `/calendar/exceptions/${e}`;
    const day = parseDay(written);
    if (day === null) return [{ code: "exception-day-invalid" as const, path: `${path}/day` }];
    if (seen.has(written)) return [{ code: "exception-duplicate" as const, path: `${path}/day` }];
    seen.add(written);
    return shifts.flatMap((shift, s) => [
      ...breakFaults(shift, `${path}/shifts/${s}`),
      ...(shifts.slice(0, s).some((before) => meet(minutesOf(shift), minutesOf(before)))
        ? [{ code: "shifts-overlap" as const, path: `${path}/shifts/${s}` }]
        : []),
      ...(neighboursOf(calendar, day).some((other) => meet(minutesOf(shift), other))
        ? [{ code: "exception-overlaps" as const, path: `${path}/shifts/${s}` }]
        : []),
    ]);
  });
}

/** The shifts of the day before and of the day after; of two exceptions in a row only the second one is at fault. */
function neighboursOf(calendar: Calendar, day: number): Minutes[] {
  const before = calendarDay(calendar, day - 1);
  const after = calendarDay(calendar, day + 1);
  return [
    ...before.shifts.map((shift) => minutesOf(shift, -DAY_MINUTES)),
    ...(after.kind === "exception" ? [] : after.shifts).map((shift) =>
      minutesOf(shift, DAY_MINUTES),
    ),
  ];
}

function breakFaults({ from, to, breaks = [] }: ShiftHours, path: string): CalendarFault[] {
  const length = lengthOf(minuteOf(from), minuteOf(to));
  return breaks.flatMap((pause, b) => {
    const start = (minuteOf(pause.from) - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES;
    const end = start + lengthOf(minuteOf(pause.from), minuteOf(pause.to));
    return end > length
      ? [{ code: "break-outside-shift" as const, path: `${path}/breaks/${b}` }]
      : [];
  });
}

/** True when a span of one list meets a different span of the other, around the week's end too. */
function overlaps(some: readonly Minutes[], others: readonly Minutes[]): boolean {
  return some.some((a) =>
    others.some(
      (b) =>
        a !== b &&
        [-WEEK_MINUTES, 0, WEEK_MINUTES].some((turn) =>
          meet(a, { from: b.from + turn, to: b.to + turn }),
        ),
    ),
  );
}

function meet(a: Minutes, b: Minutes): boolean {
  return a.from < b.to && b.from < a.to;
}

function minutesOf({ from, to }: Pick<ShiftHours, "from" | "to">, midnight = 0): Minutes {
  const begin = midnight + minuteOf(from);
  return { from: begin, to: begin + lengthOf(minuteOf(from), minuteOf(to)) };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function lengthOf(from: number, to: number): number {
  return to > from ? to - from : to - from + DAY_MINUTES;
}
