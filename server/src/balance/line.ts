import { type BitSets, createBitSets } from "./bit-sets.ts";

/**
 * What is to be balanced, in whole units of time and with sets as bits: tasks, people, who takes how long, and what
 * comes before what. All indices count from 0.
 */
export interface Line {
  readonly tasks: number;
  readonly people: number;
  /** `times[person * tasks + task]`, whole units; Infinity where the person can't. */
  readonly times: Float64Array;
  /** Of each task, all that must be done before it, directly or not. */
  readonly before: BitSets;
  /** Of each task, all that must wait for it, directly or not. */
  readonly after: BitSets;
  /** The nearest person before who takes exactly as long for everything; -1 without one. */
  readonly twin: Int32Array;
}

/** A line before its precedence is followed through. */
export interface LineParts {
  readonly tasks: number;
  readonly people: number;
  readonly times: Float64Array;
  /** Pairs: the first is done before the second, directly. */
  readonly precedence: readonly (readonly [number, number])[];
}

/** Follows the precedence through; null where it runs in a circle. */
export function createLine({ tasks, people, times, precedence }: LineParts): Line | null {
  const order = sortTasks(tasks, precedence);
  if (order === null) return null;
  const before = createBitSets(tasks, tasks);
  const after = createBitSets(tasks, tasks);
  const followers = followersOf(tasks, precedence);
  for (const task of order) {
    for (const next of followers[task] ?? []) {
      before.unite(next, before, task);
      before.add(next, task);
    }
  }
  for (const task of order.toReversed()) {
    for (const next of followers[task] ?? []) {
      after.unite(task, after, next);
      after.add(task, next);
    }
  }
  return { tasks, people, times, before, after, twin: findTwins(tasks, people, times) };
}

/** The same line read from its end: an order of people for it, read backwards, is one for the other. */
export function reverseLine(line: Line): Line {
  return { ...line, before: line.after, after: line.before };
}

function followersOf(tasks: number, precedence: LineParts["precedence"]): number[][] {
  const followers = Array.from({ length: tasks }, (): number[] => []);
  for (const [task, next] of precedence) followers[task]?.push(next);
  return followers;
}

/** Tasks in an order that keeps the precedence (Kahn, 1962); null in a circle. */
function sortTasks(tasks: number, precedence: LineParts["precedence"]): number[] | null {
  const waitsFor = new Int32Array(tasks);
  for (const [, next] of precedence) waitsFor[next] = (waitsFor[next] ?? 0) + 1;
  const followers = followersOf(tasks, precedence);
  const order = [...waitsFor.keys()].filter((task) => waitsFor[task] === 0);
  for (const task of order) {
    for (const next of followers[task] ?? []) {
      const left = (waitsFor[next] ?? 0) - 1;
      waitsFor[next] = left;
      if (left === 0) order.push(next);
    }
  }
  return order.length === tasks ? order : null;
}

function findTwins(tasks: number, people: number, times: Float64Array): Int32Array {
  const twin = new Int32Array(people).fill(-1);
  const seen = new Map<string, number>();
  for (let person = 0; person < people; person++) {
    const row = times.subarray(person * tasks, (person + 1) * tasks).join();
    twin[person] = seen.get(row) ?? -1;
    seen.set(row, person);
  }
  return twin;
}
