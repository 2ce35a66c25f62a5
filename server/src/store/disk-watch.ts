import { isDiskFault } from "./disk-fault.ts";

/** What of the store is watched. */
export interface WatchedStore<Batch> {
  commit(batch: Batch): Promise<{ readonly rejected: number[]; readonly clock: number }>;
}

/** The same commit, and what it tells of the disk. */
export interface DiskWatch<Batch> extends WatchedStore<Batch> {
  /** UTC ms of the first commit that the disk refused; null once one was written again ([S31]). */
  failingSince(): number | null;
}

/**
 * Looks at what becomes of each commit.
 * @param now UTC ms
 */
export function watchDisk<Batch>(store: WatchedStore<Batch>, now: () => number): DiskWatch<Batch> {
  let since: number | null = null;
  // A commit that repeats what is stored writes nothing, and leaves the clock alone: it tells nothing of the disk.
  let lastClock = -1;

  return {
    async commit(batch) {
      try {
        const answer = await store.commit(batch);
        if (answer.clock > lastClock) since = null;
        lastClock = answer.clock;
        return answer;
      } catch (error) {
        if (isDiskFault(error)) since ??= now();
        throw error;
      }
    },
    failingSince: () => since,
  };
}
