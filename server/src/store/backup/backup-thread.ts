import { parentPort, workerData } from "node:worker_threads";
import { workOn } from "./backup-work.ts";

/* One job on backups in a thread of its own, which ends with it: neither the writer nor reports wait for a copy. */

parentPort?.postMessage(await workOn(workerData));
