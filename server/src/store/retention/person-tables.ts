import type { Database } from "better-sqlite3";

/** A table that knows somebody: by whose id, or by that of one of their assignments. */
export interface PersonTable {
  readonly table: string;
  readonly column: string;
  readonly holds: "operator" | "assignment";
}

/**
 * Every table whose rows are somebody's and go with them ([RT4]). What carries an assignment besides (`acts`, `works`, `tallies`) is a
 * fact of the floor: without the row of `assignments` it leads to nobody.
 */
export const PERSON_TABLES: readonly PersonTable[] = [
  { table: "without_pin", column: "assignment_id", holds: "assignment" },
  { table: "assignments", column: "operator_id", holds: "operator" },
  { table: "sendings", column: "operator_id", holds: "operator" },
  { table: "absences", column: "operator_id", holds: "operator" },
  { table: "looks", column: "about", holds: "operator" },
  { table: "person_requests", column: "operator_id", holds: "operator" },
  { table: "person_names", column: "operator_id", holds: "operator" },
  { table: "pins", column: "operator_id", holds: "operator" },
  { table: "operators", column: "id", holds: "operator" },
];

/** Names several people in each row, as JSON: it loses an entry, not the row. */
export const SHARED_TABLE = "postings";

/** Facts of the floor: they carry an assignment's id, and nothing that leads from it to a person. */
export const FACT_TABLES: readonly string[] = ["acts", "works", "tallies"];

/** The tables that hold rows about people, as this store has them: one of an earlier version may lack some. */
export function personTablesOf(sqlite: Database): PersonTable[] {
  const names = sqlite.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const present = new Set(names.pluck().all());
  return PERSON_TABLES.filter(({ table }) => present.has(table));
}

/** Which rows of a table are somebody's; `?` is their id. */
export function rowsOf({ column, holds }: PersonTable): string {
  return holds === "operator"
    ? `${column} = ?`
    : `${column} IN (SELECT id FROM assignments WHERE operator_id = ?)`;
}
