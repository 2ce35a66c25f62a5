import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { giveWay, restAfter } from "../give-way.ts";
import type { JobAnswer, JobNote } from "../one-at-a-time.ts";
import { openReads, type Reads } from "../store/open-reads.ts";
import type { KeptDay } from "../store/reports/report-commands.ts";
import type { ExportJob, MadeExport } from "./export-job.ts";
import { readFacts } from "./read/read-facts.ts";
import { writeExport } from "./write-export.ts";

/* The thread that reads and writes exports: one at a time, each answered before the next one is sent. */

/** Days that were computed are kept by whoever may write. */
function keepDay(note: KeptDay): Promise<void> {
  const told: JobNote<KeptDay> = { note };
  parentPort?.postMessage(told);
  return Promise.resolve();
}

/** Opened by the first job; it ends with the thread, before the store closes. */
let reads: Reads | null = null;

async function make({ file, asked, format, now }: ExportJob): Promise<MadeExport> {
  reads ??= openReads(file);
  const facts = await readFacts({ reports: reads, keepDay }, asked, now);
  const bytes = await writeExport({ format, facts });
  return { bytes, tag: tagOf(bytes), head: facts.head };
}

async function answer(job: ExportJob): Promise<void> {
  const began = performance.now();
  const result = await make(job);
  const made: JobAnswer<MadeExport> = { result };
  parentPort?.postMessage(made, [result.bytes.buffer as ArrayBuffer]);
  restAfter(performance.now() - began);
}

function tagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}

giveWay();
parentPort?.on("message", (job: ExportJob) => {
  answer(job).catch((error: unknown) => {
    const failed: JobAnswer<MadeExport> = { error: String(error) };
    parentPort?.postMessage(failed);
  });
});
