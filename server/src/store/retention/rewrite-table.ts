import type { Database } from "better-sqlite3";

interface Column {
  readonly name: string;
}

/**
 * Writes all rows of a table anew, in their order, on pages that come empty. SQLite fills what it deletes with zeroes
 * (`secure_delete`), but where it shifts cells between pages old bytes may stay in the gap; a table that is emptied whole gives
 * every page back, zeroed. So people's tables leave nothing, and a store of 3 GB is spared its VACUUM; see ADR 0017.
 */
export function rewriteTable(sqlite: Database, table: string): void {
  const columns = sqlite.prepare<[string], Column>("SELECT name FROM pragma_table_info(?)");
  const named = columns.all(table).map(({ name }) => `"${name}"`);
  const isRowid = sqlite
    .prepare<[string], number>("SELECT 1 FROM pragma_table_list(?) WHERE wr = 0")
    .pluck();
  const all = [...(isRowid.get(table) === 1 ? ["rowid"] : []), ...named].join(", ");
  const rows = sqlite.prepare<[], unknown[]>(`SELECT ${all} FROM "${table}"`).raw().all();
  sqlite.exec(`DELETE FROM "${table}"`);
  const [first] = rows;
  if (first === undefined) return;
  const insert = sqlite.prepare(
    `INSERT INTO "${table}" (${all}) VALUES (${first.map(() => "?").join(", ")})`,
  );
  for (const row of rows) insert.run(row);
}
