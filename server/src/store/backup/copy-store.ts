import { closeSync, fdatasyncSync, openSync, statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { openReader } from "../database.ts";
import { createHeadReader } from "../journal/chain.ts";
import { type LogLength, readLogLength } from "./log-length.ts";
import { type Outline, readOutline } from "./outline.ts";
import { PACE_BYTES } from "./paced-file.ts";

/** What a store holds at one clock, to the row. */
export interface StoreTotals {
  readonly outline: Outline;
  readonly length: LogLength;
  /** The head of the journal; null before its first line, missing in records of earlier versions. */
  readonly journal?: { readonly count: number; readonly hash: string } | null;
}

/** Reads them from one snapshot. */
export function readTotals(sqlite: Database, timeZone: string): StoreTotals {
  return sqlite.transaction(() => ({
    outline: readOutline(sqlite, timeZone),
    length: readLogLength(sqlite),
    journal: readHead(sqlite),
  }))();
}

function readHead(sqlite: Database): NonNullable<StoreTotals["journal"]> | null {
  const head = createHeadReader(sqlite)();
  if (head === null) return null;
  return { count: head.place, hash: Buffer.from(head.hash).toString("hex") };
}

/**
 * Copies a store as it stands at one clock, while its writer goes on; see ADR 0013. For a thread of its own: it rests
 * between two steps as long as a step took.
 * @returns what the store held at that clock
 */
export async function copyStore(from: string, to: string, timeZone: string): Promise<StoreTotals> {
  const sqlite = openReader(from);
  try {
    // One snapshot for the totals and the pages: a copy whose source moves on would begin again at each commit.
    sqlite.exec("BEGIN");
    const totals = readTotals(sqlite, timeZone);
    await copyPages(sqlite, to);
    return totals;
  } finally {
    sqlite.close();
  }
}

async function copyPages(sqlite: Database, to: string): Promise<void> {
  const pages = Math.ceil(PACE_BYTES / Number(sqlite.pragma("page_size", { simple: true })));
  let file: number | null = null;
  let began = performance.now();
  try {
    await sqlite.backup(to, {
      progress() {
        file ??= openSync(to, "r+");
        if (statSync(to).size > 0) fdatasyncSync(file);
        rest(performance.now() - began);
        began = performance.now();
        return pages;
      },
    });
  } finally {
    if (file !== null) closeSync(file);
  }
}

const nobodyRings = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Within the library's loop nothing can be awaited. */
function rest(ms: number): void {
  Atomics.wait(nobodyRings, 0, 0, ms);
}
