import type { Span } from "../board/board.ts";
import { type DayNumber, formatDay } from "../calendar/days.ts";
import { shiftsOf } from "../calendar/shifts.ts";
import { clipSpan } from "../calendar/spans.ts";
import type { Plan, PlanLine, PlanStation } from "../plan/schema.ts";
import type { PlanVersion } from "../plan/timeline.ts";

/** A plan and the part of a working day in which it holds. */
export interface PlanStretch extends Span {
  readonly plan: Plan;
}

/** The plans in force on a working day, ascending. A night shift belongs to the day on which it begins. */
export function plansOfDay(versions: readonly PlanVersion[], day: DayNumber): PlanStretch[] {
  return versions.flatMap(({ from, plan }, index) => {
    const span = { from, to: versions[index + 1]?.from ?? Number.POSITIVE_INFINITY };
    const part = clipSpan(dayOf(plan, day), span);
    return part === null ? [] : [{ ...part, plan }];
  });
}

/** From midnight, or the end of the night shift before, to midnight, or the end of the night shift. */
function dayOf({ calendar, workshop }: Plan, day: DayNumber): Span {
  const { timeZone } = workshop;
  const midnight = (date: DayNumber): number =>
    Temporal.PlainDate.from(formatDay(date)).toZonedDateTime(timeZone).epochMilliseconds;
  const turn = (date: DayNumber): number =>
    Math.max(midnight(date), ...shiftsOf(calendar, timeZone, date - 1).map(({ span }) => span.to));
  return { from: turn(day), to: turn(day + 1) };
}

/** Lines and their stations in the order of the plans, later plans adding what is new. */
export function rosterOf(stretches: readonly PlanStretch[]): Map<string, Set<string>> {
  const roster = new Map<string, Set<string>>();
  for (const { id, stations } of stretches.flatMap(({ plan }) => plan.lines)) {
    const stationIds = roster.get(id) ?? new Set();
    for (const station of stations) stationIds.add(station.id);
    roster.set(id, stationIds);
  }
  return roster;
}

/** Looks up a line; undefined in a plan that does not have it. */
export function planLineOf({ lines }: Plan, lineId: string): PlanLine | undefined {
  return lines.find(({ id }) => id === lineId);
}

/** Looks up a station of a line; undefined in a plan that does not have it there. */
export function planStationOf(
  plan: Plan,
  lineId: string,
  stationId: string,
): PlanStation | undefined {
  return planLineOf(plan, lineId)?.stations.find(({ id }) => id === stationId);
}
