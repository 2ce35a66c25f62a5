import type { MessagePort } from "node:worker_threads";
import { createDayFiles } from "../reports/day-files.ts";
import { openReader } from "./database.ts";
import { createReads } from "./reads.ts";
import { serveThread, type ThreadData } from "./thread-calls.ts";

const FILE = "writeDayFile";

/** The calls that the reports' thread answers. */
export type ReaderCalls = ReturnType<typeof createHandlers>;

/**
 * Serves reports: a connection that cannot write. Each call ends its snapshot before it answers.
 * @param rest takes how long a file took, ms, once it is handed over; what stations ask for is not held up by what they asked before
 */
export function serveReader(
  port: MessagePort,
  { file }: ThreadData,
  rest: (workedMs: number) => void = () => undefined,
): void {
  const sqlite = openReader(file);
  const handlers = createHandlers(createReads(sqlite));
  const afterEach = (name: string, tookMs: number): void => {
    if (name === FILE) rest(tookMs);
  };
  serveThread(port, handlers, { afterEach, close: () => sqlite.close() });
}

function createHandlers(reads: ReturnType<typeof createReads>) {
  return { ...reads, [FILE]: createDayFiles(reads) };
}
