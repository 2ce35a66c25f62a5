/** Sets of small numbers, as many as wanted, 32 numbers to a word. */
export interface BitSets {
  /** Words that one set takes. */
  readonly width: number;
  /** Set `index` lies at `index * width`. */
  readonly words: Int32Array;
  add(index: number, member: number): void;
  /** Adds what is in a set of others. */
  unite(index: number, others: BitSets, other: number): void;
}

/** Makes empty sets of numbers below `members`. */
export function createBitSets(sets: number, members: number): BitSets {
  const width = wordsFor(members);
  const words = new Int32Array(sets * width);
  return {
    width,
    words,
    add(index, member) {
      const at = index * width + (member >> 5);
      words[at] = wordAt(words, at) | (1 << (member & 31));
    },
    unite(index, others, other) {
      for (let word = 0; word < width; word++) {
        const at = index * width + word;
        words[at] = wordAt(words, at) | wordAt(others.words, other * width + word);
      }
    },
  };
}

/** Words for a set of numbers below `members`. */
export function wordsFor(members: number): number {
  return (members + 31) >> 5;
}

/** Whether a set that begins at a word has a member. */
export function hasBit(words: Int32Array, from: number, member: number): boolean {
  return ((wordAt(words, from + (member >> 5)) >>> (member & 31)) & 1) === 1;
}

/** Reads within the bounds, which the compiler can't know. */
export function wordAt(words: Int32Array, at: number): number {
  return words[at] as number;
}

/** Reads within the bounds, which the compiler can't know. */
export function valueAt(values: Float64Array, at: number): number {
  return values[at] as number;
}
