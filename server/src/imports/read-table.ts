import { parseCsv, stripBom } from "hucre/csv";
import { judgeWorkbook } from "./workbook-size.ts";

/** A row as the spreadsheet numbers it, its cells as text in the order of the columns. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The first sheet of a file: its headers, and the rows below that hold something. */
export interface Table {
  readonly headers: readonly string[];
  readonly headerRow: number;
  readonly rows: readonly TableRow[];
}

/** Why a file is no table. */
export type TableFault =
  | "file-empty"
  | "file-unreadable"
  | "file-locked"
  | "file-old-excel"
  | "file-too-large"
  | "file-too-long";

export type ReadTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly fault: TableFault };

/** Rows below the headers. */
export const ROWS_MAX = 20_000;

type Cell = string | number | boolean | Date | null | undefined;

/** How the files begin: a zip (XLSX), and what older Excel and password-protected files are. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const UTF_16_LE = [0xff, 0xfe];

/** With the empty lines that spreadsheets leave below a table, each ended by two signs. */
const LINES_MAX = 20 * ROWS_MAX;
const CELLS_MAX = 2_000_000;
/** Line feed, and the carriage return that ends a line by itself in files of old. */
const LINE_ENDS = new Set([0x0a, 0x0d]);
/** Tab, comma, semicolon. */
const SEPARATORS = new Set([0x09, 0x2c, 0x3b]);

/**
 * Reads a table that a workshop exports: XLSX, or CSV with `;`, `,` or tabs, in UTF-8, UTF-16 or Windows-1252, with a byte
 * order mark or without ([I1], [I2]). A formula is its value, a date `2026-12-18`, a number has a point.
 */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  if (bytes.length === 0) return { ok: false, fault: "file-empty" };
  if (beginsWith(bytes, OLE)) return { ok: false, fault: oleFault(bytes) };
  const isWorkbook = beginsWith(bytes, ZIP);
  const fault = isWorkbook ? WORKBOOK_FAULTS[judgeWorkbook(bytes)] : csvFault(bytes);
  if (fault !== null) return { ok: false, fault };
  const grid = isWorkbook ? await readSheet(bytes) : readCsv(bytes);
  if (grid === null) return { ok: false, fault: "file-unreadable" };
  return toTable(grid.map((cells) => cells.map(toText)));
}

const WORKBOOK_FAULTS = {
  fits: null,
  "too-large": "file-too-large",
  unreadable: "file-unreadable",
} as const;

/** Counted before it is split: five megabytes of line ends or separators would be millions of texts. */
function csvFault(bytes: Uint8Array): TableFault | null {
  let [lines, cells] = [0, 0];
  for (const byte of bytes) {
    if (LINE_ENDS.has(byte)) lines += 1;
    else if (SEPARATORS.has(byte)) cells += 1;
  }
  if (lines > LINES_MAX) return "file-too-long";
  return cells > CELLS_MAX ? "file-too-large" : null;
}

async function readSheet(bytes: Uint8Array): Promise<readonly (readonly Cell[])[] | null> {
  // Workbooks are rare, and what reads them is large: it stays out of memory until one comes.
  const { readXlsx } = await import("hucre/xlsx");
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: (sheet) => !sheet.hidden && !sheet.veryHidden,
      maxRows: ROWS_MAX + 100,
    });
    return (
      sheets.find(({ rows }) => rows.some((cells) => cells.some((cell) => cell !== null)))?.rows ??
      []
    );
  } catch {
    return null;
  }
}

/** A text file has no byte 0; what has one is a picture, a PDF or the like. */
function readCsv(bytes: Uint8Array): readonly (readonly Cell[])[] | null {
  if (!beginsWith(bytes, UTF_16_LE) && bytes.includes(0)) return null;
  const text = stripBom(decode(bytes));
  return parseCsv(text, { delimiter: delimiterOf(text) });
}

function decode(bytes: Uint8Array): string {
  if (beginsWith(bytes, UTF_16_LE)) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The sign that parts the headers: decimal commas come only below them. */
function delimiterOf(text: string): string {
  const firstLine = text.split(/\r?\n/).find((line) => /[^\s;,]/.test(line)) ?? "";
  const bare = firstLine.replaceAll(/"[^"]*"/g, "");
  const counts = [";", "\t", ","].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

function toTable(grid: readonly (readonly string[])[]): ReadTable {
  const headerIndex = grid.findIndex((cells) => cells.some((cell) => cell !== ""));
  if (headerIndex === -1) return { ok: false, fault: "file-empty" };
  const rows = grid
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(headerIndex + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length === 0) return { ok: false, fault: "file-empty" };
  if (rows.length > ROWS_MAX) return { ok: false, fault: "file-too-long" };
  const headers = grid[headerIndex] ?? [];
  return { ok: true, table: { headers, headerRow: headerIndex + 1, rows } };
}

function toText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  return String(cell)
    .normalize("NFC")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}

/** An XLSX with a password is wrapped in the container of older Excel files, whose sheet stream it then lacks. */
function oleFault(bytes: Uint8Array): TableFault {
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, 64 * 1_024));
  return names.includes("EncryptedPackage") ? "file-locked" : "file-old-excel";
}

function beginsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}
