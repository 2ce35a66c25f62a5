import {
  type BlankWords,
  type Division,
  type DivisionFault,
  divisionFaults,
  type RefusalCode,
  seatsOf,
} from "@trame/shared";
import { type Answer, type CatalogueRefusal, refused } from "../catalogue/answer.ts";
import { noteOfPeople } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import { type LineRead, lineReadOf } from "./line-read.ts";
import type { PeopleToday } from "./people-today.ts";
import type { Postings } from "./postings.ts";

/** Who does what on a line today, proposed and perhaps changed. */
export interface AcceptDivision {
  readonly lineId: string;
  readonly orderId: string;
  readonly people: Division;
}

export interface AcceptDeps extends Pick<Modules, "catalogue" | "facts" | "transact"> {
  readonly postings: Postings;
  readonly peopleToday: (now: number) => PeopleToday | null;
}

/** Nothing is kept of a division that gives somebody what they can't do, or leaves a task to nobody ([PS5]). */
export function acceptDivision(
  { catalogue, facts, postings, peopleToday, transact }: AcceptDeps,
  { lineId, orderId, people }: AcceptDivision,
  now: number,
): Answer<null> {
  const today = peopleToday(now);
  const line = today?.plan.lines.find(({ id }) => id === lineId);
  if (today === null || line === undefined)
    return refused({ code: "line-unknown", path: "/line", blanks: { id: lineId } });
  const read = lineReadOf(catalogue, today, { line, orderId });
  if (read === null)
    return refused({ code: "order-unknown", path: "/orderId", blanks: { id: orderId } });
  const [fault] = divisionFaults(read, people);
  if (fault !== undefined) return refused(refusalOf(fault, { read, today }));
  const seats = seatsOf(read.tasks, people);
  const duties = people.map((duty, index) => ({
    ...duty,
    stationIds: seats[index]?.stationIds ?? [],
  }));
  transact(() => {
    noteOfPeople(facts, { what: "posting", subject: lineId }, now);
    postings.put(today.day, { lineId, recordedAt: now, orderId, people: duties });
    for (const { operatorId } of people) postings.unsend(today.day, operatorId);
  });
  return { ok: true, value: null };
}

/** Why a division was not taken, in the words that people know. */
function refusalOf(fault: DivisionFault, said: Said): CatalogueRefusal {
  const path = "/people";
  const name = "operatorId" in fault ? nameIn(said, fault.operatorId) : "";
  const operation = "task" in fault ? operationIn(said, fault.task) : "";
  switch (fault.kind) {
    case "person-unknown":
      return { code: whyUnknown(said, fault.operatorId), path, blanks: { name } };
    case "person-twice":
      return { code: "balance-person-twice", path, blanks: { name } };
    case "cannot":
      return { code: "balance-cannot", path, blanks: { name, operation } };
    case "task-missing":
      return { code: "balance-task-missing", path, blanks: { operation } };
    case "task-twice":
      return { code: "balance-task-twice", path, blanks: { operation } };
    case "task-unknown":
      return { code: "balance-tasks-changed", path };
  }
}

interface Said {
  readonly read: LineRead;
  readonly today: PeopleToday;
}

/** Somebody who is away, or works elsewhere. */
function whyUnknown({ today }: Said, operatorId: string): RefusalCode {
  const isAbsent = personIn(today, operatorId)?.isAbsent === true;
  return isAbsent ? "posting-absent" : "balance-person-elsewhere";
}

function nameIn({ today }: Said, operatorId: string): string {
  return personIn(today, operatorId)?.operator.pseudonym ?? operatorId;
}

function operationIn({ read }: Said, task: string): string | BlankWords {
  return read.tasks.find(({ id }) => id === task)?.label ?? task;
}

function personIn({ people }: PeopleToday, operatorId: string) {
  return people.find(({ operator }) => operator.id === operatorId);
}
