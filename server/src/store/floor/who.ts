import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Sent } from "./act-sent.ts";
import type { Assignments } from "./assignments.ts";
import type { StoredAnswer } from "./stored-answer.ts";

/** Whoever the screen says, or whoever is alone at the station. */
export function whoIs(
  assignments: Assignments,
  { assignmentId, stationId, dated }: Sent,
): string | null {
  if (assignmentId !== undefined) return assignments.find(assignmentId)?.id ?? null;
  const present = stationId === null ? [] : assignments.presentAt(stationId, dated.at);
  return present.length === 1 ? (present[0]?.id ?? null) : null;
}

/** The log names nobody; a greeting does ([Y10]). */
export function greet(
  {
    catalogue,
    floor,
  }: {
    readonly catalogue: Pick<CatalogueStore, "operators">;
    readonly floor: { readonly assignments: Assignments };
  },
  answer: StoredAnswer,
): StoredAnswer {
  if (answer.assignmentId === undefined) return answer;
  const operatorId = floor.assignments.find(answer.assignmentId)?.operatorId ?? "";
  const pseudonym = catalogue.operators.find(operatorId)?.pseudonym ?? "";
  return { ...answer, blanks: { ...answer.blanks, pseudonym } };
}
