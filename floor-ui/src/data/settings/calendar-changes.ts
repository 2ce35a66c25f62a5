import type { Calendar, CalendarException, ShiftHours } from "@trame/shared";
import { isSame } from "./same.ts";
import { WEEKDAYS } from "./week-hours.ts";

/** One thing that differs between two calendars. */
export type CalendarChange =
  | {
      readonly kind: "hours";
      /** Weekdays that change alike, ascending. */
      readonly days: readonly number[];
      readonly before: readonly ShiftHours[];
      readonly after: readonly ShiftHours[];
    }
  | {
      readonly kind: "holidays";
      readonly before: Calendar["holidays"] | null;
      readonly after: Calendar["holidays"] | null;
    }
  | {
      readonly kind: "exception-added" | "exception-changed";
      readonly exception: CalendarException;
    }
  | { readonly kind: "exception-removed"; readonly exception: CalendarException };

/** What differs between two calendars, weekdays first: what a person reads before it is sent ([SE6]). */
export function calendarChanges(before: Calendar, after: Calendar): CalendarChange[] {
  const [was, is] = [before.holidays ?? null, after.holidays ?? null];
  return [
    ...hourChanges(before, after),
    ...(was === is ? [] : [{ kind: "holidays" as const, before: was, after: is }]),
    ...exceptionChanges(before.exceptions ?? [], after.exceptions ?? []),
  ];
}

function hourChanges(before: Calendar, after: Calendar): CalendarChange[] {
  const changes = WEEKDAYS.map((weekday) => ({
    weekday,
    before: shiftsOn(before, weekday),
    after: shiftsOn(after, weekday),
  })).filter((day) => !isSame(day.before, day.after));
  const alike: HoursChange[] = [];
  for (const { weekday, ...change } of changes) {
    const known = alike.find((each) =>
      isSame([each.before, each.after], [change.before, change.after]),
    );
    if (known === undefined) alike.push({ kind: "hours", days: [weekday], ...change });
    else known.days.push(weekday);
  }
  return alike;
}

interface HoursChange {
  readonly kind: "hours";
  readonly days: number[];
  readonly before: ShiftHours[];
  readonly after: ShiftHours[];
}

/** The shifts that begin on a weekday, as they are written, by their beginning. */
function shiftsOn({ shifts }: Calendar, weekday: number): ShiftHours[] {
  return shifts
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to, breaks = [] }) => ({ from, to, breaks }))
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

function exceptionChanges(
  before: readonly CalendarException[],
  after: readonly CalendarException[],
): CalendarChange[] {
  const was = new Map(before.map((each) => [each.day, each]));
  const days = new Set(after.map(({ day }) => day));
  return [
    ...before
      .filter(({ day }) => !days.has(day))
      .map((exception) => ({ kind: "exception-removed" as const, exception })),
    ...after.flatMap((exception): CalendarChange[] => {
      const old = was.get(exception.day);
      if (old === undefined) return [{ kind: "exception-added", exception }];
      return isSame(old, exception) ? [] : [{ kind: "exception-changed", exception }];
    }),
  ];
}
