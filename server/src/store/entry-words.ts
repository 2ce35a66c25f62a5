import type { Sample } from "@trame/shared";
import type { CountsEntry } from "./entries.ts";
import { STATES } from "./states.ts";

/*
 * Counts as words of 8 bytes, since cloning objects costs more than reading them:
 *
 *     received │ up │ samples │ letters of the device │ boot and device, latin1 │ samples × (seq, up, pieces, stitches, trims, state)
 */

/** The same memory as numbers and as bytes. */
export interface WordMemory {
  readonly words: Float64Array;
  readonly bytes: Buffer;
}

export const WORD_BYTES = 8;
const HEAD_WORDS = 4;
const SAMPLE_WORDS = 6;
const BOOT_LENGTH = 8;
const UNKNOWN = -1;

/** Words that an entry takes. Its device and boot have letters of one byte ([P1], [P4]). */
export function countsLength({ deviceId, message }: CountsEntry): number {
  return HEAD_WORDS + textWords(deviceId.length) + message.samples.length * SAMPLE_WORDS;
}

/** Writes an entry from a word on. */
export function putCounts({ words, bytes }: WordMemory, start: number, entry: CountsEntry): void {
  const { deviceId, received, message } = entry;
  const { boot, up, samples } = message;
  let at = start;
  words[at++] = received;
  words[at++] = up;
  words[at++] = samples.length;
  words[at++] = deviceId.length;
  bytes.write(boot, at * WORD_BYTES, "latin1");
  bytes.write(deviceId, at * WORD_BYTES + BOOT_LENGTH, "latin1");
  at += textWords(deviceId.length);
  for (const sample of samples) {
    putSample(words, at, sample);
    at += SAMPLE_WORDS;
  }
}

/** Reads the entry that begins at a word. */
export function readCounts(memory: WordMemory, start: number): CountsEntry {
  const { words, bytes } = memory;
  const received = numberAt(words, start);
  const up = numberAt(words, start + 1);
  const count = numberAt(words, start + 2);
  const letters = numberAt(words, start + 3);
  const boots = (start + HEAD_WORDS) * WORD_BYTES;
  const devices = boots + BOOT_LENGTH;
  const boot = bytes.toString("latin1", boots, devices);
  const deviceId = bytes.toString("latin1", devices, devices + letters);
  const samples: Sample[] = [];
  let at = start + HEAD_WORDS + textWords(letters);
  for (; samples.length < count; at += SAMPLE_WORDS) samples.push(readSample(words, at));
  return { kind: "counts", deviceId, received, message: { boot, up, samples } };
}

export function numberAt(words: Float64Array, at: number): number {
  return words[at] ?? Number.NaN;
}

function textWords(letters: number): number {
  return Math.ceil((BOOT_LENGTH + letters) / WORD_BYTES);
}

function putSample(words: Float64Array, at: number, sample: Sample): void {
  words[at] = sample.seq;
  words[at + 1] = sample.up;
  words[at + 2] = sample.pieces;
  words[at + 3] = sample.stitches ?? UNKNOWN;
  words[at + 4] = sample.trims ?? UNKNOWN;
  words[at + 5] = STATES.indexOf(sample.state);
}

function readSample(words: Float64Array, at: number): Sample {
  return {
    seq: numberAt(words, at),
    up: numberAt(words, at + 1),
    pieces: numberAt(words, at + 2),
    stitches: known(numberAt(words, at + 3)),
    trims: known(numberAt(words, at + 4)),
    state: STATES[numberAt(words, at + 5)] ?? null,
  };
}

function known(total: number): number | null {
  return total === UNKNOWN ? null : total;
}
