import { hasBit, valueAt, wordAt } from "./bit-sets.ts";
import type { Line } from "./line.ts";
import { type LoadQuery, MUST, type OnLoad } from "./load-query.ts";
import type { Watch } from "./watch.ts";

/**
 * Finds what one person may be given next.
 *
 * Only loads that nothing fits into any more are built (Jackson, 1956): one task more leaves less to the others. Tasks
 * are decided on by gain per time: each is taken, with all that must be done before it, or left, with all that must
 * wait for it. A branch ends where even parts of tasks could not gain enough (Dantzig, 1957), or where something that
 * was left would fit in the end whatever is taken.
 */
export class LoadSearch {
  private readonly line: Line;
  private readonly watch: Watch;
  private readonly words: number;
  private readonly times: Float64Array;
  private readonly gains: Float64Array;
  private readonly ratios: Float64Array;
  private readonly list: Int32Array;
  private length = 0;
  /** Time of the listed tasks from each place on. */
  private readonly restTime: Float64Array;
  /** Level n has taken n tasks, not counting those that had to come with them. */
  private readonly taken: Int32Array[];
  private readonly left: Int32Array[];
  private readonly room: Float64Array;
  private readonly gained: Float64Array;
  /** The least room in which something that was left would fit. */
  private readonly leastLeft: Float64Array;
  private readonly from: Int32Array;
  private done: Int32Array;
  private need = 0;
  private steps = 0;
  private onLoad: OnLoad = () => undefined;

  constructor(line: Line, watch: Watch) {
    const { tasks } = line;
    this.line = line;
    this.watch = watch;
    this.words = line.before.width;
    this.times = new Float64Array(tasks);
    this.gains = new Float64Array(tasks);
    this.ratios = new Float64Array(tasks);
    this.list = new Int32Array(tasks);
    this.restTime = new Float64Array(tasks + 1);
    this.taken = Array.from({ length: tasks + 1 }, () => new Int32Array(this.words));
    this.left = Array.from({ length: tasks + 1 }, () => new Int32Array(this.words));
    this.room = new Float64Array(tasks + 1);
    this.gained = new Float64Array(tasks + 1);
    this.leastLeft = new Float64Array(tasks + 1);
    this.from = new Int32Array(tasks + 1);
    this.done = new Int32Array(this.words);
  }

  /**
   * Calls `onLoad` with each load that gains enough, the most promising way first, until time is over.
   * @returns whether all were tried
   */
  search(query: LoadQuery, onLoad: OnLoad): boolean {
    const { tasks, times } = this.line;
    this.done = query.done;
    this.need = query.need;
    this.steps = query.steps;
    this.onLoad = onLoad;
    this.times.set(times.subarray(query.person * tasks, (query.person + 1) * tasks));
    this.taken[0]?.fill(0);
    this.left[0]?.fill(0);
    this.room[0] = query.cycle;
    this.gained[0] = 0;
    this.leastLeft[0] = Number.POSITIVE_INFINITY;
    this.from[0] = 0;
    if (this.listTasks(query)) this.decide(0);
    return this.steps >= 0;
  }

  /** Lists what could be taken, the best gain per time first; false when a task that must be can't. */
  private listTasks({ cycle, gain }: LoadQuery): boolean {
    this.length = 0;
    for (let task = 0; task < this.line.tasks; task++) {
      if (hasBit(this.done, 0, task)) continue;
      if (this.timeWith(task, 0) <= cycle) this.enlist(task, valueAt(gain, task));
      else if (valueAt(gain, task) === MUST) return false;
    }
    this.restTime[this.length] = 0;
    for (let at = this.length - 1; at >= 0; at--) {
      const time = valueAt(this.times, wordAt(this.list, at));
      this.restTime[at] = valueAt(this.restTime, at + 1) + time;
    }
    return true;
  }

  /** Puts a task into its place in the list. */
  private enlist(task: number, gain: number): void {
    const { list, ratios } = this;
    this.gains[task] = gain === MUST ? 0 : gain;
    const perTime = gain / Math.max(valueAt(this.times, task), 1e-9);
    const ratio = gain === MUST ? MUST : Math.min(Number.MAX_VALUE, perTime);
    ratios[task] = ratio;
    let at = this.length++;
    for (; at > 0 && valueAt(ratios, wordAt(list, at - 1)) < ratio; at--) {
      list[at] = wordAt(list, at - 1);
    }
    list[at] = task;
  }

  /** Decides on the listed tasks from the level's place on. */
  private decide(level: number): void {
    for (let at = wordAt(this.from, level); at < this.length; at++) {
      const task = wordAt(this.list, at);
      if (this.isDecided(task, level)) continue;
      if (!this.isWorthIt(level, at)) return;
      if (!this.canDoWithout(task, level, at)) return;
      this.leave(task, level);
    }
    if (valueAt(this.gained, level) >= this.need && this.isFull(level)) {
      this.onLoad(this.taken[level] as Int32Array, valueAt(this.gained, level));
    }
  }

