import { workerData } from "node:worker_threads";
import { openReader } from "./database.ts";
import { createReads } from "./reads.ts";
import { serveThread } from "./thread-calls.ts";
import type { WriterData } from "./writer-thread.ts";

/* The reports' thread: a connection that cannot write. Each call ends its snapshot before it answers. */

const { file }: WriterData = workerData;
const sqlite = openReader(file);
const handlers = createReads(sqlite);

/** The calls that the reports' thread answers. */
export type ReaderCalls = typeof handlers;

serveThread(handlers, { close: () => sqlite.close() });
