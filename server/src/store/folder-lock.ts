import { join } from "node:path";
import Sqlite from "better-sqlite3";

/** The folder belongs to one process at a time; held until released or until the process ends, however it ends. */
export interface FolderLock {
  release(): void;
}

/** Another process holds the data folder. */
export class FolderTaken extends Error {
  readonly code = "FOLDER_TAKEN";
}

const FILE = "trame.lock";
/** A server that is just ending may still hold it for so long. ms */
const PATIENCE_MS = 3_000;

/**
 * Takes a data folder for this process ([S30]). Two servers on one folder would fold the same counters each from its own
 * memory, and count twice. The lock is SQLite's own, on an empty database: it works on every system and dies with us.
 * @throws {FolderTaken} when another process has it
 */
export function lockFolder(folder: string): FolderLock {
  const lock = new Sqlite(join(folder, FILE), { timeout: PATIENCE_MS });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new FolderTaken(`another process uses ${folder}`);
    throw error;
  }
  return { release: () => void lock.close() };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
}
