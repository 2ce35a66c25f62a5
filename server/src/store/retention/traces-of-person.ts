import type { Database } from "better-sqlite3";
import { personTablesOf, rowsOf } from "./person-tables.ts";
import { createTraces } from "./traces.ts";

/** What somebody's rows leave where they lie, and how JSON names them: read before they are removed. */
export function tracesOfPerson(sqlite: Database, operatorId: string): Uint8Array[] {
  const rows = personTablesOf(sqlite).flatMap((each) => {
    const { table, column } = each;
    const isRowid = sqlite
      .prepare<[string], number>("SELECT wr = 0 FROM pragma_table_list(?)")
      .pluck()
      .get(table);
    const all = sqlite.prepare<[string], Record<string, string | number | null>>(
      `SELECT ${isRowid === 1 ? "rowid AS rowid, " : ""}* FROM ${table} WHERE ${rowsOf(each)}`,
    );
    return all.all(operatorId).flatMap(createTraces(sqlite, table, column));
  });
  // As a posting names them.
  const named = Buffer.from(`"operatorId":${JSON.stringify(operatorId)}`);
  return [...rows, named, ...pseudonymOf(sqlite, operatorId)];
}

/** Two people may be called alike: then what is left of the one can't be told from the other. */
function pseudonymOf(sqlite: Database, operatorId: string): Uint8Array[] {
  const alone = sqlite
    .prepare<[string], string>(
      `SELECT body ->> '$.pseudonym' FROM operators o WHERE id = ? AND NOT EXISTS (
         SELECT 1 FROM operators other WHERE other.id <> o.id AND other.body ->> '$.pseudonym' = o.body ->> '$.pseudonym')`,
    )
    .pluck()
    .get(operatorId);
  return alone === undefined ? [] : [Buffer.from(`"pseudonym":${JSON.stringify(alone)}`)];
}
