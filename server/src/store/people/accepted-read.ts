import type { LineTask, PlanLine } from "@trame/shared";
import { nameOf, type PersonName, placeOn } from "./line-members.ts";
import type { PeopleToday, PersonToday } from "./people-today.ts";
import type { PostedDuty, Posting } from "./postings.ts";

/** Who does what, as it was accepted today. */
export interface AcceptedRead {
  readonly orderId: string;
  /** UTC ms. */
  readonly at: number;
  readonly people: readonly (PostedDuty & PersonName)[];
  /** Whether it can't be kept: somebody is missing or came since, or there are other operations. */
  readonly isStale: boolean;
  readonly missing: readonly PersonName[];
  readonly came: readonly PersonName[];
  readonly hasOtherTasks: boolean;
}

/** What was accepted on a line beside who is there now. Nobody misses who was left without a task. */
export function acceptedOf(
  posting: Posting,
  { people }: PeopleToday,
  { line, tasks }: { readonly line: PlanLine; readonly tasks: readonly LineTask[] },
): AcceptedRead {
  const byId = new Map(people.map((person) => [person.operator.id, person]));
  const posted = new Set(posting.people.map(({ operatorId }) => operatorId));
  const isHere = (person: PersonToday, isWorking: boolean): boolean => {
    const place = placeOn(line, person);
    return place !== null && (place.state !== "free" || !isWorking);
  };
  const missing = posting.people.flatMap(({ operatorId, tasks: own }) => {
    const person = byId.get(operatorId);
    if (person === undefined || own.length === 0 || isHere(person, true)) return [];
    return [nameOf(person)];
  });
  const came = people
    .filter((person) => !posted.has(person.operator.id))
    .filter((person) => ["present", "expected"].includes(placeOn(line, person)?.state ?? ""))
    .map(nameOf);
  const given = posting.people.flatMap((duty) => duty.tasks).toSorted();
  const hasOtherTasks =
    given.join("\n") !==
    tasks
      .map(({ id }) => id)
      .toSorted()
      .join("\n");
  return {
    orderId: posting.orderId,
    at: posting.recordedAt,
    people: posting.people.map((duty) => ({
      ...duty,
      ...nameOf(byId.get(duty.operatorId) ?? { operator: unknown(duty.operatorId) }),
    })),
    isStale: missing.length + came.length > 0 || hasOtherTasks,
    ...{ missing, came, hasOtherTasks },
  };
}

function unknown(id: string): PersonToday["operator"] {
  return { id, pseudonym: id, badge: 0 };
}
