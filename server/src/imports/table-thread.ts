import { parentPort } from "node:worker_threads";
import { giveWay } from "../give-way.ts";
import type { JobAnswer } from "../one-at-a-time.ts";
import { type ReadTable, readTable } from "./read-table.ts";

/* The thread that opens files: one at a time, each answered before the next one is sent. */

giveWay();
parentPort?.on("message", (bytes: Uint8Array) => {
  readTable(bytes).then(
    (result) => say({ result }),
    (error: unknown) => say({ error: String(error) }),
  );
});

function say(answer: JobAnswer<ReadTable>): void {
  parentPort?.postMessage(answer);
}
