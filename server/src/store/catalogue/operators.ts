import type { Operator } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { digestOf } from "../retention/forget-person.ts";

/** Somebody as the store knows them: always with a badge. */
export type BadgedOperator = Operator & { readonly badge: number };

/** Who works at stations: pseudonyms and badges. */
export interface Operators {
  find(id: string): BadgedOperator | null;
  byBadge(badge: number): BadgedOperator | null;
  put(operator: BadgedOperator): void;
  /** The number after the highest that was ever on a badge; beyond 99,999 none is left. */
  nextBadge(): number;
}

/** Badges are kept for years and found in drawers: the highest number ever given is remembered, also when nobody has it any more. */
const HIGHEST_KEY = "badge-highest";

export function createOperators(sqlite: Database): Operators {
  const find = sqlite.prepare<[string], string>("SELECT body FROM operators WHERE id = ?").pluck();
  const byBadge = sqlite
    .prepare<[number], string>("SELECT body FROM operators WHERE badge = ?")
    .pluck();
  const upsert = sqlite.prepare(
    `INSERT INTO operators (id, badge, body) VALUES (@id, @badge, @body)
     ON CONFLICT (id) DO UPDATE SET badge = excluded.badge, body = excluded.body`,
  );
  const highest = sqlite
    .prepare<[string], number | null>("SELECT CAST(value AS INTEGER) FROM settings WHERE key = ?")
    .pluck();
  const raise = sqlite.prepare(
    `INSERT INTO settings (key, value) VALUES (@key, @badge) ON CONFLICT DO UPDATE SET value = excluded.value
     WHERE CAST(excluded.value AS INTEGER) > CAST(value AS INTEGER)`,
  );
  // Whoever is taken on again under that id is no longer one who was removed.
  const comeBack = sqlite.prepare("DELETE FROM removed_people WHERE digest = ?");
  const parse = (body: string | undefined): BadgedOperator | null =>
    body === undefined ? null : JSON.parse(body);
  return {
    find: (id) => parse(find.get(id)),
    byBadge: (badge) => parse(byBadge.get(badge)),
    put(operator) {
      const { id, badge } = operator;
      comeBack.run(digestOf(id));
      upsert.run({ id, badge, body: JSON.stringify(operator) });
      raise.run({ key: HIGHEST_KEY, badge: String(badge) });
    },
    nextBadge: () => (highest.get(HIGHEST_KEY) ?? 0) + 1,
  };
}
