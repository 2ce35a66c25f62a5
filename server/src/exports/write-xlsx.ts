import { type CellStyle, type CellValue, rangeRef, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Book, Column, ColumnKind, Table, Value } from "./book.ts";
import { DAY, wallClock } from "./formats.ts";
import { readMeLines } from "./read-me.ts";
import { exportWords } from "./words.ts";

const HEAD: CellStyle = {
  font: { bold: true },
  alignment: { vertical: "top", wrapText: true },
  border: { bottom: { style: "medium" } },
};
const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const WRAPPED: CellStyle = { alignment: { vertical: "top", wrapText: true } };
const TERM: CellStyle = { font: { bold: true }, alignment: { vertical: "top" } };
const TOTAL: CellStyle = { font: { bold: true }, border: { top: { style: "thin" } } };
/** Sheets are as long as Excel can make them (ECMA-376, 1,048,576 rows), less a header and a total. */
const ROWS_MAX = 1_048_574;
const WIDTH_MIN = 9;
const WIDTH_MAX = 44;
/** Rows that widths are measured by: a longer text further down is cut on screen, never in the cell. */
const MEASURED = 2_000;

/**
 * A sheet per level, typed: figures are numbers, days and moments dates in the workshop's zone, ratios percents ([EX5]); the
 * last sheet says what they are ([EX6]). It is dated by its data ([EX1]).
 */
export function writeWorkbook(book: Book): Promise<Uint8Array> {
  const [detail, ...more] = book.tables;
  const dated = new Date(book.head.asOf ?? 0);
  return writeXlsx({
    sheets: [...more, detail].map((table) => sheetOf(table, book)).concat(readMeOf(book)),
    properties: { title: book.title, creator: "Trame", created: dated, modified: dated },
    activeSheet: 0,
  });
}

function sheetOf(table: Table, { head }: Book): WriteSheet {
  const { name, columns } = table;
  const rows = table.rows.slice(0, ROWS_MAX).map((row) => namedRow(row, columns, head));
  const values = rows.map((row) => cellsOf(row, columns, head.timeZone));
  const total = table.total === null ? [] : [cellsOf(table.total, columns, head.timeZone)];
  const formats = formatsOf(head.language);
  const styles = new Map(
    columns.flatMap(({ kind }, column) => [
      [`0,${column}`, { style: HEAD }] as const,
      ...total.map(() => {
        const numFmt = formats[kind];
        const style = { ...TOTAL, ...(numFmt !== undefined && { numFmt }) };
        return [`${rows.length + 1},${column}`, { style }] as const;
      }),
    ]),
  );
  const last = Math.max(rows.length, 1);
  return {
    name,
    rows: [columns.map(({ title }) => title), ...values, ...total],
    columns: columns.map((column, index) => {
      const numFmt = formats[column.kind];
      const width = widthOf(column, rows, index);
      return numFmt === undefined ? { width } : { width, numFmt };
    }),
    cells: styles,
    freezePane: { rows: 1 },
    autoFilter: { range: rangeRef(0, 0, last, columns.length - 1) },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

/** People filter by order: what is of none has a name there; for programs it stays empty. */
function namedRow(
  row: readonly Value[],
  columns: readonly Column[],
  { language }: Book["head"],
): readonly Value[] {
  return columns.map(({ key }, index) => {
    const value = row[index] ?? null;
    return key === "order" && value === null ? exportWords[language].noOrder : value;
  });
}

function cellsOf(row: readonly Value[], columns: readonly Column[], timeZone: string): CellValue[] {
  return columns.map(({ kind }, index) => cellOf(row[index] ?? null, kind, timeZone));
}

/** A workbook knows no zones: a date in it is what the workshop's clocks showed. */
function cellOf(value: Value, kind: ColumnKind, timeZone: string): CellValue {
  if (kind === "day" && typeof value === "string" && DAY.test(value))
    return new Date(`${value}T00:00:00Z`);
  if (kind === "moment" && typeof value === "number")
    return new Date(`${wallClock(value, timeZone)}Z`);
  return value;
}

function formatsOf(language: Book["head"]["language"]): Partial<Record<ColumnKind, string>> {
  const day = language === "fr" ? "dd/mm/yyyy" : "yyyy-mm-dd";
  return {
    day,
    moment: `${day} hh:mm`,
    pieces: "#,##0",
    minutes: "#,##0.0",
    number: "#,##0.00",
    ratio: "0.0%",
  };
}

/** Signs; figures and dates are about as wide as their format. */
function widthOf({ kind, title }: Column, rows: Table["rows"], index: number): number {
  const longest = rows.slice(0, MEASURED).reduce((most, row) => {
    const value = row[index];
    return typeof value === "string" ? Math.max(most, value.length) : most;
  }, 0);
  const own = { day: 12, moment: 17, text: longest + 2 }[kind as string] ?? 11;
  // The arrow of the filter stands over the end of the title.
  const word = Math.max(...title.split(" ").map(({ length }) => length)) + 4;
  return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, own, word));
}

function readMeOf(book: Book): WriteSheet {
  const lines = readMeLines(book);
  const cells = new Map(
    lines.flatMap((_, row) => [
      [`${row + 1},0`, { style: TERM }] as const,
      [`${row + 1},1`, { style: WRAPPED }] as const,
    ]),
  );
  cells.set("0,0", { style: TITLE });
  return {
    name: exportWords[book.head.language].readMe.sheet,
    rows: [[book.title], ...lines.map(({ term, text }) => [term, text])],
    columns: [{ width: 24 }, { width: 96 }],
    cells,
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}
