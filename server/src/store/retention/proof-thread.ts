import { parentPort, workerData } from "node:worker_threads";
import { type ReadAsked, readFiles } from "./read-files.ts";

/* A thread of its own for reading files: gigabytes of them would hold up whoever waits for an answer. */

const asked: ReadAsked = workerData;
parentPort?.postMessage(await readFiles(asked));
