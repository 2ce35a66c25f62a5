import Sqlite, { type Database } from "better-sqlite3";
import { migrate } from "./migrate.ts";

const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Opens the one writing connection and brings the schema up to date ([S1]).
 * @param file path of the database, or `:memory:` in tests
 * @throws when the database cannot promise that what is committed survives a power cut
 */
export function openWriter(file: string): Database {
  const sqlite = new Sqlite(file);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("busy_timeout = 5000");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("journal_size_limit = 67108864");
  sqlite.pragma("secure_delete = ON");
  sqlite.pragma("wal_autocheckpoint = 2000");
  sqlite.pragma("cache_size = -16000");
  assertDurable(sqlite);
  migrate(sqlite);
  return sqlite;
}

/** Opens a connection for reports; it cannot write. */
export function openReader(file: string): Database {
  const sqlite = new Sqlite(file, { readonly: true });
  sqlite.pragma("busy_timeout = 5000");
  return sqlite;
}

/** @throws unless committed means on disk, power cut included */
export function assertDurable(sqlite: Database): void {
  const version = String(sqlite.prepare("SELECT sqlite_version()").pluck().get());
  const parts = version.split(".").map(Number);
  const older = OLDEST_SQLITE.findIndex((least, i) => (parts[i] ?? 0) !== least);
  if (older >= 0 && (parts[older] ?? 0) < (OLDEST_SQLITE[older] ?? 0)) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join(".")}`);
  }
  const synchronous = sqlite.pragma("synchronous", { simple: true });
  if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
}
