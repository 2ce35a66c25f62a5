import type { Database } from "better-sqlite3";

/** What a person has set; what has no row has its default. */
export interface Settings {
  /** Null takes a setting back to its default. */
  put(key: string, value: string | null): void;
  get(key: string): string | null;
}

export function createSettings(sqlite: Database): Settings {
  const upsert = sqlite.prepare(
    "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  );
  const drop = sqlite.prepare("DELETE FROM settings WHERE key = ?");
  const find = sqlite.prepare<[string], string>("SELECT value FROM settings WHERE key = ?").pluck();
  return {
    put(key, value) {
      if (value === null) drop.run(key);
      else upsert.run(key, value);
    },
    get: (key) => find.get(key) ?? null,
  };
}
