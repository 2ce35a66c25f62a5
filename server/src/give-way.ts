import { readlinkSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { basename } from "node:path";

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

/**
 * Makes the calling thread give way to those that record and serve, wherever threads are more than processors. Only Linux gives a
 * thread a priority of its own; elsewhere, and where it may not be changed, nothing happens.
 */
export function giveWay(): void {
  if (process.platform !== "linux") return;
  try {
    const thread = Number(basename(readlinkSync("/proc/thread-self")));
    const own = getPriority(thread);
    setPriority(thread, Math.min(own + PRIORITY_BELOW_NORMAL, PRIORITY_LOW));
  } catch {
    // Without /proc, or in a sandbox that allows no priorities: the work is done all the same.
  }
}
