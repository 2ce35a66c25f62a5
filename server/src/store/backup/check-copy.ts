import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Database } from "better-sqlite3";
import { openReader, openWriter } from "../database.ts";
import { DATABASE_FILE } from "../database-file.ts";
import { createLedger } from "../ledger.ts";
import { latestVersion } from "../migrate.ts";
import { BackupFault } from "./backup-fault.ts";
import { readTotals, type StoreTotals } from "./copy-store.ts";
import { digestOf, unpack } from "./packing.ts";

/** A packed copy that is to be proved. */
export interface CheckAsked {
  readonly packed: string;
  /** A folder beside it, made here and gone again at the end. */
  readonly scratch: string;
  /** Bytes that it may unpack to. */
  readonly bytesMax: number;
  readonly timeZone: string;
  /** What the store held when it was copied; null for a file from elsewhere. */
  readonly expected: StoreTotals | null;
}

/** A copy that was unpacked, read through, and opened as a store. */
export interface CheckedCopy {
  readonly sha256: string;
  /** Bytes, packed. */
  readonly size: number;
  readonly totals: StoreTotals;
}

/** What every database of ours has had since its first version. */
const OURS = ["boots", "facts", "plans", "progress", "samples", "settings"];

/**
 * Restores a copy beside the store, as it would be restored in its place, and compares what it holds ([BK2]).
 * @throws {BackupFault} when it is not what was copied, or can't be opened
 */
export async function checkCopy(asked: CheckAsked): Promise<CheckedCopy> {
  const { packed, scratch, bytesMax } = asked;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { mode: 0o700 });
  try {
    const file = join(scratch, DATABASE_FILE);
    await unpack(packed, file, bytesMax);
    assertSound(file);
    const totals = openAsStore(file, asked);
    return { ...(await digestOf(packed)), totals };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Looks at a database before anything is written to it.
 * @throws {BackupFault} when it is none of ours, of a later version, or damaged
 */
export function assertSound(file: string): void {
  const sqlite = openReader(file);
  try {
    assertOurs(sqlite);
    const [first] = sqlite.prepare<[], string>("PRAGMA integrity_check(1)").pluck().all();
    if (first !== "ok") throw new BackupFault("backup-damaged", String(first));
  } finally {
    sqlite.close();
  }
}

function assertOurs(sqlite: Database): void {
  const tables = sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  const missing = OURS.filter((name) => !tables.includes(name));
  if (missing.length > 0) throw new BackupFault("backup-foreign", `no table ${missing[0]}`);
  const version = Number(sqlite.pragma("user_version", { simple: true }));
  if (version > latestVersion()) throw new BackupFault("backup-later", `version ${version}`);
}

/** As the writer's thread does: brings the schema up to date, wires the folds over it, reads the board. */
function openAsStore(file: string, { timeZone, expected }: CheckAsked): StoreTotals {
  const sqlite = openWriter(file);
  try {
    const totals = readTotals(sqlite, timeZone);
    if (expected !== null) assertSame(expected, totals);
    const now = totals.outline.lastAt ?? 0;
    createLedger(sqlite, now).readBoard(now);
    return totals;
  } finally {
    sqlite.close();
  }
}

function assertSame(expected: StoreTotals, found: StoreTotals): void {
  const places = [
    ...differing(expected.length, found.length),
    ...differing(expected.outline, found.outline),
  ];
  if (places.length > 0) throw new BackupFault("backup-differs", `differs in ${places.join(", ")}`);
}

function differing<Part extends object>(expected: Part, found: Part): string[] {
  const others = new Map(Object.entries(found));
  return Object.entries(expected)
    .filter(([name, value]) => !isDeepStrictEqual(value, others.get(name)))
    .map(([name]) => name);
}
