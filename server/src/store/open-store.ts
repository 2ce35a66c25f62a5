import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ACCESS_COMMANDS } from "./access/access-commands.ts";
import { settleSwap } from "./backup/swap.ts";
import { CATALOGUE_COMMANDS, CATALOGUE_READS } from "./catalogue/calls.ts";
import { DATABASE_FILE } from "./database-file.ts";
import { DEVICE_SECRET_COMMANDS } from "./device-secret-commands.ts";
import type { Batch } from "./entries.ts";
import { EXPORT_COMMANDS } from "./exports/export-commands.ts";
import { EXPORT_READS } from "./exports/export-reads.ts";
import { FLOOR_READS } from "./floor/floor-reads.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { JOURNAL_COMMANDS } from "./journal/journal-commands.ts";
import { ORDERS_DESK_COMMANDS } from "./orders-desk/orders-desk-commands.ts";
import { ORDERS_DESK_READS } from "./orders-desk/orders-desk-reads.ts";
import { PEOPLE_COMMANDS } from "./people/people-commands.ts";
import { PEOPLE_READS } from "./people/people-reads.ts";
import type { ReaderCalls } from "./reader-thread.ts";
import { REPORT_COMMANDS } from "./reports/report-commands.ts";
import { RETENTION_READS } from "./retention/purge-read.ts";
import { RETENTION_COMMANDS } from "./retention/retention-commands.ts";
import { SEALING_COMMANDS } from "./sealing/sealing-commands.ts";
import {
  type Calls,
  createThread,
  type Handlers,
  type Thread,
  type ThreadEvents,
} from "./thread-calls.ts";
import type { WriterCalls, WriterData } from "./writer-thread.ts";

/** The store: one thread that writes and folds, one that reads for reports, so that neither waits for the other. */
export interface Store extends Calls<WriterCalls> {
  readonly reports: Calls<ReaderCalls>;
  /** The database, for a thread with a connection of its own ({@link openReads}). */
  readonly file: string;
  /** Called when the board changed, once until the changes are taken. */
  onChanged(listener: () => void): void;
  close(): Promise<void>;
}

/** What a thread drops soon would otherwise spread over 48 MB before it is collected. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

const WRITER_CALLS: readonly (keyof WriterCalls)[] = [
  ...ACCESS_COMMANDS,
  ...CATALOGUE_COMMANDS,
  ...EXPORT_COMMANDS,
  ...JOURNAL_COMMANDS,
  ...ORDERS_DESK_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...DEVICE_SECRET_COMMANDS,
  ...REPORT_COMMANDS,
  ...RETENTION_COMMANDS,
  ...SEALING_COMMANDS,
  "act",
  "addWaiting",
  "commit",
  "dismiss",
  "judge",
  "plans",
  "putPlan",
  "putSetting",
  "putStationKey",
  "readBoard",
  "release",
  "secret",
  "setting",
  "stationKeys",
  "stepClock",
  "takeChanges",
  "waiting",
];
const READER_CALLS: readonly (keyof ReaderCalls)[] = [
  ...CATALOGUE_READS,
  ...EXPORT_READS,
  ...FLOOR_READS,
  ...ORDERS_DESK_READS,
  ...PEOPLE_READS,
  ...RETENTION_READS,
  "readAct",
  "readDay",
  "readDayClock",
  "readDevices",
  "readJournal",
  "readJournalHead",
  "readQuarantine",
  "readSuspects",
  "writeDayFile",
];

/**
 * Opens the store of a data folder, and makes both when they are missing.
 * @param folder TRAME_DATA
 * @param startedAt UTC ms
 * @param onDeath called when a thread of the store ends by itself: nothing can be stored or read any more
 * @throws {FolderTaken} when another process has the folder
 * @throws when the folder or the database can't be opened, or can't promise durability
 */
export async function openStore(
  folder: string,
  startedAt: number,
  onDeath: (error: Error) => void = () => undefined,
): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  try {
    settleSwap(folder);
    return await startThreads(join(folder, DATABASE_FILE), { startedAt, lock, onDeath });
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Start {
  readonly startedAt: number;
  readonly lock: FolderLock;
  readonly onDeath: (error: Error) => void;
}

async function startThreads(file: string, { startedAt, lock, onDeath }: Start): Promise<Store> {
  const listeners: (() => void)[] = [];
  const workerData = { file, startedAt };
  const onEvent = (): void => {
    for (const listener of listeners) listener();
  };
  let isReady = false;
  const events = { onEvent, onDeath: (error: Error) => isReady && onDeath(error) };
  const writer = startThread("./writer-thread.ts", workerData, events);
  // The writer makes the schema that the reader opens; what it could not open is told here.
  await writer.call("plans", []);
  const reader = startThread("./reader-thread.ts", workerData, events);
  isReady = true;
  return {
    ...callsOf<WriterCalls>(writer, WRITER_CALLS),
    reports: callsOf<ReaderCalls>(reader, READER_CALLS),
    file,
    onChanged: (listener) => void listeners.push(listener),
    async close() {
      await reader.close();
      await writer.close();
      lock.release();
    },
  };
}

function startThread(file: string, workerData: WriterData, events: ThreadEvents): Thread {
  const worker = new Worker(new URL(file, import.meta.url), { workerData, resourceLimits });
  return createThread(worker, events);
}

function callsOf<Of extends Handlers>(
  thread: Thread,
  names: readonly (keyof Of & string)[],
): Calls<Of> {
  const entries = names.map((name) => [name, (...args: unknown[]) => thread.call(name, args)]);
  return Object.fromEntries(entries);
}

export type { Batch };
