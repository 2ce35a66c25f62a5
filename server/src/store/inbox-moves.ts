import type { Database, Statement } from "better-sqlite3";
import { COLUMN, COLUMNS, type RowTable, UNKNOWN } from "./inbox-rows.ts";
import { STATES } from "./states.ts";

/** Puts rows of the inbox where they are looked up, in `samples` and `parts`; answers how many rows it wrote. */
export type MoveRows = (table: RowTable, rows: readonly number[]) => number;

type Value = number | string | null;

/** Rows that one statement inserts: handing over a row costs as much as inserting it. */
const AT_ONCE = 8;

const SAMPLE = `samples (boot_id, seq, n, up, pieces, stitches, trims, state, received, message_up, run, at)`;
const PART = `parts (boot_id, seq, at, day, hour, place_id, pieces, stitches, trims,
  reached_pieces, reached_stitches, reached_trims, open, fell)`;

export function createMoveRows(sqlite: Database): MoveRows {
  const samples = prepareInserts(sqlite, SAMPLE, 12);
  const parts = prepareInserts(sqlite, PART, 14);

  /** One table after the other: each statement finds its pages warm. */
  return (table, rows) => {
    samples(table, rows, putSample);
    parts(table, rows, putPart);
    return 2 * rows.length;
  };
}

type PutValues = (into: Value[], table: RowTable, row: number) => void;

function prepareInserts(sqlite: Database, table: string, columns: number) {
  const row = `(${Array(columns).fill("?").join(", ")})`;
  const prepare = (count: number): Statement =>
    sqlite.prepare(`INSERT INTO ${table} VALUES ${Array(count).fill(row).join(", ")}`);
  const some = prepare(AT_ONCE);
  const one = prepare(1);
  return (from: RowTable, rows: readonly number[], put: PutValues): void => {
    let values: Value[] = [];
    for (const [index, at] of rows.entries()) {
      put(values, from, at);
      const isLast = index >= rows.length - (rows.length % AT_ONCE);
      // Spread, since the elements of an array would be asked for one by one.
      if (isLast) one.run(...values);
      else if (values.length === AT_ONCE * columns) some.run(...values);
      else continue;
      values = [];
    }
  };
}

function putSample(into: Value[], { values }: RowTable, row: number): void {
  const at = row * COLUMNS;
  into.push(
    number(values, at + COLUMN.bootId),
    number(values, at + COLUMN.seq),
    number(values, at + COLUMN.n),
    number(values, at + COLUMN.up),
    number(values, at + COLUMN.pieces),
    known(values, at + COLUMN.stitches),
    known(values, at + COLUMN.trims),
    STATES[number(values, at + COLUMN.state)] ?? null,
    number(values, at + COLUMN.received),
    number(values, at + COLUMN.messageUp),
    number(values, at + COLUMN.run),
    number(values, at + COLUMN.at),
  );
}

function putPart(into: Value[], { values, opens }: RowTable, row: number): void {
  const at = row * COLUMNS;
  into.push(
    number(values, at + COLUMN.bootId),
    number(values, at + COLUMN.seq),
    number(values, at + COLUMN.at),
    number(values, at + COLUMN.day),
    number(values, at + COLUMN.hour),
    known(values, at + COLUMN.placeId),
    number(values, at + COLUMN.partPieces),
    number(values, at + COLUMN.partStitches),
    number(values, at + COLUMN.partTrims),
    number(values, at + COLUMN.reachedPieces),
    number(values, at + COLUMN.reachedStitches),
    number(values, at + COLUMN.reachedTrims),
    opens.get(row) ?? null,
    number(values, at + COLUMN.fell),
  );
}

function number(values: Float64Array, at: number): number {
  return values[at] ?? Number.NaN;
}

function known(values: Float64Array, at: number): number | null {
  const value = number(values, at);
  return value === UNKNOWN ? null : value;
}
