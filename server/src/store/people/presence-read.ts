import { type Plan, type Routing, stationOperations, toQuarter } from "@trame/shared";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { nameOf, type PersonName } from "./line-members.ts";
import { catalogueOf, ordersOfLine } from "./line-orders.ts";
import type { PeopleToday, PersonToday } from "./people-today.ts";

/** A station with those who are there and those who are to come. */
export interface StationPresence {
  readonly stationId: string;
  readonly lineId: string;
  readonly people: readonly (PersonName & {
    readonly assignmentId: string;
    /** Told to a quarter of an hour, UTC ms. */
    readonly since: number;
  })[];
  readonly expected: readonly PersonName[];
  /** Codes and labels of what is done there, as the plan and the orders of the line name it. */
  readonly operations: readonly string[];
}

/** Somebody who is nowhere yet and could come, or has nothing to do where they are. */
export interface FreePerson extends PersonName {
  /** Where they are still badged in; null when nowhere. */
  readonly stationId: string | null;
  readonly skills: readonly { readonly operation: string; readonly level: number }[];
}

/** Who is where today. */
export interface PresenceRead {
  readonly stations: readonly StationPresence[];
  readonly free: readonly FreePerson[];
  readonly absent: readonly PersonName[];
}

type Store = Pick<CatalogueStore, "orders" | "routings">;

/** Who is where, on some lines or all; null for a line that the plan does not have. */
export function presenceOf(
  store: Store,
  { plan, people }: PeopleToday,
  lineId: string | null,
): PresenceRead | null {
  const lines = plan.lines.filter(({ id }) => lineId === null || id === lineId);
  if (lines.length === 0 && lineId !== null) return null;
  return {
    stations: lines.flatMap((line) => stationsOf(store, line, people)),
    free: people
      .filter((person) => isFree(person, lines))
      .map((person) => ({
        ...nameOf(person),
        stationId: person.at?.stationId ?? null,
        skills: person.operator.skills ?? [],
      })),
    absent: people.filter(({ isAbsent }) => isAbsent).map(nameOf),
  };
}

/** Nowhere and to come, or without a task at a station of these lines. */
function isFree(
  { at, isAbsent, isExpected, isSpare, wanted }: PersonToday,
  lines: Plan["lines"],
): boolean {
  if (at === null) return wanted === null && isExpected && !isAbsent;
  const isHere = lines.some(({ stations }) => stations.some(({ id }) => id === at.stationId));
  return isSpare && isHere;
}

function stationsOf(
  store: Store,
  line: Plan["lines"][number],
  people: readonly PersonToday[],
): StationPresence[] {
  const routings = ordersOfLine(store, line).flatMap(
    ({ order }) => catalogueOf(store, order).routings,
  );
  return line.stations.map((station) => ({
    stationId: station.id,
    lineId: line.id,
    people: people.flatMap((person) => {
      const { at } = person;
      if (at?.stationId !== station.id) return [];
      const since = toQuarter(at.since);
      return [{ ...nameOf(person), assignmentId: at.assignmentId, since }];
    }),
    expected: people
      .filter(({ isAbsent, at, wanted }) => !isAbsent && at === null && wanted === station.id)
      .map(nameOf),
    operations: [
      ...new Set([
        station.operation,
        ...(station.operations ?? []),
        ...routings.flatMap((routing) => namesOf(routing, stationOperations(routing, station))),
      ]),
    ],
  }));
}

/** A skill may be noted by code where the plan says the label, and the other way round. */
function namesOf({ operations }: Routing, codes: readonly string[]): string[] {
  return operations
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ code, label }) => [code, label.fr]);
}
