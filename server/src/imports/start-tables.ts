import { createOneAtATime } from "../one-at-a-time.ts";
import type { ReadTable } from "./read-table.ts";

/** What opens files that somebody brings, away from the thread that serves the floor: some seconds of work fit into 5 MiB ([I15]). */
export interface Tables {
  /** null when too many files wait already. */
  read(bytes: Uint8Array): Promise<ReadTable | null>;
  /** Ends what is being read: whoever waits for it gets an error. */
  close(): Promise<void>;
}

/** Files are imported now and then, by one person. */
const WAITING_MAX = 3;
/** Enough for 20,000 rows of everything that a table may have; a file that needs more fails alone. */
const MEMORY_MB = 256;

/** Starts nothing yet: the thread comes with the first file. */
export function startTables(memoryMb = MEMORY_MB): Tables {
  let isClosed = false;
  const thread = createOneAtATime<Uint8Array, ReadTable>({
    script: new URL("./table-thread.ts", import.meta.url),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    waitingMax: WAITING_MAX,
    toMessage: (bytes) => bytes,
  });
  return {
    async read(bytes) {
      try {
        return await thread.run(bytes);
      } catch (error) {
        if (isClosed || !isOutOfMemory(error)) throw error;
        return { ok: false, fault: "file-too-large" };
      }
    },
    close() {
      isClosed = true;
      return thread.close();
    },
  };
}

/** As Node says that a thread came to the end of its own memory (`ERR_WORKER_OUT_OF_MEMORY`). */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && error.message.includes("memory limit");
}
