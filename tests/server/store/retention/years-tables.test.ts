import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import {
  BUNDLE_TABLES,
  DATED_TABLES,
  KEPT_TABLES,
  ORDER_TABLES,
  RULED_TABLES,
} from "../../../../server/src/store/retention/years-tables.ts";

/** Columns that say when, as the schema names them. */
const WHEN = /^(day|hour|at|since|received)$|_(at|ms|day|since)$/;

const LISTED: readonly string[] = [
  ...DATED_TABLES.map(({ table }) => table),
  ...[...BUNDLE_TABLES, ...ORDER_TABLES, ...RULED_TABLES, ...Object.keys(KEPT_TABLES)],
];

function openStore() {
  const sqlite = openWriter(":memory:");
  onTestFinished(() => void sqlite.close());
  return sqlite;
}

/** Tables of the schema that say when, and of which nothing says how long they are kept. */
function forgotten(sqlite: ReturnType<typeof openStore>): string[] {
  const columns = sqlite
    .prepare<[], { tableName: string; column: string }>(
      `SELECT t.name AS tableName, c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table'`,
    )
    .all();
  const dated = columns.filter(({ column }) => WHEN.test(column));
  const names = new Set(dated.map(({ tableName }) => tableName));
  return [...names].filter((name) => !LISTED.includes(name)).toSorted();
}

describe("tables that say when", () => {
  it("[RT20] are all in the lists by which years go, or named with why they stay, as the schema itself tells", () => {
    const sqlite = openStore();

    expect(forgotten(sqlite)).toEqual([]);
    for (const { table, column } of DATED_TABLES)
      expect(sqlite.prepare(`SELECT ${column} FROM ${table}`).all()).toEqual([]);
  });

  it("[RT20] negative control: a table with a day that nobody listed is seen", () => {
    const sqlite = openStore();
    sqlite.exec("CREATE TABLE weather (day INTEGER, degrees REAL)");

    expect(forgotten(sqlite)).toEqual(["weather"]);
  });
});
