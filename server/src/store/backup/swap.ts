import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Author } from "../../author.ts";
import { keepAccess } from "../access/keep-access.ts";
import { openWriter } from "../database.ts";
import { DATABASE_FILE } from "../database-file.ts";
import { createFactLog } from "../fact-log.ts";
import { lockFolder } from "../folder-lock.ts";
import { createChain } from "../journal/chain.ts";
import { serveFor } from "../journal/served-author.ts";
import { createProgress } from "../progress.ts";
import { carryRemovals } from "../retention/carry-removals.ts";

/*
 * One database takes the place of another in a data folder that no server uses.
 *
 *     trame.db ────rename───▶ trame.db.replaced ──when all has started──▶ gone
 *     trame.db.incoming ─rename─▶ trame.db ──when it does not start──▶ gone, and the replaced one is back
 *
 * A crash between the two leaves no trame.db: whoever opens the folder next puts the replaced one back.
 */

/** Where the database that is to come in is made ready, beside the one it replaces: a rename stays on one disk. */
export const INCOMING_FILE = `${DATABASE_FILE}.incoming`;
const REPLACED_FILE = `${DATABASE_FILE}.replaced`;
/** SQLite's own files beside a database; another one must never find them. */
const COMPANIONS = ["-wal", "-shm"];

/** What comes in, and instead of what. */
export interface Swap {
  /** Id of the backup. */
  readonly backupId: string;
  /** Who restores. */
  readonly author: Author;
  /** UTC ms. */
  readonly now: number;
}

/**
 * Puts the incoming database in the place of the present one. The log's clock goes on above both, so that no screen
 * and no export takes what it saw before for what it sees now ([BK10]).
 * @throws {FolderTaken} while a server uses the folder
 */
export function swapIn(folder: string, swap: Swap): void {
  const lock = lockFolder(folder);
  try {
    const present = join(folder, DATABASE_FILE);
    const incoming = join(folder, INCOMING_FILE);
    goOn(incoming, { present, before: clockOf(present), ...swap });
    for (const file of [present, incoming]) dropCompanions(file);
    renameSync(present, join(folder, REPLACED_FILE));
    renameSync(incoming, present);
    syncFolder(folder);
  } finally {
    lock.release();
  }
}

/** Before a folder is opened: what a crash left half swapped. Call it with the folder's lock. */
export function settleSwap(folder: string): void {
  const present = join(folder, DATABASE_FILE);
  if (!existsSync(present) && existsSync(join(folder, REPLACED_FILE))) {
    renameSync(join(folder, REPLACED_FILE), present);
  }
  remove(join(folder, INCOMING_FILE));
}

/** After a start that failed: the database that was there before comes back. False when there is none. */
export function putBack(folder: string): boolean {
  const replaced = join(folder, REPLACED_FILE);
  if (!existsSync(replaced)) return false;
  const lock = lockFolder(folder);
  try {
    remove(join(folder, DATABASE_FILE));
    renameSync(replaced, join(folder, DATABASE_FILE));
    syncFolder(folder);
    return true;
  } finally {
    lock.release();
  }
}

/** All has started with what came in: what it replaced is in a backup, and goes. */
export function dropReplaced(folder: string): void {
  remove(join(folder, REPLACED_FILE));
}

interface Going extends Swap {
  /** The file that it replaces. */
  readonly present: string;
  /** Its clock. */
  readonly before: number;
}

/**
 * Its clock goes on above the one that every screen has seen, and the log says where it came from. Who was removed since it was
 * copied does not come back with it ([RT7]), and nobody is let in by it ([AC16]).
 */
function goOn(file: string, swap: Going): void {
  const { present, before, backupId, author, now } = swap;
  const sqlite = openWriter(file);
  try {
    const raise = sqlite.prepare("UPDATE progress SET clock = max(clock, ?)");
    const clock = clockIn(sqlite);
    const chain = createChain(sqlite);
    sqlite
      .transaction(() => {
        const progress = createProgress(sqlite, now);
        raise.run(before);
        progress.reload();
        const change = {
          what: "backup",
          subject: backupId,
          before: { clock: before },
          after: { clock },
        } as const;
        const facts = createFactLog(sqlite, { progress, chain });
        // Also where both have one clock: that somebody restored is said in any case.
        serveFor(author, () => facts.append({ kind: "changed", ...change }, now));
        keepAccess(sqlite, present);
        carryRemovals(sqlite, present);
        progress.advance();
      })
      .immediate();
    sqlite.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    sqlite.close();
  }
}

/** Opening it writes back what waited in its journal, when its server was ended by force. */
function clockOf(file: string): number {
  const sqlite = new Sqlite(file);
  try {
    sqlite.pragma("wal_checkpoint(TRUNCATE)");
    return clockIn(sqlite);
  } finally {
    sqlite.close();
  }
}

function clockIn(sqlite: Sqlite.Database): number {
  const clock = sqlite.prepare<[], number | null>("SELECT max(clock) FROM progress").pluck().get();
  return clock ?? 0;
}

function remove(file: string): void {
  for (const suffix of ["", ...COMPANIONS]) rmSync(`${file}${suffix}`, { force: true });
}

/** Both are closed and written back: nothing is lost with them. */
function dropCompanions(file: string): void {
  for (const suffix of COMPANIONS) rmSync(`${file}${suffix}`, { force: true });
}

/** A rename is on disk when its folder is; not every system lets a folder be synced. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
