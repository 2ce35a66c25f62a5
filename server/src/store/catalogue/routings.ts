import type { Routing } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** Every version of every routing; a version never changes, so what was read once is never read again. */
export interface Routings {
  find(styleId: string, version: number): Routing | null;
  latest(styleId: string): Routing | null;
  append(routing: Routing, recordedAt: number): void;
  /** After a rollback: what the database says again. */
  reload(): void;
}

export function createRoutings(sqlite: Database): Routings {
  const read = sqlite
    .prepare<[string, number], string>(
      "SELECT body FROM routings WHERE style_id = ? AND version = ?",
    )
    .pluck();
  const last = sqlite
    .prepare<[string], number | null>("SELECT max(version) FROM routings WHERE style_id = ?")
    .pluck();
  const insert = sqlite.prepare(
    "INSERT INTO routings (style_id, version, recorded_at, body) VALUES (?, ?, ?, ?)",
  );
  const known = new Map<string, Routing>();

  function find(styleId: string, version: number): Routing | null {
    const key = `${styleId} ${version}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const body = read.get(styleId, version);
    if (body === undefined) return null;
    const routing: Routing = JSON.parse(body);
    known.set(key, routing);
    return routing;
  }

  return {
    find,
    latest(styleId) {
      const version = last.get(styleId) ?? null;
      return version === null ? null : find(styleId, version);
    },
    append(routing, recordedAt) {
      insert.run(routing.styleId, routing.version, recordedAt, JSON.stringify(routing));
    },
    reload: () => known.clear(),
  };
}
