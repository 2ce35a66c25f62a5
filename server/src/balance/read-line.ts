import { createLine, type Line } from "./line.ts";
import type { BalanceFault, BalanceRequest } from "./request.ts";

/** A line in whole units, and how many of them a minute has. */
export interface ReadLine {
  readonly line: Line;
  readonly unitsPerMinute: number;
}

/** Digits after the point that are told apart: a billionth of a minute. */
const DIGITS_MAX = 9;

/** Reads what is asked into whole units, or says what is wrong with it. */
export function readLine({ tasks, precedence, times }: BalanceRequest): ReadLine | BalanceFault {
  const person = times.findIndex((row) => row.length !== tasks);
  if (person >= 0) return { code: "balance-row-length", person };
  const pair = precedence.findIndex((each) => !each.every((task) => task < tasks));
  if (pair >= 0) return { code: "balance-task-unknown", pair };
  for (let task = 0; task < tasks; task++) {
    if (times.every((row) => row[task] === null)) return { code: "balance-nobody", task };
  }
  const unitsPerMinute = findUnit(times);
  const units = times.flatMap((row) =>
    row.map((minutes) =>
      minutes === null ? Number.POSITIVE_INFINITY : Math.round(minutes * unitsPerMinute),
    ),
  );
  const line = createLine({
    tasks,
    people: times.length,
    times: Float64Array.from(units),
    precedence: precedence.map(([task = 0, next = 0]) => [task, next]),
  });
  return line === null ? { code: "balance-circle" } : { line, unitsPerMinute };
}

/** The fewest units a minute, a power of ten, in which all times are whole. */
function findUnit(times: BalanceRequest["times"]): number {
  const minutes = times.flat().filter((each) => each !== null);
  for (let digits = 0; digits < DIGITS_MAX; digits++) {
    const units = 10 ** digits;
    if (minutes.every((each) => Math.round(each * units) / units === each)) return units;
  }
  return 10 ** DIGITS_MAX;
}
