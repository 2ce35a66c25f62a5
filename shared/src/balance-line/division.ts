import type { LineTask, LineWork } from "./line-work.ts";
import { plannedMinutes, type Skilled } from "./planned-minutes.ts";

/** Somebody who may work on a line today, with the minutes that each task takes them; null where they can't. */
export interface LinePerson {
  readonly operatorId: string;
  readonly times: readonly (number | null)[];
}

/** Who could do what on a line today. */
export interface LineProblem extends LineWork {
  readonly people: readonly LinePerson[];
}

/** The tasks that somebody is given, by their ids. */
export interface Duty {
  readonly operatorId: string;
  readonly tasks: readonly string[];
}

/** Who does what on a line: everybody once, in the order of the line; who has no task is left free. */
export type Division = readonly Duty[];

/** The minutes of somebody for each task. */
export function timesOf(tasks: readonly LineTask[], operator: Skilled): (number | null)[] {
  return tasks.map((task) => plannedMinutes(task, operator));
}

/** What a proposal says, by name: its tasks and people are numbered as in the problem that was asked about. */
export function divisionOf(
  { tasks, people }: LineProblem,
  proposal: { readonly assignment: readonly number[]; readonly order: readonly number[] },
): Division {
  return proposal.order.flatMap((person) => {
    const operatorId = people[person]?.operatorId;
    if (operatorId === undefined) return [];
    const own = tasks.filter((_, task) => proposal.assignment[task] === person);
    return [{ operatorId, tasks: own.map(({ id }) => id) }];
  });
}

/** Minutes that somebody works on one piece: the sum of their tasks. */
export function dutyMinutes(problem: LineProblem, { operatorId, tasks }: Duty): number {
  const times = problem.people.find((person) => person.operatorId === operatorId)?.times ?? [];
  return problem.tasks.reduce(
    (sum, { id }, index) => sum + (tasks.includes(id) ? (times[index] ?? 0) : 0),
    0,
  );
}

/** Minutes of whoever works longest on a piece: a line puts out no piece faster. */
export function slowestMinutes(problem: LineProblem, division: Division): number {
  return Math.max(0, ...division.map((duty) => dutyMinutes(problem, duty)));
}

/** Gives a task to somebody else; it stays in the order of the line among their other tasks. */
export function giveTask(
  { tasks }: Pick<LineProblem, "tasks">,
  division: Division,
  { task, to }: { readonly task: string; readonly to: string },
): Division {
  return division.map(({ operatorId, tasks: own }) => {
    const kept = own.filter((id) => id !== task);
    if (operatorId !== to) return { operatorId, tasks: kept };
    const mine = new Set([...kept, task]);
    return { operatorId, tasks: tasks.filter(({ id }) => mine.has(id)).map(({ id }) => id) };
  });
}

/** Tasks that come after one which somebody further down the line does: the bundle goes back. */
export function backwardTasks(problem: LineProblem, division: Division): string[] {
  const placeOf = new Map(
    division.flatMap(({ tasks }, place) => tasks.map((task) => [task, place] as const)),
  );
  const idOf = (position: number): string => problem.tasks[position]?.id ?? "";
  const back = problem.precedence
    .filter(([before, after]) => {
      const [first, second] = [placeOf.get(idOf(before)), placeOf.get(idOf(after))];
      return first !== undefined && second !== undefined && first > second;
    })
    .map(([, after]) => idOf(after));
  return [...new Set(back)];
}
