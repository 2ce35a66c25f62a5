import type { Style } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** The styles in the store, as they are now. */
export interface Styles {
  find(id: string): Style | null;
  put(style: Style, recordedAt: number): void;
  /** After a rollback: what the database says again. */
  reload(): void;
}

export function createStyles(sqlite: Database): Styles {
  const read = sqlite.prepare<[string], string>("SELECT body FROM styles WHERE id = ?").pluck();
  const upsert = sqlite.prepare(
    `INSERT INTO styles (id, recorded_at, body) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET recorded_at = excluded.recorded_at, body = excluded.body`,
  );
  const known = new Map<string, Style>();
  return {
    find(id) {
      const cached = known.get(id);
      if (cached !== undefined) return cached;
      const body = read.get(id);
      if (body === undefined) return null;
      const style: Style = JSON.parse(body);
      known.set(id, style);
      return style;
    },
    put(style, recordedAt) {
      upsert.run(style.id, recordedAt, JSON.stringify(style));
      known.set(style.id, style);
    },
    reload: () => known.clear(),
  };
}
