import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { basename } from "node:path";

/* How threads that read for people leave the processors to those that record and serve. */

/** Steps of `nice`: a third of what the others get where all have work, so that it never stands still; stations read here too. */
const STEPS = 5;
/** A tenth. */
const COLLECTOR_STEPS = 10;
/** As Linux calls the threads of V8 that collect garbage for all of ours. */
const COLLECTOR = "node-V8Worker";
/** Nobody waits for a processor for longer, and how long a breath is at least. ms */
const BREATH_EVERY_MS = 0.5;
const BREATH_MS = 0.05;
/** Shorter work is not worth a rest, and whoever asks next does not wait for longer. ms */
const WORK_MIN_MS = 1;
const REST_OF_WORK = 2;
const REST_MAX_MS = 20;

/** Each thread has its own. */
let isGivingWay = false;
let breathedAt = 0;
const neverTold = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/**
 * Makes the calling thread give way to those that record and serve, wherever threads are more than processors. Only Linux gives a
 * thread a priority of its own; elsewhere, and where it may not be changed, it only breathes.
 */
export function giveWay(): void {
  isGivingWay = true;
  lower(STEPS, () => [basename(readlinkSync("/proc/thread-self"))]);
}

/**
 * The same for V8's own threads: collecting what a report leaves behind, they would keep all processors busy for milliseconds. What they
 * don't get to is collected by the thread that needs the room.
 */
export function collectorsGiveWay(): void {
  lower(COLLECTOR_STEPS, () => readdirSync("/proc/self/task").filter(isCollector));
}

/**
 * Lets go of the processor for a moment, every half a millisecond, in a thread that gives way; does nothing in others. A thread of lower
 * priority is not interrupted for one that wakes up, for 4 ms and more with a Linux of today: called in the loops of what is asked for
 * while counters speak.
 */
export function breathe(): void {
  if (!isGivingWay || performance.now() - breathedAt < BREATH_EVERY_MS) return;
  Atomics.wait(neverTold, 0, 0, BREATH_MS);
  breathedAt = performance.now();
}

/**
 * Keeps the calling thread still for twice as long as it has just worked, 20 ms at most: what is asked one after the other leaves the
 * processors alone most of the time.
 */
export function restAfter(workedMs: number): void {
  if (workedMs < WORK_MIN_MS) return;
  Atomics.wait(neverTold, 0, 0, Math.min(REST_OF_WORK * workedMs, REST_MAX_MS));
}

function isCollector(thread: string): boolean {
  return readFileSync(`/proc/self/task/${thread}/comm`, "utf8").trim() === COLLECTOR;
}

function lower(steps: number, find: () => readonly string[]): void {
  if (process.platform !== "linux") return;
  try {
    for (const thread of find().map(Number)) {
      setPriority(thread, Math.min(getPriority(thread) + steps, constants.priority.PRIORITY_LOW));
    }
  } catch {
    // Without /proc, or in a sandbox that allows no priorities: the work is done all the same.
  }
}
