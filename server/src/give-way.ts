import { readlinkSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { basename } from "node:path";

/** Steps of `nice`: a third of what the others get where all have work, so that it never stands still. */
const STEPS = 5;

/**
 * Makes the calling thread give way to those that record and serve, wherever threads are more than processors. Only Linux gives a
 * thread a priority of its own; elsewhere, and where it may not be changed, nothing happens.
 */
export function giveWay(): void {
  if (process.platform !== "linux") return;
  try {
    const thread = Number(basename(readlinkSync("/proc/thread-self")));
    const own = getPriority(thread);
    setPriority(thread, Math.min(own + STEPS, constants.priority.PRIORITY_LOW));
  } catch {
    // Without /proc, or in a sandbox that allows no priorities: the work is done all the same.
  }
}
