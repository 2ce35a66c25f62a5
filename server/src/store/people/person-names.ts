import type { Database } from "better-sqlite3";
import { type Answer, refused } from "../catalogue/answer.ts";
import { noteOfPeople } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";

/** A civil name as it is stored: sealed. */
export interface SealedName {
  readonly operatorId: string;
  readonly sealed: Uint8Array;
}

/** Sealed names over any connection: the key never comes here. */
export function createPersonNames(sqlite: Database) {
  const all = sqlite.prepare<[], SealedName>(
    "SELECT operator_id AS operatorId, sealed FROM person_names ORDER BY operator_id",
  );
  const has = sqlite
    .prepare<[string], number>("SELECT 1 FROM person_names WHERE operator_id = ?")
    .pluck();
  return {
    all: (): SealedName[] => all.all(),
    has: (operatorId: string): boolean => has.get(operatorId) !== undefined,
  };
}

/** What writes them. */
export function createNameCommands({ catalogue, facts, sqlite, transact }: Modules) {
  const put = sqlite.prepare(
    `INSERT INTO person_names (operator_id, sealed, recorded_at) VALUES (@operatorId, @sealed, @now)
     ON CONFLICT DO UPDATE SET sealed = excluded.sealed, recorded_at = excluded.recorded_at`,
  );
  const drop = sqlite.prepare("DELETE FROM person_names WHERE operator_id = ?");
  return {
    /** null takes the name away. */
    putName(operatorId: string, sealed: Uint8Array | null, now: number): Answer<null> {
      if (catalogue.operators.find(operatorId) === null) {
        const blanks = { id: operatorId };
        return refused({ code: "operator-unknown", path: "/operatorId", blanks });
      }
      transact(() => {
        noteOfPeople(facts, { what: "person", subject: null }, now);
        if (sealed === null) drop.run(operatorId);
        else put.run({ operatorId, sealed, now });
      });
      return { ok: true, value: null };
    },
  };
}
