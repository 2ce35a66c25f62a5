import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Batch } from "./entries.ts";
import type { ReaderCalls } from "./reader-thread.ts";
import { type Calls, createThread, type Handlers, type Thread } from "./thread-calls.ts";
import type { WriterCalls, WriterData } from "./writer-thread.ts";

/** The store: one thread that writes and folds, one that reads for reports, so that neither waits for the other. */
export interface Store extends Calls<WriterCalls> {
  readonly reports: Calls<ReaderCalls>;
  /** Called when the board changed, once until the changes are taken. */
  onChanged(listener: () => void): void;
  close(): Promise<void>;
}

/** What a thread drops soon would otherwise spread over 48 MB before it is collected. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** Name of the database in the data folder. */
export const DATABASE_FILE = "trame.db";

/**
 * Opens the store of a data folder, and makes both when they are missing.
 * @param folder TRAME_DATA
 * @param startedAt UTC ms
 * @throws when the folder or the database can't be opened, or can't promise durability
 */
export async function openStore(folder: string, startedAt: number): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, DATABASE_FILE);
  const listeners: (() => void)[] = [];
  const writer = start("./writer-thread.ts", { file, startedAt }, () => {
    for (const listener of listeners) listener();
  });
  // The writer makes the schema that the reader opens.
  await writer.call("plans", []);
  const reader = start("./reader-thread.ts", { file, startedAt }, () => undefined);
  return {
    ...callsOf<WriterCalls>(writer, [
      "addWaiting",
      "dismiss",
      "judge",
      "plans",
      "putPlan",
      "putSetting",
      "readBoard",
      "release",
      "secret",
      "setting",
      "stepClock",
      "takeChanges",
      "waiting",
      "commit",
    ]),
    reports: callsOf<ReaderCalls>(reader, [
      "readDay",
      "readDevices",
      "readQuarantine",
      "readSuspects",
    ]),
    onChanged: (listener) => void listeners.push(listener),
    async close() {
      await reader.close();
      await writer.close();
    },
  };
}

function start(file: string, workerData: WriterData, onEvent: () => void): Thread {
  const worker = new Worker(new URL(file, import.meta.url), { workerData, resourceLimits });
  return createThread(worker, onEvent);
}

function callsOf<Of extends Handlers>(
  thread: Thread,
  names: readonly (keyof Of & string)[],
): Calls<Of> {
  const entries = names.map((name) => [name, (...args: unknown[]) => thread.call(name, args)]);
  return Object.fromEntries(entries);
}

export type { Batch };
