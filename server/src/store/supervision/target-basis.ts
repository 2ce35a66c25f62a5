import {
  type DayNumber,
  dayMinutes,
  isWorked,
  lineWork,
  ownWindows,
  type Plan,
  type PlanLine,
  plannedGarmentMinutes,
  sumMinutes,
  type Timeline,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { catalogueOf, ordersOfLine } from "../people/line-orders.ts";
import { createPeopleToday, type PeopleToday } from "../people/people-today.ts";

/** Who is expected on a line; how many, never who. */
export interface LinePeople {
  readonly count: number;
  /** Σ over them: minutes of their own hours within the workshop's, breaks removed. */
  readonly personMinutes: number;
}

/** What a line takes for a garment. */
export interface LineGarment {
  /** null: by the plan's stations, since no order with a routing is sewn there. */
  readonly orderId: string | null;
  readonly standardMinutes: number;
}

/** What the target of a line is computed from. */
export interface LineBasis {
  readonly line: PlanLine;
  readonly people: LinePeople;
  /** null for a line without stations. */
  readonly garment: LineGarment | null;
}

/** The lines of a day. */
export interface DayBasis {
  /** false on a day off. */
  readonly isWorked: boolean;
  /** In the order of the plan; none before the first plan. */
  readonly lines: readonly LineBasis[];
}

/** @param now UTC ms */
export type TargetBasis = (day: DayNumber, now: number) => DayBasis;

export interface TargetBasisDeps {
  readonly catalogue: Pick<CatalogueStore, "orders" | "routings">;
  readonly timeline: () => Timeline;
}

const DAY_MS = 86_400_000;

/**
 * Reads what targets are computed from ([F20]), over any connection. Of today those count who are on the line or wanted there; where
 * nobody is known to be, and on other days, the operators of the plan.
 */
export function createTargetBasis(
  sqlite: Database,
  { catalogue, timeline: readTimeline }: TargetBasisDeps,
): TargetBasis {
  const readPeople = createPeopleToday(sqlite, readTimeline);
  return (day, now) => {
    const timeline = readTimeline();
    const isToday = timeline.slotAt(now)?.day === day;
    const plan = isToday ? timeline.planAt(now) : planOf(timeline, day, now);
    if (plan === null) return { isWorked: false, lines: [] };
    const today = isToday ? readPeople(now) : null;
    const on = { day, windows: timeline.windowsOf(day), timeZone: plan.workshop.timeZone };
    return {
      isWorked: isWorked(plan.calendar, day),
      lines: plan.lines.map((line) => ({
        line,
        people: peopleOf(line, today, on),
        garment: garmentOf(line, catalogue),
      })),
    };
  };
}

/** The plan of another day: as it ended, or as it will begin. */
function planOf(timeline: Timeline, day: DayNumber, now: number): Plan | null {
  const windows = timeline.windowsOf(day);
  const noon = day * DAY_MS + DAY_MS / 2;
  const isPast = noon < now;
  return timeline.planAt((isPast ? windows.at(-1)?.to : windows[0]?.from) ?? noon);
}

function peopleOf(
  { stations, operators = 0 }: PlanLine,
  today: PeopleToday | null,
  on: Parameters<typeof ownWindows>[1],
): LinePeople {
  const isHere = (id: string | null): boolean => stations.some((station) => station.id === id);
  const known = (today?.people ?? []).filter(
    ({ isAbsent, at, wanted }) => !isAbsent && isHere(at === null ? wanted : at.stationId),
  );
  if (known.length === 0) {
    return { count: operators, personMinutes: sumMinutes([operators * dayMinutes(on.windows)]) };
  }
  const minutes = known.map(({ operator }) => dayMinutes(ownWindows(operator.pattern, on)));
  return { count: known.length, personMinutes: sumMinutes(minutes) };
}

/** The first order that has something to do on the line, as its proposal of who does what takes it. */
function garmentOf(line: PlanLine, catalogue: TargetBasisDeps["catalogue"]): LineGarment | null {
  for (const { id, order } of ordersOfLine(catalogue, line)) {
    const { tasks } = lineWork(order, catalogueOf(catalogue, order), line.stations);
    if (tasks.length === 0) continue;
    const standardMinutes = sumMinutes(tasks.map((task) => task.standardMinutes));
    return { orderId: id, standardMinutes };
  }
  const standardMinutes = plannedGarmentMinutes(line);
  return standardMinutes === null ? null : { orderId: null, standardMinutes };
}
