import { workerData } from "node:worker_threads";
import { giveWay } from "../give-way.ts";
import { createDayFiles } from "../reports/day-files.ts";
import { openReader } from "./database.ts";
import { createReads } from "./reads.ts";
import { serveThread } from "./thread-calls.ts";
import type { WriterData } from "./writer-thread.ts";

/* The reports' thread: a connection that cannot write. Each call ends its snapshot before it answers. */

const { file }: WriterData = workerData;
const sqlite = openReader(file);
const reads = createReads(sqlite);
const handlers = { ...reads, writeDayFile: createDayFiles(reads) };

/** The calls that the reports' thread answers. */
export type ReaderCalls = typeof handlers;

giveWay();
serveThread(handlers, { close: () => sqlite.close() });
