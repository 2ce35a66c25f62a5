import { hasBit, valueAt, wordAt, wordsFor } from "./bit-sets.ts";
import { Gathering, type Layer } from "./layer.ts";
import type { Line } from "./line.ts";
import { MUST } from "./load-query.ts";
import { LoadSearch } from "./loads.ts";
import type { Prices } from "./prices.ts";
import type { Watch } from "./watch.ts";

/** People in the order of the line, each with the tasks given; whoever is missing has none. */
export type Order = readonly { readonly person: number; readonly tasks: readonly number[] }[];

/** How a pass ended. `none` is a proof: every way was tried. `lost`: ways were forgotten. `over`: so was the time. */
export type PassEnd = { readonly order: Order } | "none" | "lost" | "over";

/** Sums of prices are rounded differently here and there: nothing is cut off for less than this. */
const TOLERANCE = 1e-9;

/** Decisions for the loads of one person, for each state that a layer may keep: a narrow pass is also a short one. */
const STEPS_PER_STATE = 8;

/**
 * Looks for an order of people in which nobody works longer than a cycle time.
 *
 * People are added one by one, as stations are in the branch, bound and remember of Sewell and Jacobson (2012) and Vilà and Pereira (2014):
 * a state is what is done and who was used, and equal ones are kept once. Of each layer only the `limit` most promising stay, rated by the bound of what is left (a beam). A pass that forgot nothing
 * has tried everything.
 */
export class BeamSearch {
  private readonly line: Line;
  private readonly prices: Prices;
  private readonly watch: Watch;
  private readonly loads: LoadSearch;
  private readonly taskWords: number;
  private readonly words: number;
  private readonly everything: Int32Array;
  /** Of each task: its cheapest person among those left, what that costs, and what the next one costs. */
  private readonly cheapestBy: Int32Array;
  private readonly cheapest: Float64Array;
  private readonly second: Float64Array;
  private readonly gain: Float64Array;
  private readonly onlyTime: Float64Array;
  private readonly key: Int32Array;
  private readonly child: Int32Array;

  constructor(line: Line, prices: Prices, watch: Watch) {
    const { people, tasks } = line;
    this.line = line;
    this.prices = prices;
    this.watch = watch;
    this.loads = new LoadSearch(line, watch);
    this.taskWords = line.before.width;
    this.words = this.taskWords + wordsFor(people);
    this.everything = new Int32Array(this.taskWords);
    for (let task = 0; task < tasks; task++)
      this.everything[task >> 5] = wordAt(this.everything, task >> 5) | (1 << (task & 31));
    this.cheapestBy = new Int32Array(tasks);
    this.cheapest = new Float64Array(tasks);
    this.second = new Float64Array(tasks);
    this.gain = new Float64Array(tasks);
    this.onlyTime = new Float64Array(people);
    this.key = new Int32Array(this.words);
    this.child = new Int32Array(this.words);
  }

  /** One pass: at most `limit` states stay in a layer. */
  run(cycle: number, limit: number): PassEnd {
    const start = new Gathering({ width: this.words, taskWords: this.taskWords, limit: 1 });
    start.add(new Int32Array(this.words), 0, -1);
    const layers = [start.close()];
    let hasForgotten = false;
    for (let layer = layers[0]; layer !== undefined && layer.size > 0; layer = layers.at(-1)) {
      const gathering = new Gathering({ width: this.words, taskWords: this.taskWords, limit });
      for (let place = 0; place < layer.size; place++) {
        this.expand(layer, place, { cycle, gathering, steps: STEPS_PER_STATE * limit });
        if (!this.watch.goesOn()) return "over";
      }
      const next = gathering.close();
      layers.push(next);
      hasForgotten ||= gathering.hasForgotten;
      const done = this.findDone(next);
      if (done >= 0) return { order: this.trace(layers, done) };
    }
    return hasForgotten ? "lost" : "none";
  }

  /** Adds each person who is left, with each load worth it, to a state. */
  private expand(layer: Layer, place: number, aim: Aim): void {
    const { people, twin } = this.line;
    const { key, taskWords } = this;
    key.set(layer.keys.subarray(place * this.words, (place + 1) * this.words));
    let capacity = 0;
    for (let person = 0; person < people; person++) {
      if (!hasBit(key, taskWords, person)) capacity += valueAt(this.prices.price, person);
    }
    if (!this.findCheapest(aim.cycle)) return;
    for (let person = 0; person < people; person++) {
      if (hasBit(key, taskWords, person)) continue;
      const other = wordAt(twin, person);
      // Of people who are alike the first goes first.
      if (other >= 0 && !hasBit(key, taskWords, other)) continue;
      this.addPerson(person, place, { ...aim, capacity });
    }
  }