  private isDecided(task: number, level: number): boolean {
    const taken = this.taken[level] as Int32Array;
    return hasBit(taken, 0, task) || hasBit(this.left[level] as Int32Array, 0, task);
  }

  /** Whether a load that gains enough, and that nothing left out fits into, may come of the tasks from a place on. */
  private isWorthIt(level: number, at: number): boolean {
    if (--this.steps < 0 || !this.watch.goesOn()) return false;
    const roomInTheEnd = valueAt(this.room, level) - valueAt(this.restTime, at);
    if (roomInTheEnd >= valueAt(this.leastLeft, level)) return false;
    return valueAt(this.gained, level) + this.gainWithin(level, at) >= this.need;
  }

  /** Tries all loads with a task; false when none without it is worth a try. */
  private canDoWithout(task: number, level: number, at: number): boolean {
    const isMust = valueAt(this.ratios, task) === MUST;
    const time = this.timeWith(task, level);
    if (time > valueAt(this.room, level)) return !isMust;
    this.take(task, level, at);
    this.decide(level + 1);
    this.leastLeft[level] = Math.min(time, valueAt(this.leastLeft, level));
    return !isMust && time > 0;
  }

  /** Time of a task and all that must come with it; Infinity where something of that was left or can't be done. */
  private timeWith(task: number, level: number): number {
    const { words: before } = this.line.before;
    const taken = this.taken[level] as Int32Array;
    const left = this.left[level] as Int32Array;
    let time = valueAt(this.times, task);
    for (let word = 0; word < this.words; word++) {
      const done = wordAt(this.done, word) | wordAt(taken, word);
      let bits = wordAt(before, task * this.words + word) & ~done;
      if ((bits & wordAt(left, word)) !== 0) return Number.POSITIVE_INFINITY;
      for (; bits !== 0; bits &= bits - 1) {
        time += valueAt(this.times, (word << 5) + 31 - Math.clz32(bits & -bits));
      }
    }
    return time;
  }

  /** The next level is this one with a task and all that must come with it. */
  private take(task: number, level: number, at: number): void {
    const { words: before } = this.line.before;
    const from = this.taken[level] as Int32Array;
    const to = this.taken[level + 1] as Int32Array;
    let room = valueAt(this.room, level);
    let gained = valueAt(this.gained, level);
    for (let word = 0; word < this.words; word++) {
      const self = task >> 5 === word ? 1 << (task & 31) : 0;
      const wanted = self | (wordAt(before, task * this.words + word) & ~wordAt(this.done, word));
      to[word] = wordAt(from, word) | wanted;
      for (let bits = wanted & ~wordAt(from, word); bits !== 0; bits &= bits - 1) {
        const each = (word << 5) + 31 - Math.clz32(bits & -bits);
        room -= valueAt(this.times, each);
        gained += valueAt(this.gains, each);
      }
    }
    (this.left[level + 1] as Int32Array).set(this.left[level] as Int32Array);
    this.room[level + 1] = room;
    this.gained[level + 1] = gained;
    this.leastLeft[level + 1] = valueAt(this.leastLeft, level);
    this.from[level + 1] = at + 1;
  }

  private leave(task: number, level: number): void {
    const { words: after } = this.line.after;
    const left = this.left[level] as Int32Array;
    for (let word = 0; word < this.words; word++) {
      left[word] = wordAt(left, word) | wordAt(after, task * this.words + word);
    }
    left[task >> 5] = wordAt(left, task >> 5) | (1 << (task & 31));
  }

  /** What the undecided tasks from a place on could gain at most in the room that is left, parts of tasks included. */
  private gainWithin(level: number, at: number): number {
    const taken = this.taken[level] as Int32Array;
    const left = this.left[level] as Int32Array;
    let room = valueAt(this.room, level);
    let gain = 0;
    for (let place = at; place < this.length; place++) {
      const task = wordAt(this.list, place);
      if (hasBit(taken, 0, task) || hasBit(left, 0, task)) continue;
      const time = valueAt(this.times, task);
      if (time > room) return gain + (valueAt(this.gains, task) * room) / time;
      room -= time;
      gain += valueAt(this.gains, task);
    }
    return gain;
  }

  /** Whether no task that could be done next fits into the room that is left. */
  private isFull(level: number): boolean {
    const taken = this.taken[level] as Int32Array;
    const room = valueAt(this.room, level);
    for (let place = 0; place < this.length; place++) {
      const task = wordAt(this.list, place);
      if (hasBit(taken, 0, task) || valueAt(this.times, task) > room) continue;
      if (this.isNext(task, taken)) return false;
    }
    return true;
  }

  private isNext(task: number, taken: Int32Array): boolean {
    const { words: before } = this.line.before;
    for (let word = 0; word < this.words; word++) {
      const done = wordAt(this.done, word) | wordAt(taken, word);
      if ((wordAt(before, task * this.words + word) & ~done) !== 0) return false;
    }
    return true;
  }
}
