import type { Book, Column, Table, Value } from "./book.ts";
import { withOffset } from "./formats.ts";

/** What an export is as JSON. */
export interface JsonExport {
  readonly kind: string;
  readonly workshop: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  /** What it is narrowed to; null: to none. */
  readonly line: string | null;
  readonly order: string | null;
  readonly style: string | null;
  /** With its offset; null where nothing ever happened. */
  readonly asOf: string | null;
  readonly isRecounting: boolean;
  /** Days that changed after they had closed. */
  readonly corrected: readonly {
    readonly day: string;
    readonly version: number;
    readonly at: string;
  }[];
  readonly formulas: readonly string[];
  /** The finest first. */
  readonly tables: readonly JsonTable[];
}

interface JsonTable {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, Value>>[];
  readonly total: Readonly<Record<string, Value>> | null;
}

/** Every level with its rows by field; figures are not rounded ([EX8]). */
export function writeJson({ head, tables, formulas }: Book): JsonExport {
  const { timeZone } = head;
  return {
    kind: head.kind,
    workshop: head.workshop,
    timeZone,
    from: head.from,
    to: head.to,
    line: head.line,
    order: head.order,
    style: head.style,
    asOf: head.asOf === null ? null : withOffset(head.asOf, timeZone),
    isRecounting: head.isRefolding,
    corrected: head.corrected.map(({ day, version, at }) => ({
      day,
      version,
      at: withOffset(at, timeZone),
    })),
    formulas,
    tables: tables.map((table) => tableOf(table, timeZone)),
  };
}

function tableOf({ name, columns, rows, total }: Table, timeZone: string): JsonTable {
  const recordOf = (row: readonly Value[]) =>
    Object.fromEntries(
      columns.map((column, index) => [column.key, writtenOf(row[index] ?? null, column, timeZone)]),
    );
  return { name, rows: rows.map(recordOf), total: total === null ? null : recordOf(total) };
}

function writtenOf(value: Value, { kind }: Column, timeZone: string): Value {
  return kind === "moment" && typeof value === "number" ? withOffset(value, timeZone) : value;
}
