import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ACCESS_COMMANDS } from "./access/access-commands.ts";
import { settleSwap } from "./backup/swap.ts";
import { CATALOGUE_COMMANDS, CATALOGUE_READS } from "./catalogue/calls.ts";
import { DATABASE_FILE } from "./database-file.ts";
import { DEVICE_SECRET_COMMANDS } from "./device-secret-commands.ts";
import { type Committed, createEntryQueue, type EntryQueue } from "./entry-queue.ts";
import { makeRing } from "./entry-ring.ts";
import { EXPORT_COMMANDS } from "./exports/export-commands.ts";
import { EXPORT_READS } from "./exports/export-reads.ts";
import { FLOOR_READS } from "./floor/floor-reads.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { JOURNAL_COMMANDS } from "./journal/journal-commands.ts";
import { ORDERS_DESK_COMMANDS } from "./orders-desk/orders-desk-commands.ts";
import { ORDERS_DESK_READS } from "./orders-desk/orders-desk-reads.ts";
import { PEOPLE_COMMANDS } from "./people/people-commands.ts";
import { PEOPLE_READS } from "./people/people-reads.ts";
import type { ReaderCalls } from "./reader.ts";
import { REPORT_COMMANDS } from "./reports/report-commands.ts";
import { RETENTION_READS } from "./retention/purge-read.ts";
import { RETENTION_COMMANDS } from "./retention/retention-commands.ts";
import { SEALING_COMMANDS } from "./sealing/sealing-commands.ts";
import {
  type Calls,
  createThread,
  type ErrorText,
  type Handlers,
  startLate,
  type Thread,
  type ThreadData,
  type ThreadPort,
  toError,
} from "./thread-calls.ts";
import type { WriterCalls, WriterData } from "./writer.ts";
import { WAKE } from "./writer-turns.ts";

/**
 * The store: one thread that writes and folds, one that reads for reports, so that neither waits for the other. The second
 * starts with the first report.
 */
export interface Store extends Calls<WriterCalls>, Pick<EntryQueue, "append" | "flushed"> {
  readonly reports: Calls<ReaderCalls>;
  /** The database, for a thread with a connection of its own ({@link openReads}). */
  readonly file: string;
  /** Called when the board changed, once until the changes are taken. */
  onChanged(listener: () => void): void;
  /** Called with what became of each group of entries. */
  onCommitted(listener: (committed: Committed) => void): void;
  close(): Promise<void>;
}

const THREADS = {
  writer: new URL("./writer-thread.ts", import.meta.url),
  reader: new URL("./reader-thread.ts", import.meta.url),
};

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
 * @throws {FolderTaken} when another process has the folder
 * @throws when the folder or the database can't be opened, or can't promise durability
 */
export async function openStore(
  folder: string,
  startedAt: number,
  { onDeath = () => undefined, start = startThread }: StoreOptions = {},
): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  try {
    settleSwap(folder);
    const data = { file: join(folder, DATABASE_FILE), startedAt, ring: makeRing() };
    return await startThreads(data, { lock, onDeath, start });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Starts one of the store's two threads. */
export type StartThread = (name: "writer" | "reader", data: WriterData) => ThreadPort;

interface StoreOptions {
  /** Called when a thread of the store ends by itself: nothing can be stored or read any more. */
  readonly onDeath?: (error: Error) => void;
  readonly start?: StartThread;
}

type CommitListener = (committed: Committed) => void;
type Start = Required<StoreOptions> & { readonly lock: FolderLock };

async function startThreads(data: WriterData, { lock, onDeath, start }: Start): Promise<Store> {
  const listeners = { changed: [] as (() => void)[], committed: [] as CommitListener[] };
  let isReady = false;
  const events = {
    onEvent: () => undefined,
    onDeath: (error: Error) => isReady && onDeath(error),
  };
  const port = start("writer", data);
  const entries = createEntryQueue(data.ring, () => port.postMessage(WAKE));
  const writer = createThread(port, {
    ...events,
    placeCall: entries.placeCall,
    onEnd: entries.fail,
    onEvent(event, told) {
      if (event === "changed") for (const listener of listeners.changed) listener();
      else hear(told as Committed<ErrorText>);
    },
  });
  function hear(told: Committed<ErrorText>): void {
    const committed = { ...told, error: told.error === null ? null : toError(told.error) };
    for (const listener of listeners.committed) listener(committed);
    entries.hear(committed);
  }
  // The writer makes the schema that the reader opens; what it could not open is told here.
  await writer.call("plans", []);
  const reader = startLate(() => createThread(start("reader", data), events));
  isReady = true;
  return {
    ...callsOf<WriterCalls>(writer, WRITER_CALLS),
    reports: callsOf<ReaderCalls>(reader, READER_CALLS),
    file: data.file,
    append: entries.append,
    flushed: entries.flushed,
    onChanged: (listener) => void listeners.changed.push(listener),
    onCommitted: (listener) => void listeners.committed.push(listener),
    async close() {
      await reader.close();
      await writer.close();
      lock.release();
    },
  };
}

function startThread(name: "writer" | "reader", workerData: ThreadData): ThreadPort {
  return new Worker(THREADS[name], { workerData, resourceLimits });
}

function callsOf<Of extends Handlers>(
  thread: Thread,
  names: readonly (keyof Of & string)[],
): Calls<Of> {
  const entries = names.map((name) => [name, (...args: unknown[]) => thread.call(name, args)]);
  return Object.fromEntries(entries);
}
