import type { Order } from "./beam.ts";
import { readLine } from "./read-line.ts";
import type { BalanceFault, BalanceRequest, Proposal } from "./request.ts";
import { solve, type Time } from "./solve.ts";

/**
 * Proposes who does what, so that whoever works longest works as short as can be: the assembly line worker assignment
 * and balancing problem of the second type (ALWABP-2; Miralles and others, 2007). Each task is done once by somebody
 * who can, and what must be done before it is done by the same person or by one who comes before in the order. A person
 * may be left without a task: no proposal is slower for it. Returns within the time.
 */
export function propose(request: BalanceRequest, time: Time): Proposal | BalanceFault {
  const read = readLine(request);
  if ("code" in read) return read;
  const found = solve(read.line, time);
  if (found === "none") return { code: "balance-impossible" };
  if (found === "over") return { code: "balance-not-found" };
  const assignment = new Array<number>(request.tasks).fill(-1);
  for (const { person, tasks } of found.order) for (const task of tasks) assignment[task] = person;
  return {
    assignment,
    order: everybody(found.order, request.times.length),
    slowest: slowestOf(request.times, assignment),
    exact: found.slowest === found.bound,
  };
}

function everybody(order: Order, people: number): number[] {
  const working = order.map(({ person }) => person);
  const idle = Array.from({ length: people }, (_, person) => person);
  return [...working, ...idle.filter((person) => !working.includes(person))];
}

/** Minutes as they were given, added: 0.1 and 0.2 make 0.3. */
function slowestOf(times: BalanceRequest["times"], assignment: readonly number[]): number {
  const sums = times.map((row, person) =>
    row.reduce<number>(
      (sum, minutes, task) => (assignment[task] === person ? sum + (minutes ?? 0) : sum),
      0,
    ),
  );
  return Number(Math.max(...sums).toPrecision(12));
}
