import { writeCsv } from "hucre/csv";
import type { Book, Column, Value } from "./book.ts";
import { wallClock, withOffset } from "./formats.ts";
import { plainFigure } from "./plain-figure.ts";

/** What a spreadsheet would run, or take as the start of a formula (OWASP, CSV injection), full-width signs included. */
const FORMULA = /^[=+\-@|\t\r\n\0＝＋－＠]/u;

/**
 * The finest table for Excel in French: `;`, a decimal comma, a byte order mark, the names that people use, and a last line
 * with what it comes to ([EX3]).
 */
export function writeFrenchTable({ head, tables: [table] }: Book): string {
  const written = (value: Value, { kind }: Column): string | null => {
    if (typeof value === "string") return safe(value);
    if (value === null) return null;
    if (kind === "moment") return wallClock(value, head.timeZone).slice(0, 16).replace("T", " ");
    return plainFigure(value).replace(".", ",");
  };
  const rows = table.total === null ? table.rows : [...table.rows, table.total];
  const lines = linesOf(table.columns, rows, written);
  const titles = table.columns.map(({ title }) => safe(title));
  return writeCsv([titles, ...lines], { delimiter: ";", bom: true });
}

/**
 * The finest table for programs (RFC 4180): `,`, a decimal point, field names that are the same in every language, moments with
 * their offset, and nothing but rows ([EX4]).
 */
export function writePlainTable({ head, tables: [table] }: Book): string {
  const written = (value: Value, { kind }: Column): string | null => {
    if (typeof value === "string") return safe(value);
    if (value === null) return null;
    return kind === "moment" ? withOffset(value, head.timeZone) : plainFigure(value);
  };
  const keys = table.columns.map(({ key }) => key);
  return writeCsv([keys, ...linesOf(table.columns, table.rows, written)], { delimiter: "," });
}

function linesOf(
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
  written: (value: Value, column: Column) => string | null,
): (string | null)[][] {
  return rows.map((row) => columns.map((column, index) => written(row[index] ?? null, column)));
}

/** A figure below nothing is no formula: only texts are made safe. */
function safe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
