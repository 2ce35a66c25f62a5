import type { MessagePort } from "node:worker_threads";
import { createDayFiles } from "../reports/day-files.ts";
import { openReader } from "./database.ts";
import { createReads } from "./reads.ts";
import { serveThread, type ThreadData } from "./thread-calls.ts";

/** The calls that the reports' thread answers. */
export type ReaderCalls = ReturnType<typeof createHandlers>;

/** Serves reports: a connection that cannot write. Each call ends its snapshot before it answers. */
export function serveReader(port: MessagePort, { file }: ThreadData): void {
  const sqlite = openReader(file);
  serveThread(port, createHandlers(createReads(sqlite)), { close: () => sqlite.close() });
}

function createHandlers(reads: ReturnType<typeof createReads>) {
  return { ...reads, writeDayFile: createDayFiles(reads) };
}
