/** What a proposal must be, told apart from how it is found; and the best one, by trying all. */
import type { BalanceRequest, Proposal } from "../../../../server/src/balance/request.ts";

/** What is wrong with a proposal; nothing when it is as it must be. */
export function faultsOf({ tasks, precedence, times }: BalanceRequest, said: Proposal): string[] {
  const { assignment, order, slowest } = said;
  const people = times.map((_, person) => person);
  const faults: string[] = [];
  if (assignment.length !== tasks) faults.push("not each task once");
  if (order.toSorted((a, b) => a - b).join() !== people.join()) faults.push("not everybody once");
  for (const [task, person] of assignment.entries()) {
    if (typeof times[person]?.[task] !== "number") faults.push(`${person} can't do ${task}`);
  }
  const placeOf = (task: number): number => order.indexOf(assignment[task] ?? -1);
  for (const [task = 0, next = 0] of precedence) {
    if (placeOf(task) > placeOf(next)) faults.push(`${next} comes before ${task}`);
  }
  const longest = Math.max(
    ...people.map((person) => minutesOf(times[person]!, assignment, person)),
  );
  if (Math.abs(longest - slowest) > 1e-9) faults.push(`slowest is ${longest}`);
  return faults;
}

/** The least cycle time of a small line, by every assignment and every order of people; Infinity without one. */
export function leastCycleOf({ tasks, precedence, times }: BalanceRequest): number {
  const orders = ordersOf(times.map((_, person) => person));
  let least = Number.POSITIVE_INFINITY;
  for (let code = 0; code < times.length ** tasks; code++) {
    const assignment = Array.from(
      { length: tasks },
      (_, task) => Math.floor(code / times.length ** task) % times.length,
    );
    if (assignment.some((person, task) => times[person]![task] === null)) continue;
    const slowest = Math.max(...times.map((row, person) => minutesOf(row, assignment, person)));
    if (slowest >= least) continue;
    const keeps = (order: number[]): boolean =>
      precedence.every(
        ([task, next]) => order.indexOf(assignment[task!]!) <= order.indexOf(assignment[next!]!),
      );
    if (orders.some(keeps)) least = slowest;
  }
  return least;
}

function minutesOf(
  row: readonly (number | null)[],
  assignment: readonly number[],
  person: number,
): number {
  return row.reduce<number>(
    (sum, each, task) => sum + (assignment[task] === person ? (each ?? 0) : 0),
    0,
  );
}

function ordersOf(people: readonly number[]): number[][] {
  if (people.length === 0) return [[]];
  return people.flatMap((first) =>
    ordersOf(people.filter((person) => person !== first)).map((rest) => [first, ...rest]),
  );
}
