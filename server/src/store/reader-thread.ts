import { workerData } from "node:worker_threads";
import { openReader } from "./database.ts";
import { createReads } from "./reads.ts";
import { serveThread } from "./thread-calls.ts";
import type { WriterData } from "./writer-thread.ts";

/* The reports' thread: a connection that cannot write. Each call ends its snapshot before it answers. */

const { file }: WriterData = workerData;
const { sqlite, orm } = openReader(file);
const handlers = createReads(orm);

/** The calls that the reports' thread answers. */
export type ReaderCalls = typeof handlers;

serveThread(handlers, { close: () => sqlite.close() });
