import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import {
  FACT_TABLES,
  PERSON_TABLES,
  SHARED_TABLE,
} from "../../../../server/src/store/retention/person-tables.ts";

/** Columns that can hold an operator, or an assignment that leads to one; `about` of an act is the key of another. */
const PERSONS = /operator|assignment|badge|pseudonym|person/;

function openStore() {
  const sqlite = openWriter(":memory:");
  onTestFinished(() => void sqlite.close());
  return sqlite;
}

/** Tables of the schema with a column that can hold a person's id. */
function tablesOf(sqlite: ReturnType<typeof openStore>): string[] {
  const columns = sqlite
    .prepare<[], { tableName: string; column: string }>(
      `SELECT t.name AS tableName, c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table'`,
    )
    .all();
  const named = columns.filter(
    ({ tableName, column }) => PERSONS.test(column) || PERSONS.test(tableName),
  );
  return [...new Set(named.map(({ tableName }) => tableName))].toSorted();
}

/** What the list of tables leaves out; `looks` says whom with a word of its own. */
function missing(sqlite: ReturnType<typeof openStore>): string[] {
  const known = [...PERSON_TABLES.map(({ table }) => table), ...FACT_TABLES];
  return tablesOf(sqlite).filter((table) => !known.includes(table));
}

describe("tables that know people", () => {
  it("[RT4] are all in the list by which a person is removed, as the schema itself tells", () => {
    const sqlite = openStore();

    expect(missing(sqlite)).toEqual([]);
    for (const { table, column } of PERSON_TABLES)
      expect(sqlite.prepare(`SELECT ${column} FROM ${table}`).all()).toEqual([]);
    expect(sqlite.prepare(`SELECT body FROM ${SHARED_TABLE}`).all()).toEqual([]);
  });

  it("[RT4] negative control: a table with a person's id that nobody listed is seen", () => {
    const sqlite = openStore();
    sqlite.exec("CREATE TABLE wishes (operator_id TEXT, words TEXT)");

    expect(missing(sqlite)).toEqual(["wishes"]);
  });
});
