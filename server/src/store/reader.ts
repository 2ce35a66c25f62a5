import type { MessagePort } from "node:worker_threads";
import { createDayFiles } from "../reports/day-files.ts";
import { openReader } from "./database.ts";
import { createReads } from "./reads.ts";
import { serveThread, type ThreadData } from "./thread-calls.ts";

/** The calls that the reports' thread answers. */
export type ReaderCalls = ReturnType<typeof createHandlers>;

/**
 * Serves reports: a connection that cannot write. Each call ends its snapshot before it answers.
 * @param afterEach what is done once a call is answered; it is told how long that took, ms
 */
export function serveReader(
  port: MessagePort,
  { file }: ThreadData,
  afterEach: (tookMs: number) => void = () => undefined,
): void {
  const sqlite = openReader(file);
  const handlers = createHandlers(createReads(sqlite));
  serveThread(port, handlers, { afterEach, close: () => sqlite.close() });
}

function createHandlers(reads: ReturnType<typeof createReads>) {
  return { ...reads, writeDayFile: createDayFiles(reads) };
}
