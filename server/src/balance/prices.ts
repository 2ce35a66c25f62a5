import { valueAt } from "./bit-sets.ts";
import type { Line } from "./line.ts";

/**
 * A price for the time of each person, and what it says: whoever does a task costs its time at that person's price, so
 * that all tasks cost at least the sum of their cheapest, and a cycle time pays for the sum of the prices at most.
 */
export interface Prices {
  /** Of one unit of each person's time. */
  readonly price: Float64Array;
  /** `cost[person * tasks + task]`: time at the person's price; Infinity where the person can't. */
  readonly cost: Float64Array;
  /** `ranking[task * people + place]`: people, the cheapest for the task first. */
  readonly ranking: Int32Array;
  /** No cycle time below this one is possible, in units; not rounded. */
  readonly bound: number;
}

const ROUNDS = 400;

/**
 * The dual of the linear relaxation of unrelated machines (R||Cmax), on which the lower bounds of Vilà and Pereira
 * (2014) and of Borba and Ritt (2014) rest too: sum over tasks of min over people of price × time, over the sum of
 * prices. Any prices give a bound; these are raised for whoever gets too much at them, by ever smaller steps.
 */
export function findPrices(line: Line): Prices {
  let price = evenPrice(line);
  let best = price;
  let bound = 0;
  const loads = new Float64Array(line.people);
  for (let round = 0; round < ROUNDS; round++) {
    const value = boundOf(line, price, loads);
    if (value > bound) {
      bound = value;
      best = price;
    }
    price = raise(price, loads, 1 / (4 + round / 4));
  }
  return priceAll(line, best, Math.max(bound, longestTask(line)));
}

/** The same price for everybody: bounds less, but rates well where precedence leaves little choice of who does what. */
export function evenPrices(line: Line): Prices {
  return priceAll(line, evenPrice(line), longestTask(line));
}

function evenPrice({ people }: Line): Float64Array<ArrayBuffer> {
  return new Float64Array(people).fill(1);
}

/** The bound at some prices; `loads` gets the time that each person would then work. */
function boundOf({ tasks, people, times }: Line, price: Float64Array, loads: Float64Array): number {
  loads.fill(0);
  let sum = 0;
  for (let task = 0; task < tasks; task++) {
    let who = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let person = 0; person < people; person++) {
      const cost = valueAt(price, person) * valueAt(times, person * tasks + task);
      if (cost < least) {
        least = cost;
        who = person;
      }
    }
    if (who < 0) return 0;
    sum += least;
    loads[who] = valueAt(loads, who) + valueAt(times, who * tasks + task);
  }
  return sum / price.reduce((total, each) => total + each, 0);
}

/** Prices never fall to zero: a cost of nothing would rank nobody. */
function raise(price: Float64Array, loads: Float64Array, step: number): Float64Array<ArrayBuffer> {
  const mean = loads.reduce((total, each) => total + each, 0) / loads.length || 1;
  const raised = Float64Array.from(price, (each, person) => {
    const excess = Math.max(-1, Math.min(1, valueAt(loads, person) / mean - 1));
    return Math.max(1e-6, each * Math.exp(step * excess));
  });
  const total = raised.reduce((sum, each) => sum + each, 0);
  return raised.map((each) => (each * raised.length) / total);
}

function longestTask({ tasks, people, times }: Line): number {
  let longest = 0;
  for (let task = 0; task < tasks; task++) {
    let least = Number.POSITIVE_INFINITY;
    for (let person = 0; person < people; person++) {
      least = Math.min(least, valueAt(times, person * tasks + task));
    }
    longest = Math.max(longest, least);
  }
  return longest;
}

function priceAll({ tasks, people, times }: Line, price: Float64Array, bound: number): Prices {
  const cost = times.map((time, at) => time * valueAt(price, Math.floor(at / tasks)));
  const ranking = new Int32Array(tasks * people);
  for (let task = 0; task < tasks; task++) {
    const costOf = (person: number): number => valueAt(cost, person * tasks + task);
    const ranked = Array.from({ length: people }, (_, person) => person).sort((a, b) =>
      costOf(a) === costOf(b) ? a - b : costOf(a) - costOf(b),
    );
    ranking.set(ranked, task * people);
  }
  return { price, cost, ranking, bound };
}
