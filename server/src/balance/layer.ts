import { valueAt, wordAt } from "./bit-sets.ts";

/** Half-built orders of as many people each, the most promising first; no two have done the same with the same people. */
export interface Layer {
  readonly size: number;
  /** Words of one state: the tasks done, then the people used. */
  readonly width: number;
  readonly keys: Int32Array;
  /** The cycle time that the rest needs at least; the smaller the more promising. */
  readonly ratings: Float64Array;
  /** Place in the layer before of the state that each came from. */
  readonly parents: Int32Array;
}

export interface LayerSize {
  readonly width: number;
  readonly taskWords: number;
  readonly limit: number;
}

/** States with the same people that one is compared with: the best ones, who have most done. */
const COMPARED_MAX = 48;

/** Gathers a layer: each state once, and only the best of them. */
export class Gathering {
  private readonly width: number;
  private readonly taskWords: number;
  private readonly limit: number;
  private readonly roomMax: number;
  private room: number;
  private size = 0;
  private keys: Int32Array;
  private ratings: Float64Array;
  private parents: Int32Array;
  private slots: Int32Array;
  /** A state that is rated higher would not be kept. */
  cutoff = Number.POSITIVE_INFINITY;
  /** Whether a state was left out, so that the layer proves nothing. */
  hasForgotten = false;

  /** Of at most `limit` states, `width` words each, of which the first ones say what is done. */
  constructor({ width, taskWords, limit }: LayerSize) {
    this.width = width;
    this.taskWords = taskWords;
    this.limit = limit;
    this.roomMax = 2 * limit + 64;
    this.room = Math.min(this.roomMax, 1_024);
    this.keys = new Int32Array(this.room * width);
    this.ratings = new Float64Array(this.room);
    this.parents = new Int32Array(this.room);
    this.slots = new Int32Array(slotsFor(this.room));
  }

  /** Keeps a state, unless it is there or too bad; the key is copied. */
  add(key: Int32Array, rating: number, parent: number): void {
    if (rating > this.cutoff) {
      this.hasForgotten = true;
      return;
    }
    const slot = this.slotOf(key);
    if (wordAt(this.slots, slot) !== 0) return;
    this.keys.set(key, this.size * this.width);
    this.ratings[this.size] = rating;
    this.parents[this.size] = parent;
    this.size += 1;
    this.slots[slot] = this.size;
    if (this.size === this.room) this.makeRoom();
  }

  close(): Layer {
    const kept = this.rankBest();
    this.pick(kept, kept.length);
    const { keys, parents, ratings, width } = this;
    return { size: kept.length, width, keys, ratings, parents };
  }

  /** The slot that holds a key, or a free one for it. */
  private slotOf(key: Int32Array): number {
    const mask = this.slots.length - 1;
    let slot = hash(key, 0, key.length) & mask;
    while (wordAt(this.slots, slot) !== 0 && !this.isAt(key, wordAt(this.slots, slot) - 1)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isAt(key: Int32Array, place: number): boolean {
    const from = place * this.width;
    for (let word = 0; word < this.width; word++) {
      if (wordAt(this.keys, from + word) !== wordAt(key, word)) return false;
    }
    return true;
  }

  /** Grows as far as is allowed, then keeps the best. */
  private makeRoom(): void {
    if (this.room < this.roomMax) {
      this.room = Math.min(4 * this.room, this.roomMax);
      this.pick(
        Int32Array.from({ length: this.size }, (_, place) => place),
        this.room,
      );
    } else {
      const kept = this.rankBest();
      if (kept.length === this.limit) {
        this.cutoff = valueAt(this.ratings, wordAt(kept, kept.length - 1));
      }
      this.pick(kept, this.room);
      this.size = kept.length;
    }
    this.slots = new Int32Array(slotsFor(this.room));
    for (let place = 0; place < this.size; place++) {
      const key = this.keys.subarray(place * this.width, (place + 1) * this.width);
      this.slots[this.slotOf(key)] = place + 1;
    }
  }

  /** Places of the states to keep, the best first. One is dropped when the same people have done more in another. */
  private rankBest(): Int32Array {
    const { limit, ratings, size } = this;
    const places = Int32Array.from({ length: size }, (_, place) => place);
    places.sort((a, b) => valueAt(ratings, a) - valueAt(ratings, b) || a - b);
    const ofSame = new Map<number, number[]>();
    const kept = new Int32Array(Math.min(limit, size));
    let length = 0;
    for (const place of places) {
      const people = hash(this.keys, place * this.width + this.taskWords, (place + 1) * this.width);
      const others = ofSame.get(people) ?? [];
      if (others.some((other) => this.hasMore(other, place))) continue;
      if (length === limit) {
        this.hasForgotten = true;
        break;
      }
      kept[length++] = place;
      if (others.length < COMPARED_MAX) others.push(place);
      ofSame.set(people, others);
    }
    return kept.subarray(0, length);
  }

  /** Whether the people are the same and everything that is done in the one is done in the other. */
  private hasMore(other: number, place: number): boolean {
    for (let word = 0; word < this.width; word++) {
      const theirs = wordAt(this.keys, other * this.width + word);
      const own = wordAt(this.keys, place * this.width + word);
      if (word < this.taskWords ? (own & ~theirs) !== 0 : own !== theirs) return false;
    }
    return true;
  }

  private pick(places: Int32Array, room: number): void {
    const { keys, parents, ratings, width } = this;
    this.keys = new Int32Array(room * width);
    this.ratings = new Float64Array(room);
    this.parents = new Int32Array(room);
    for (let to = 0; to < places.length; to++) {
      const place = wordAt(places, to);
      this.keys.set(keys.subarray(place * width, (place + 1) * width), to * width);
      this.ratings[to] = valueAt(ratings, place);
      this.parents[to] = wordAt(parents, place);
    }
  }
}

/** At most half full, so that a free slot is near; a power of two. */
function slotsFor(room: number): number {
  return 2 ** Math.ceil(Math.log2(2 * room + 2));
}

/** Each word is mixed in as MurmurHash3 ends. */
function hash(words: Int32Array, from: number, to: number): number {
  let mixed = 0x9e3779b9 | 0;
  for (let word = from; word < to; word++) {
    mixed = Math.imul(mixed ^ wordAt(words, word), 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed;
}
