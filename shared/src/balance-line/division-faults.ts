import type { Division, Duty, LineProblem } from "./division.ts";

/** What makes a division impossible. */
export type DivisionFault =
  | { readonly kind: "task-unknown" | "task-twice" | "task-missing"; readonly task: string }
  | { readonly kind: "person-unknown" | "person-twice"; readonly operatorId: string }
  | { readonly kind: "cannot"; readonly task: string; readonly operatorId: string };

/** All that makes a division impossible: each task is given once, to somebody of the line who can do it. */
export function divisionFaults(problem: LineProblem, division: Division): DivisionFault[] {
  const given = division.flatMap(({ operatorId, tasks }) =>
    tasks.map((task) => ({ operatorId, task })),
  );
  const once = new Set(given.map(({ task }) => task));
  const missing = problem.tasks.filter(({ id }) => !once.has(id));
  return [
    ...division.flatMap((duty, place) => personFault(problem, duty, division.slice(0, place))),
    ...given.flatMap((one, place) => taskFault(problem, one, given.slice(0, place))),
    ...missing.map(({ id }) => ({ kind: "task-missing" as const, task: id })),
  ];
}

interface Given {
  readonly operatorId: string;
  readonly task: string;
}

function personFault({ people }: LineProblem, { operatorId }: Duty, before: Division) {
  const faults: DivisionFault[] = [];
  if (!people.some((person) => person.operatorId === operatorId))
    faults.push({ kind: "person-unknown", operatorId });
  if (before.some((duty) => duty.operatorId === operatorId))
    faults.push({ kind: "person-twice", operatorId });
  return faults;
}

function taskFault(
  { tasks, people }: LineProblem,
  { operatorId, task }: Given,
  before: readonly Given[],
): DivisionFault[] {
  const position = tasks.findIndex(({ id }) => id === task);
  if (position < 0) return [{ kind: "task-unknown", task }];
  if (before.some((other) => other.task === task)) return [{ kind: "task-twice", task }];
  const person = people.find((each) => each.operatorId === operatorId);
  const isAble = person === undefined || typeof person.times[position] === "number";
  return isAble ? [] : [{ kind: "cannot", task, operatorId }];
}
