import { type LinePerson, type LineTask, type PlanLine, timesOf } from "@trame/shared";
import type { PeopleToday, PersonToday } from "./people-today.ts";

/** Somebody by the name that stations greet with. */
export interface PersonName {
  readonly operatorId: string;
  readonly name: string;
  readonly pictogram: string | null;
}

/** Somebody who may work on the line today. */
export interface LineMember extends PersonName, LinePerson {
  /** `free`: nowhere yet, and could come. */
  readonly state: "present" | "expected" | "free";
  /** Where they are, or are expected. */
  readonly stationId: string | null;
}

/** Somebody of today by name. */
export function nameOf({ operator }: Pick<PersonToday, "operator">): PersonName {
  const { id, pseudonym, pictogram = null } = operator;
  return { operatorId: id, name: pseudonym, pictogram };
}

/** Those who are on a line, are expected there, or could come; by badge. */
export function membersOf(
  { people }: PeopleToday,
  line: PlanLine,
  tasks: readonly LineTask[],
): LineMember[] {
  return people.flatMap((person) => {
    const place = placeOn(line, person);
    if (place === null) return [];
    return [{ ...nameOf(person), ...place, times: timesOf(tasks, person.operator) }];
  });
}

/** How somebody belongs to a line now; null when they do not. */
export function placeOn(
  { stations }: PlanLine,
  { isAbsent, at, wanted, isExpected }: PersonToday,
): Pick<LineMember, "state" | "stationId"> | null {
  if (isAbsent) return null;
  const isHere = (id: string | null): boolean => stations.some((station) => station.id === id);
  if (at !== null)
    return isHere(at.stationId) ? { state: "present", stationId: at.stationId } : null;
  if (wanted !== null) return isHere(wanted) ? { state: "expected", stationId: wanted } : null;
  return isExpected ? { state: "free", stationId: null } : null;
}
