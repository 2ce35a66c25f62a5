import {
  type CalendarDay,
  calendarDay,
  createTimeline,
  type DayNumber,
  formatDay,
  type Plan,
  type PlanVersion,
  type Span,
  shiftsOf,
} from "@trame/shared";

/** A day of the working calendar. */
export interface CalendarDayRow {
  /** YYYY-MM-DD */
  day: string;
  kind: CalendarDay["kind"];
  label: CalendarDay["label"];
  /** Working time, breaks removed, as the plans in force at each moment have it. */
  windows: Span[];
  /** Those that begin on the day. */
  shifts: Span[];
}

/** Both ends are inside. */
export interface DayRange {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const NO_PLAN = { fr: "Aucun plan n’était en vigueur", en: "No plan was in force" };

/** What the plans make of each day of a range; a day that changes its plan is told as its last plan has it. */
export function createCalendarDays(
  versions: readonly PlanVersion[],
  { from, to }: DayRange,
): CalendarDayRow[] {
  const timeline = createTimeline(versions);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const day = from + index;
    const plan = planOn(timeline.versions, day);
    const windows = timeline.windowsOf(day);
    if (plan === null) return { ...beforePlans(timeline.versions, day), windows };
    const { kind, label } = calendarDay(plan.calendar, day);
    const shifts = shiftsOf(plan.calendar, plan.workshop.timeZone, day).map(({ span }) => span);
    return { day: formatDay(day), kind, label, windows, shifts };
  });
}

/** Nobody worked by a plan then; holidays are those of the first one, since they need none to be known ([K14]). */
function beforePlans([first]: readonly PlanVersion[], day: DayNumber) {
  const named = first === undefined ? null : calendarDay(first.plan.calendar, day);
  const isHoliday = named?.kind === "holiday";
  const { kind, label } = isHoliday ? named : { kind: "off" as const, label: NO_PLAN };
  return { day: formatDay(day), kind, label, shifts: [] };
}

/** The last plan in force on a calendar date; null before the first one. */
function planOn(versions: readonly PlanVersion[], day: DayNumber): Plan | null {
  const next = Temporal.PlainDate.from(formatDay(day + 1));
  const version = versions.findLast(
    ({ from, plan }) => from < next.toZonedDateTime(plan.workshop.timeZone).epochMilliseconds,
  );
  return version?.plan ?? null;
}