  /** The two cheapest people for each task; false when what only one of them can do is too much for the person. */
  private findCheapest(cycle: number): boolean {
    const { line, prices, key } = this;
    const { people, tasks, times } = line;
    this.onlyTime.fill(0);
    for (let task = 0; task < tasks; task++) {
      if (hasBit(key, 0, task)) continue;
      const first = this.nextPerson(task, 0, cycle);
      if (first === people) return false;
      const next = this.nextPerson(task, first + 1, cycle);
      const who = wordAt(prices.ranking, task * people + first);
      this.cheapestBy[task] = who;
      this.cheapest[task] = valueAt(prices.cost, who * tasks + task);
      if (next < people) {
        const other = wordAt(prices.ranking, task * people + next);
        this.second[task] = valueAt(prices.cost, other * tasks + task);
      } else {
        this.second[task] = MUST;
        const time = valueAt(this.onlyTime, who) + valueAt(times, who * tasks + task);
        if (time > cycle) return false;
        this.onlyTime[who] = time;
      }
    }
    return true;
  }

  /** The place in a task's ranking, from one on, of somebody who is left and can do it in time. */
  private nextPerson(task: number, from: number, cycle: number): number {
    const { people, tasks, times } = this.line;
    let place = from;
    for (; place < people; place++) {
      const person = wordAt(this.prices.ranking, task * people + place);
      if (hasBit(this.key, this.taskWords, person)) continue;
      if (valueAt(times, person * tasks + task) <= cycle) break;
    }
    return place;
  }

  private addPerson(
    person: number,
    place: number,
    { capacity, cycle, gathering, steps }: Adding,
  ): void {
    const after = Math.max(0, capacity - valueAt(this.prices.price, person));
    let rest = 0;
    for (let task = 0; task < this.line.tasks; task++) {
      if (hasBit(this.key, 0, task)) continue;
      const gain =
        wordAt(this.cheapestBy, task) === person
          ? valueAt(this.second, task)
          : valueAt(this.cheapest, task);
      this.gain[task] = gain;
      if (gain !== MUST) rest += gain;
    }
    const worst = Math.min(cycle, gathering.cutoff);
    const query = {
      person,
      cycle,
      done: this.key,
      gain: this.gain,
      need: rest - worst * after - TOLERANCE * (rest + 1),
      steps,
    };
    if (worst < cycle) gathering.hasForgotten = true;
    const isAll = this.loads.search(query, (load, gained) => {
      const { child, key, taskWords, words } = this;
      for (let word = 0; word < words; word++) {
        child[word] = wordAt(key, word) | (word < taskWords ? wordAt(load, word) : 0);
      }
      const at = taskWords + (person >> 5);
      child[at] = wordAt(child, at) | (1 << (person & 31));
      const left = Math.max(0, rest - gained);
      gathering.add(child, after > 0 ? left / after : 0, place);
    });
    if (!isAll) gathering.hasForgotten = true;
  }

  /** The place of a state that has everything done; -1 without one. Nothing left is rated 0. */
  private findDone({ keys, ratings, size }: Layer): number {
    for (let place = 0; place < size && valueAt(ratings, place) <= TOLERANCE; place++) {
      const from = place * this.words;
      if (this.everything.every((word, at) => wordAt(keys, from + at) === word)) return place;
    }
    return -1;
  }

  private trace(layers: readonly Layer[], last: number): Order {
    const order: { person: number; tasks: number[] }[] = [];
    let place = last;
    for (let depth = layers.length - 1; depth > 0; depth--) {
      const { keys, parents } = layers[depth] as Layer;
      const parent = wordAt(parents, place);
      const older = (layers[depth - 1] as Layer).keys;
      const isNew =
        (from: number) =>
        (member: number): boolean =>
          hasBit(keys, place * this.words + from, member) &&
          !hasBit(older, parent * this.words + from, member);
      const tasks = upTo(this.line.tasks).filter(isNew(0));
      const [person = -1] = upTo(this.line.people).filter(isNew(this.taskWords));
      order.push({ person, tasks });
      place = parent;
    }
    return order.toReversed();
  }
}

interface Aim {
  readonly cycle: number;
  readonly gathering: Gathering;
  /** Decisions for the loads of one person. */
  readonly steps: number;
}

interface Adding extends Aim {
  /** Sum of the prices of all who are left. */
  readonly capacity: number;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
