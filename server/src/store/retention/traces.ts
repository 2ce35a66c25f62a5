import type { Database } from "better-sqlite3";

type Value = string | number | bigint | Uint8Array | null;

/** Fewer bytes are found by chance. */
const LEAST_BYTES = 8;
/** What of a long row is looked for. */
const MOST_BYTES = 64;

interface Order {
  readonly columns: readonly string[];
}

/**
 * Makes what deleted rows of a table leave where they lay: the values of a row one after the other, as SQLite writes them
 * (https://www.sqlite.org/fileformat2.html#record_format), in the order of the table and of each index that holds the person's
 * column. No other row has the same.
 */
export function createTraces(sqlite: Database, table: string, personColumn: string) {
  const orders = [tableOrder(sqlite, table), ...indexOrders(sqlite, table)].filter(({ columns }) =>
    columns.includes(personColumn),
  );
  return (row: Readonly<Record<string, Value>>): Uint8Array[] =>
    orders
      .map(({ columns }) => Buffer.concat(columns.map((column) => bytesOf(row[column] ?? null))))
      .filter((bytes) => bytes.length >= LEAST_BYTES)
      .map((bytes) => bytes.subarray(0, MOST_BYTES));
}

interface Column {
  readonly name: string | null;
  readonly cid: number;
  readonly isKey: number;
}

/** Rows lie in the order of their columns; in a table without rowid its key comes first. */
function tableOrder(sqlite: Database, table: string): Order {
  const columns = sqlite.prepare<[string], Column & { name: string; type: string }>(
    "SELECT name, cid, type, pk AS isKey FROM pragma_table_info(?) ORDER BY cid",
  );
  const hasRowid = sqlite
    .prepare<[string], number>("SELECT wr = 0 FROM pragma_table_list(?)")
    .pluck();
  const all = columns.all(table);
  if (hasRowid.get(table) === 1) {
    // An integer key is the rowid, and lies in front of the row.
    const stored = all.filter(({ isKey, type }) => !(isKey > 0 && type === "INTEGER"));
    return { columns: stored.map(({ name }) => name) };
  }
  const key = all.filter(({ isKey }) => isKey > 0).toSorted((a, b) => a.isKey - b.isKey);
  const rest = all.filter(({ isKey }) => isKey === 0);
  return { columns: [...key, ...rest].map(({ name }) => name) };
}

/** What an index adds at its end, the rowid or the key, is the row's too. */
function indexOrders(sqlite: Database, table: string): Order[] {
  const indexes = sqlite
    .prepare<[string], string>("SELECT name FROM pragma_index_list(?) WHERE origin = 'c'")
    .pluck();
  const columns = sqlite.prepare<[string], Column>(
    "SELECT name, cid, key AS isKey FROM pragma_index_xinfo(?) ORDER BY seqno",
  );
  return indexes.all(table).map((index) => ({
    columns: columns.all(index).map(({ name, cid }) => (cid === -1 ? "rowid" : (name ?? ""))),
  }));
}

/** A value as a row holds it; 0 and 1 are in the row's head and take no byte here. */
function bytesOf(value: Value): Uint8Array {
  if (value === null) return Buffer.alloc(0);
  if (typeof value === "string") return Buffer.from(value);
  if (value instanceof Uint8Array) return value;
  return integerBytes(BigInt(value));
}

function integerBytes(value: bigint): Uint8Array {
  if (value === 0n || value === 1n) return Buffer.alloc(0);
  const size = [1, 2, 3, 4, 6].find((bytes) => BigInt.asIntN(bytes * 8, value) === value) ?? 8;
  const all = Buffer.alloc(8);
  all.writeBigInt64BE(value);
  return all.subarray(8 - size);
}
