import type { Calendar, Plan } from "@trame/shared";
import type { Person, Scenario } from "./scenario.ts";
import { spotsOf } from "./spots.ts";
import type { SimulatedLine } from "./workshop.ts";

/** What a plan needs besides the lines. */
export interface PlanOptions {
  readonly calendar: Calendar;
  /** Week of the story, from 1; sets the target. */
  readonly week: number;
  /** Secret of each device, by id. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** The plan that a server needs to count what these lines sew. */
export function planOf(lines: readonly SimulatedLine[], options: PlanOptions): Plan {
  const [first] = lines;
  if (first === undefined) throw new RangeError("a plan needs a line");
  return {
    workshop: first.scenario.workshop,
    calendar: options.calendar,
    ...thresholdsOf(first.scenario),
    lines: lines.map(({ id, name, scenario }, index) => ({
      id,
      name,
      target: targetOf(scenario, options.week),
      operators: countOperators(scenario.people),
      stations: stationsOf(scenario, index),
    })),
    devices: lines.flatMap(({ scenario }) =>
      scenario.stations.flatMap(({ device }) => {
        if (device === undefined) return [];
        const secret = options.secrets.get(device);
        return secret === undefined ? { id: device } : { id: device, secret };
      }),
    ),
  };
}

/** The target of a week; after the last one it stays. */
export function targetOf({ targets }: Scenario, week: number): number {
  return targets[Math.min(week, targets.length) - 1] ?? 0;
}

/** The scenario's own hours as a calendar. */
export function calendarOf({ shift }: Scenario): Calendar {
  const { days, from, to, breaks } = shift;
  return { shifts: [{ days: [...days], from, to, breaks: [...breaks] }] };
}

function thresholdsOf({ thresholds = [], operations }: Scenario): Pick<Plan, "thresholds"> {
  const named = thresholds.flatMap((threshold) =>
    operations
      .filter(({ id }) => id === threshold.operation)
      .map(({ name }) => ({ ...threshold, operation: name })),
  );
  return named.length === 0 ? {} : { thresholds: named };
}

function stationsOf(
  { stations, operations }: Scenario,
  line: number,
): Plan["lines"][number]["stations"] {
  const spots = spotsOf(stations.length, line);
  return stations.flatMap(({ id, name, operation, device }, index) =>
    operations
      .filter((each) => each.id === operation)
      .map((each) => ({
        id,
        name,
        operation: each.name,
        standardMinutes: each.standardMinutes,
        ...spots[index],
        ...(device !== undefined && {
          device,
          minStitches: each.minStitches,
          trimsPerPiece: each.trimsPerPiece,
        }),
      })),
  );
}

/** Full-time equivalents, in hundredths. */
function countOperators(people: readonly Person[]): number {
  const shares = people.reduce((sum, { present: [from, to] }) => sum + to - from, 0);
  return Math.round(shares * 100) / 100;
}
