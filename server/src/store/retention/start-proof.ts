import { Worker } from "node:worker_threads";
import type { ReadAsked, ReadFiles } from "./read-files.ts";

/** Reads the files of a folder in a thread of their own. */
export interface ProofReader {
  read(asked: ReadAsked): Promise<ReadFiles>;
  close(): Promise<void>;
}

const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

export function createProofReader(): ProofReader {
  const threads = new Set<Worker>();
  return {
    read(asked) {
      const thread = new Worker(new URL("./proof-thread.ts", import.meta.url), {
        workerData: asked,
        resourceLimits,
      });
      threads.add(thread);
      return new Promise((resolve, reject) => {
        thread.on("message", resolve);
        thread.on("error", reject);
        thread.on("exit", () => {
          threads.delete(thread);
          reject(new Error("the proof's thread has ended"));
        });
      });
    },
    async close() {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
