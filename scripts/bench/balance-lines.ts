import type { BalanceRequest } from "../../server/src/balance/request.ts";

/** A line whose least cycle time is known because it was built from its solution. */
export interface KnownLine {
  readonly request: BalanceRequest;
  /** No proposal is faster, and one is as fast. */
  readonly best: number;
}

/** How people differ: not at all; some are slower at some tasks; and some can't do a fifth of them. */
export type People = "alike" | "slower" | "unable";

export interface KnownSize {
  readonly tasks: number;
  readonly people: number;
  readonly kind: People;
  readonly seed: number;
}

/** Hundredths of a minute that everybody works in the solution. */
const CYCLE = 600;

/**
 * Plants a solution: tasks in a row are cut into one load for each person, all of the same time. Nobody is faster at a
 * task than its person in the solution, so no proposal is faster: all times together are the cycle times of all. Tasks
 * are then renamed, so that their numbers tell nothing.
 */
export function createKnownLine({ tasks, people, kind, seed }: KnownSize): KnownLine {
  const random = createRandom(seed);
  const names = shuffle(tasks, random);
  const loads = cutLoads(tasks, people, random);
  const workers = shuffle(people, random);
  const times = Array.from({ length: people }, () => new Array<number | null>(tasks).fill(null));
  const minutesOf = (time: number, isTheirs: boolean): number | null => {
    const units = isTheirs ? time : timeOf(time, kind, random);
    return units === null ? null : units / 100;
  };
  for (const { load, task, time } of loads) {
    for (const [person, row] of times.entries()) {
      row[names[task] ?? 0] = minutesOf(time, person === workers[load]);
    }
  }
  const pairs = createPrecedence(tasks, random);
  const precedence = pairs.map((pair) => pair.map((task) => names[task] ?? 0));
  return { request: { tasks, precedence, times }, best: CYCLE / 100 };
}

/** Numbers in [0, 1) that a seed determines (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

function timeOf(time: number, kind: People, random: Random): number | null {
  if (kind === "alike") return time;
  if (kind === "unable" && random() < 0.2) return null;
  return random() < 0.4 ? time : Math.ceil(time * (1 + random()));
}

/** Each load has a task at least, and its times make a cycle. */
function cutLoads(tasks: number, people: number, random: Random) {
  const cuts = shuffle(tasks - 1, random).slice(0, people - 1);
  const bounds = [0, ...cuts.map((cut) => cut + 1).toSorted((a, b) => a - b), tasks];
  return Array.from({ length: people }, (_, load) => {
    const from = bounds[load] ?? 0;
    const to = bounds[load + 1] ?? tasks;
    const weights = Array.from({ length: to - from }, () => 0.3 + random());
    const sum = weights.reduce((total, each) => total + each, 0);
    const times = weights.map((each) => Math.max(1, Math.floor((CYCLE * each) / sum)));
    const spare = CYCLE - times.reduce((total, each) => total + each, 0);
    return times.map((time, index) => ({
      load,
      task: from + index,
      time: index === 0 ? time + spare : time,
    }));
  }).flat();
}

/** Most tasks wait for one or two of the last few before them, as in a garment's assembly. */
function createPrecedence(tasks: number, random: Random): [number, number][] {
  const pairs: [number, number][] = [];
  for (let task = 1; task < tasks; task++) {
    for (let wait = 0; wait < 2; wait++) {
      const back = 1 + Math.floor(random() * Math.min(task, tasks / 6));
      if (random() < 0.6) pairs.push([task - back, task]);
    }
  }
  return pairs;
}

function shuffle(count: number, random: Random): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers;
}
