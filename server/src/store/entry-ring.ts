import { deserialize, serialize } from "node:v8";
import type { Entry } from "./entries.ts";
import {
  countsLength,
  numberAt,
  putCounts,
  readCounts,
  WORD_BYTES,
  type WordMemory,
} from "./entry-words.ts";

/*
 * A ring buffer in shared memory: one thread puts entries in, another takes them out, and neither waits for the other.
 *
 *     control │ words put │ the reader sleeps │
 *     words   │ kind, words, samples, calls │ counts, as entry-words.ts writes them │ kind, ... │ a gap │
 *                                           │ another entry, as v8 writes it        │
 *
 * Positions are words since the beginning, as 32 bits that wrap. An entry lies in one piece: what does not fit before the end of the
 * ring leaves a gap there, and lies at its start. What the reader has taken is written over when the writer was told so.
 */

/** Words of a ring: a power of two. An entry may have half of them, so that a gap before it leaves room; the longest message takes far less. */
const WORDS = 131_072;
const CONTROL_BYTES = 64;
/** Of the control: where they stand. */
const HEAD = 0;
const ASLEEP = 1;
/** Of an entry: where they stand. */
const KIND = 0;
const LENGTH = 1;
const SAMPLES = 2;
const CALLS = 3;
const BODY = 4;
/** Kinds. */
const GAP = 0;
const COUNTS = 1;
const OTHER = 2;

/** The memory of a ring, for both of its threads; its reader sleeps at first. */
export function makeRing(words = WORDS): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(CONTROL_BYTES + words * WORD_BYTES);
  new Int32Array(memory)[ASLEEP] = 1;
  return memory;
}

/** The side that puts in. */
export interface RingWriter {
  /**
   * Puts an entry in; false when there is no room for it now.
   * @param calls made before it was
   */
  put(entry: Entry, calls: number): boolean;
  /** Shows what was put to the reader; true when that sleeps and must be woken. */
  show(): boolean;
  /** All before this position may be written over. */
  free(position: number): void;
}

/** How much is taken at once. */
export interface TakeLimits {
  /** An entry of more is taken alone. */
  readonly samples: number;
  readonly entries: number;
  /** Calls that were served: what was put after more of them stays. */
  readonly calls: number;
}

/** The side that takes out. */
export interface RingReader {
  /** Takes what comes next. */
  take(limits: TakeLimits): Entry[];
  /** What lies before it has been taken. */
  readonly position: number;
  /** Says that the reader must be woken for what comes; false when something is there already. */
  sleep(): boolean;
}

interface Ring extends WordMemory {
  readonly control: Int32Array;
  readonly mask: number;
}

function viewRing(memory: SharedArrayBuffer): Ring {
  const words = new Float64Array(memory, CONTROL_BYTES);
  return {
    control: new Int32Array(memory, 0, CONTROL_BYTES / Int32Array.BYTES_PER_ELEMENT),
    words,
    bytes: Buffer.from(memory, CONTROL_BYTES),
    mask: words.length - 1,
  };
}

/** @param start position of the first word; another than 0 for tests */
export function createRingWriter(memory: SharedArrayBuffer, start = 0): RingWriter {
  const ring = viewRing(memory);
  const { control, words, bytes, mask } = ring;
  let head = start;
  let tail = start;
  Atomics.store(control, HEAD, start);

  /** Makes room for an entry whose body has so many words; answers where that begins, -1 when there is none. */
  function begin(kind: number, bodyWords: number): number {
    const length = BODY + bodyWords;
    const left = words.length - (head & mask);
    const gap = length > left ? left : 0;
    const used = (head - tail) | 0;
    if (used + gap + length > words.length) return -1;
    if (gap > 0) words[(head & mask) + KIND] = GAP;
    const at = (head + gap) & mask;
    head = (head + gap + length) | 0;
    words[at + KIND] = kind;
    words[at + LENGTH] = length;
    return at;
  }

  function putBody(entry: Entry): number {
    if (entry.kind === "counts") {
      const at = begin(COUNTS, countsLength(entry));
      if (at >= 0) putCounts(ring, at + BODY, entry);
      return at;
    }
    const body = serialize(entry);
    const at = begin(OTHER, 1 + Math.ceil(body.length / WORD_BYTES));
    if (at < 0) return at;
    words[at + BODY] = body.length;
    bytes.set(body, (at + BODY + 1) * WORD_BYTES);
    return at;
  }

  return {
    put(entry, calls) {
      const at = putBody(entry);
      if (at < 0) return false;
      words[at + SAMPLES] = samplesOf(entry);
      words[at + CALLS] = calls;
      return true;
    },
    show() {
      Atomics.store(control, HEAD, head);
      return Atomics.compareExchange(control, ASLEEP, 1, 0) === 1;
    },
    free(position) {
      tail = position;
    },
  };
}

/** @param start as the writer's */
export function createRingReader(memory: SharedArrayBuffer, start = 0): RingReader {
  const ring = viewRing(memory);
  const { control, words, mask } = ring;
  let tail = start;

  /** Where the next entry begins; -1 when there is none. */
  function next(head: number): number {
    if (tail === head) return -1;
    const at = tail & mask;
    if (numberAt(words, at + KIND) !== GAP) return at;
    tail = (tail + words.length - at) | 0;
    return tail & mask;
  }

  function read(at: number): Entry {
    if (numberAt(words, at + KIND) === COUNTS) return readCounts(ring, at + BODY);
    const from = (at + BODY + 1) * WORD_BYTES;
    // A copy, since what is read may refer to the bytes that it was read from.
    return deserialize(Buffer.from(ring.bytes.subarray(from, from + numberAt(words, at + BODY))));
  }

  return {
    take({ samples, entries, calls }) {
      const head = Atomics.load(control, HEAD);
      const taken: Entry[] = [];
      let left = samples;
      while (taken.length < entries) {
        const at = next(head);
        if (at < 0 || numberAt(words, at + CALLS) > calls) break;
        left -= numberAt(words, at + SAMPLES);
        if (left < 0 && taken.length > 0) break;
        taken.push(read(at));
        tail = (tail + numberAt(words, at + LENGTH)) | 0;
      }
      return taken;
    },
    get position() {
      return tail;
    },
    sleep() {
      Atomics.store(control, ASLEEP, 1);
      if (Atomics.load(control, HEAD) === tail) return true;
      Atomics.store(control, ASLEEP, 0);
      return false;
    },
  };
}

function samplesOf(entry: Entry): number {
  switch (entry.kind) {
    case "counts":
      return entry.message.samples.length;
    case "events":
      return entry.message.events.length;
    case "readings":
    case "quarantine":
      return 1;
  }
}
