import { PAIRING_SETTING } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { openReader } from "../database.ts";

/** Who and what was let in; what hangs on another comes after it. */
const LET_IN = [
  "accounts",
  "sessions",
  "pins",
  "api_keys",
  "screens",
  "station_keys",
  "removed_screens",
];
/** What can be used from anywhere: nobody knows on a new machine what became of it since. */
const ENDED = ["sessions", "api_keys"];

/**
 * A backup brings the workshop's work back, and lets nobody in: who may enter stays as it is in the store that it replaces, to the
 * row ([AC16]). Only where that one has let in nobody and nothing yet, on a machine that was just set up, do the backup's accounts
 * and screens come with it; its sessions and its keys of programs are over. A counter's secret stays the present one wherever there
 * is one: what was taken back or changed since, because somebody had it, opens nothing again.
 * @param sqlite of the backup, within a transaction
 * @param presentFile the store that it replaces
 */
export function keepAccess(sqlite: Database, presentFile: string): void {
  const present = openReader(presentFile);
  try {
    const rows = new Map(LET_IN.map((table) => [table, rowsOf(present, table)]));
    const isNew = [...rows.values()].every(({ length }) => length === 0);
    for (const table of isNew ? ENDED : LET_IN.toReversed()) sqlite.exec(`DELETE FROM ${table}`);
    for (const [table, kept] of rows) copy(sqlite, table, kept);
    keepSecrets(sqlite, present);
    if (!isNew) keepPairing(sqlite, present);
  } finally {
    present.close();
  }
}

/** The backup's rows stay: what else is known of a counter is of the backup's time. */
function keepSecrets(sqlite: Database, present: Database): void {
  const kept = present
    .prepare<[], Record<string, unknown>>(
      `SELECT device_id, secret_salt, secret_hash, next_salt, next_hash, next_since, is_revoked
       FROM devices WHERE secret_hash IS NOT NULL OR is_revoked = 1`,
    )
    .all();
  const keep = sqlite.prepare<[Record<string, unknown>]>(
    `INSERT INTO devices (device_id, secret_salt, secret_hash, next_salt, next_hash, next_since, is_revoked)
     VALUES (@device_id, @secret_salt, @secret_hash, @next_salt, @next_hash, @next_since, @is_revoked)
     ON CONFLICT DO UPDATE SET secret_salt = excluded.secret_salt, secret_hash = excluded.secret_hash,
       next_salt = excluded.next_salt, next_hash = excluded.next_hash, next_since = excluded.next_since,
       is_revoked = excluded.is_revoked`,
  );
  for (const row of kept) keep.run(row);
}

/** A code that was switched off or changed since lets nobody wait again. */
function keepPairing(sqlite: Database, present: Database): void {
  const kept = present
    .prepare<[string], string>("SELECT value FROM settings WHERE key = ?")
    .pluck()
    .get(PAIRING_SETTING);
  sqlite.prepare("DELETE FROM settings WHERE key = ?").run(PAIRING_SETTING);
  if (kept === undefined) return;
  sqlite.prepare("INSERT INTO settings (key, value) VALUES (?, ?)").run(PAIRING_SETTING, kept);
}

/** A store that no server has opened since its tables were thought of has none of them. */
function rowsOf(sqlite: Database, table: string): Record<string, unknown>[] {
  if (!has(sqlite, table)) return [];
  return sqlite.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
}

function has(sqlite: Database, table: string): boolean {
  return sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(table) !== undefined;
}

function copy(sqlite: Database, table: string, rows: readonly Record<string, unknown>[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const insert = sqlite.prepare<[Record<string, unknown>]>(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
  );
  for (const row of rows) insert.run(row);
}
