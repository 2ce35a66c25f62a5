import { isDiskFault } from "./disk-fault.ts";
import type { Committed } from "./entry-queue.ts";

/** What commits tell of the disk. */
export interface DiskWatch {
  hear(committed: Pick<Committed, "error" | "clock">): void;
  /** UTC ms of the first commit that the disk refused; null once one was written again ([S31]). */
  failingSince(): number | null;
}

/**
 * Looks at what becomes of each commit.
 * @param now UTC ms
 */
export function watchDisk(now: () => number): DiskWatch {
  let since: number | null = null;
  // A commit that repeats what is stored writes nothing, and leaves the clock alone: it tells nothing of the disk.
  let lastClock = -1;

  return {
    hear({ error, clock }) {
      if (error !== null) {
        if (isDiskFault(error)) since ??= now();
        return;
      }
      if (clock > lastClock) since = null;
      lastClock = clock;
    },
    failingSince: () => since,
  };
}
