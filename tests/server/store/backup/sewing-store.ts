/** A store in a folder of its own with a morning's work in it, and what one needs to look at it from outside. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { createLedger, type Ledger } from "../../../../server/src/store/ledger.ts";
import { planOf, startCounter } from "../../api/support/workshop.ts";

export const ZONE = "Europe/Paris";
const MONDAY = Date.parse("2026-11-23T08:00:00+01:00");

export type Database = ReturnType<typeof openWriter>;

/** The store as its writer's thread has it. */
export interface OpenLedger {
  /** One boot tells of some pieces. */
  sew(at: string, pieces: number, boot: string): void;
  close(): void;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trame-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openLedger(folder: string): OpenLedger & { readonly ledger: Ledger } {
  const sqlite = openWriter(databaseIn(folder));
  const ledger = createLedger(sqlite, MONDAY);
  return {
    ledger,
    sew(at, pieces, boot) {
      const began = new Date(Date.parse(at) - 1_800_000).toISOString();
      ledger.commit([startCounter("esp-01", began, boot).sewn(at, pieces)]);
    },
    close: () => void sqlite.close(),
  };
}

/** Made once: 42 pieces of two boots, and somebody. */
let template: Buffer | null = null;

/** A folder whose store was closed after the morning's work. */
export function closedStore(): string {
  template ??= makeTemplate();
  const folder = makeFolder();
  writeFileSync(databaseIn(folder), template);
  return folder;
}

function makeTemplate(): Buffer {
  const folder = makeFolder();
  const { ledger, sew, close } = openLedger(folder);
  ledger.putPlan({ from: MONDAY - 86_400_000, plan: planOf(), secrets: [] }, MONDAY);
  sew("2026-11-23T08:30:00+01:00", 12, "0000000a");
  sew("2026-11-23T09:30:00+01:00", 30, "0000000b");
  ledger.catalogue.addOperator({ id: "luc", pseudonym: "Luc" }, MONDAY);
  close();
  return readFileSync(databaseIn(folder));
}

/** Does something to a database that no server has open. */
export function inDatabase<Result>(file: string, work: (sqlite: Database) => Result): Result {
  const sqlite = openWriter(file);
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

export function databaseIn(folder: string): string {
  return join(folder, DATABASE_FILE);
}

/** Pieces of all stations together. */
export function piecesIn(folder: string): number {
  const sum = "SELECT coalesce(sum(pieces), 0) FROM hours";
  return inDatabase(databaseIn(folder), (sqlite) => Number(sqlite.prepare(sum).pluck().get()));
}
