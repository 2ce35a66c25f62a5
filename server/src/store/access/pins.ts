import type { Database } from "better-sqlite3";

/** What people at stations know besides their badge. */
export interface Pins {
  /** As it is stored; null: they have none. */
  of(operatorId: string): string | null;
  put(operatorId: string, hash: string, now: number): void;
  /** False where there was none. */
  remove(operatorId: string): boolean;
}

export function createPins(sqlite: Database): Pins {
  const find = sqlite
    .prepare<[string], string>("SELECT hash FROM pins WHERE operator_id = ?")
    .pluck();
  const upsert = sqlite.prepare<[string, string, number]>(
    `INSERT INTO pins (operator_id, hash, set_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at`,
  );
  const remove = sqlite.prepare<[string]>("DELETE FROM pins WHERE operator_id = ?");
  return {
    of: (operatorId) => find.get(operatorId) ?? null,
    put: (operatorId, hash, now) => void upsert.run(operatorId, hash, now),
    remove: (operatorId) => remove.run(operatorId).changes === 1,
  };
}
