import type {
  CountsMessage,
  EnvelopeFault,
  EventsMessage,
  Sample,
  SampleFault,
  TasmotaReadings,
} from "@trame/shared";
import { STATES } from "./states.ts";

/** What a device said, and when the server received it (UTC ms). */
interface Heard {
  readonly deviceId: string;
  readonly received: number;
}

/** The good samples of a `counts` message of a counter of ours. */
export interface CountsEntry extends Heard {
  readonly kind: "counts";
  readonly message: Pick<CountsMessage, "boot" | "up" | "samples">;
}

export interface EventsEntry extends Heard {
  readonly kind: "events";
  readonly message: Pick<EventsMessage, "boot" | "up" | "events">;
}

/** Totals of a counter of another make. */
export interface ReadingsEntry extends Heard {
  readonly kind: "readings";
  readonly readings: TasmotaReadings;
}

/** A message, or one entry of it, that could not be read. */
export interface QuarantineEntry extends Heard {
  readonly kind: "quarantine";
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Position in the message's list; -1 for the whole message. */
  readonly index: number;
  readonly fault: EnvelopeFault | SampleFault;
}

/** What ingest hands to the writer; committed together with the entries of all devices. */
export type Entry = CountsEntry | EventsEntry | ReadingsEntry | QuarantineEntry;

/** Entries as they cross to the writer's thread: numbers and texts apart, since cloning objects costs more than reading them. */
export interface Batch {
  readonly texts: readonly string[];
  readonly numbers: Float64Array;
  readonly others: readonly Exclude<Entry, CountsEntry>[];
  /** Per entry in order: true for counts, taken from the numbers; false for the next of the others. */
  readonly isCounts: readonly boolean[];
}

const HEAD = 3;
const WIDTH = 6;
const UNKNOWN = -1;

export function encodeBatch(entries: readonly Entry[]): Batch {
  const counts = entries.filter((entry) => entry.kind === "counts");
  const length = counts.reduce(
    (sum, entry) => sum + HEAD + entry.message.samples.length * WIDTH,
    0,
  );
  const numbers = new Float64Array(length);
  const texts: string[] = [];
  let at = 0;
  for (const { deviceId, received, message } of counts) {
    texts.push(deviceId, message.boot);
    numbers[at++] = received;
    numbers[at++] = message.up;
    numbers[at++] = message.samples.length;
    for (const sample of message.samples) at = putSample(numbers, at, sample);
  }
  return {
    texts,
    numbers,
    others: entries.filter((entry) => entry.kind !== "counts"),
    isCounts: entries.map((entry) => entry.kind === "counts"),
  };
}

function putSample(numbers: Float64Array, start: number, sample: Sample): number {
  let at = start;
  numbers[at++] = sample.seq;
  numbers[at++] = sample.up;
  numbers[at++] = sample.pieces;
  numbers[at++] = sample.stitches ?? UNKNOWN;
  numbers[at++] = sample.trims ?? UNKNOWN;
  numbers[at++] = STATES.indexOf(sample.state);
  return at;
}

export function decodeBatch({ texts, numbers, others, isCounts }: Batch): Entry[] {
  let text = 0;
  let at = 0;
  let other = 0;
  const next = (): number => numbers[at++] ?? Number.NaN;
  const nextTotal = (): number | null => {
    const total = next();
    return total === UNKNOWN ? null : total;
  };
  const nextSample = (): Sample => ({
    seq: next(),
    up: next(),
    pieces: next(),
    stitches: nextTotal(),
    trims: nextTotal(),
    state: STATES[next()] ?? null,
  });
  const nextCounts = (): CountsEntry => {
    const deviceId = texts[text++] ?? "";
    const boot = texts[text++] ?? "";
    const received = next();
    const up = next();
    const samples = Array.from({ length: next() }, nextSample);
    return { kind: "counts", deviceId, received, message: { boot, up, samples } };
  };
  const nextOther = (): Entry => {
    const entry = others[other++];
    if (entry === undefined) throw new RangeError("a batch is shorter than it says");
    return entry;
  };
  return isCounts.map((isCount) => (isCount ? nextCounts() : nextOther()));
}
