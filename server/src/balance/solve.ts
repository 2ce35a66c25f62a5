import { BeamSearch, type Order } from "./beam.ts";
import { valueAt } from "./bit-sets.ts";
import { type Line, reverseLine } from "./line.ts";
import { evenPrices, findPrices } from "./prices.ts";
import { type Watch, watchClock } from "./watch.ts";

/** What was found within the time, in the line's units. */
export interface Found {
  readonly order: Order;
  /** The longest that somebody works. */
  readonly slowest: number;
  /** No order is faster than this: equal to `slowest` where that is proven to be the least. */
  readonly bound: number;
}

/** Milliseconds of one clock. */
export interface Time {
  readonly now: () => number;
  readonly until: number;
}

/** More states of a layer than this would take longer to rank than the clock may wait. */
const LIMIT_MAX = 32_768;
/** A first look always ends soon. */
const FIRST_LIMIT = 4;
/** What narrow passes keep, then what the first wide one does. */
const NARROW = [1, 4, 16];
const FIRST_WIDE = 32;
const EVER: Watch = { goesOn: () => true };

/**
 * Looks for the order of people with the least cycle time by passes of a beam search that keep ever more (Zhang, 1998): first narrow ones at the
 * middle of what is possible, then wider ones just below the best found. It ends when the best is proven to be so, or the time is over.
 *
 * @returns `none` where no order exists; `over` where none was found in time
 */
export function solve(line: Line, { now, until }: Time): Found | "none" | "over" {
  return new Solver(line, watchClock(now, until)).solve();
}

class Solver {
  private readonly line: Line;
  private readonly watch: Watch;
  /** Ways to search, the one that found something last first. */
  private ways: readonly Way[];
  private bound: number;
  private best: { order: Order; slowest: number } | null = null;

  constructor(line: Line, watch: Watch) {
    this.line = line;
    this.watch = watch;
    const prices = findPrices(line);
    const even = evenPrices(line);
    const backwards = reverseLine(line);
    this.ways = [
      { beam: new BeamSearch(line, prices, watch), isBackwards: false },
      { beam: new BeamSearch(backwards, prices, watch), isBackwards: true },
      { beam: new BeamSearch(line, even, watch), isBackwards: false },
      { beam: new BeamSearch(backwards, even, watch), isBackwards: true },
    ];
    this.bound = Math.ceil(prices.bound - 1e-6);
  }

  solve(): Found | "none" | "over" {
    const end = this.findAny();
    if (this.best === null) return end === "none" ? "none" : "over";
    for (const limit of NARROW) this.halve(limit);
    for (let limit = FIRST_WIDE; this.canGoOn() && limit <= LIMIT_MAX; limit *= 2)
      this.descend(limit);
    const { order, slowest } = this.best;
    return { order, slowest, bound: Math.min(this.bound, slowest) };
  }

  /** Any order at all; the first pass is short, and made even when there is no time. */
  private findAny(): "found" | "none" | "lost" | "over" {
    const longest = sumOfLongest(this.line);
    const first = new BeamSearch(this.line, evenPrices(this.line), EVER).run(longest, FIRST_LIMIT);
    if (first === "none") return "none";
    if (typeof first === "object") {
      this.keep(first.order);
      return "found";
    }
    let end = this.pass(longest, 2 * FIRST_LIMIT);
    for (let limit = 4 * FIRST_LIMIT; end === "lost" && limit <= LIMIT_MAX; limit *= 2) {
      end = this.pass(longest, limit);
    }
    return end;
  }

  /** Passes in the middle, by ratio, of what may be possible. */
  private halve(limit: number): void {
    let low = this.bound;
    while (this.canGoOn() && low < this.slowest) {
      const cycle = Math.max(low, Math.floor(Math.sqrt(low * (this.slowest - 1))));
      if (this.pass(cycle, limit) !== "found") low = cycle + 1;
    }
  }

  /** Passes just below the best, and further below while they find something. */
  private descend(limit: number): void {
    let step = 1;
    while (this.canGoOn()) {
      const cycle = Math.max(this.bound, this.slowest - step);
      if (this.pass(cycle, limit) === "found") step *= 2;
      else if (step > 1) step = 1;
      else return;
    }
  }

  /** Looks for an order within a cycle time in all ways, until one finds it or proves that there is none. */
  private pass(cycle: number, limit: number): "found" | "none" | "lost" | "over" {
    for (const way of this.ways) {
      const end = way.beam.run(cycle, limit);
      if (typeof end === "object") {
        this.keep(way.isBackwards ? end.order.toReversed() : end.order);
        this.ways = [way, ...this.ways.filter((other) => other !== way)];
        return "found";
      }
      if (end === "none") this.bound = Math.max(this.bound, cycle + 1);
      if (end !== "lost") return end;
    }
    return "lost";
  }

  private keep(order: Order): void {
    this.best = { order, slowest: longestOf(this.line, order) };
  }

  private canGoOn(): boolean {
    return this.bound < this.slowest && this.watch.goesOn();
  }

  private get slowest(): number {
    return this.best?.slowest ?? Number.POSITIVE_INFINITY;
  }
}

function sumOfLongest({ tasks, people, times }: Line): number {
  let sum = 0;
  for (let task = 0; task < tasks; task++) {
    let longest = 0;
    for (let person = 0; person < people; person++) {
      const time = valueAt(times, person * tasks + task);
      if (time < Number.POSITIVE_INFINITY) longest = Math.max(longest, time);
    }
    sum += longest;
  }
  return sum;
}

function longestOf({ tasks, times }: Line, order: Order): number {
  const loads = order.map(({ person, tasks: given }) =>
    given.reduce((sum, task) => sum + valueAt(times, person * tasks + task), 0),
  );
  return Math.max(0, ...loads);
}

interface Way {
  readonly beam: BeamSearch;
  readonly isBackwards: boolean;
}
