import { parentPort } from "node:worker_threads";
import type { JobAnswer } from "../one-at-a-time.ts";
import { type ExportJob, writeExport } from "./write-export.ts";

/* The thread that writes exports: one at a time, each answered before the next one is sent. */

async function write(job: ExportJob): Promise<void> {
  const result = await writeExport(job);
  const answer: JobAnswer<Uint8Array> = { result };
  parentPort?.postMessage(answer, [result.buffer as ArrayBuffer]);
}

parentPort?.on("message", (job: ExportJob) => {
  write(job).catch((error: unknown) => {
    const answer: JobAnswer<Uint8Array> = { error: String(error) };
    parentPort?.postMessage(answer);
  });
});
