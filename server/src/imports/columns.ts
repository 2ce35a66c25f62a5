import type { Blanks, RefusalCode } from "@trame/shared";
import type { Table, TableRow } from "./read-table.ts";

/** A column that a table may have: its French name, and other names under which workshops know it. */
export interface Column {
  readonly name: string;
  readonly also: readonly string[];
  readonly isRequired?: boolean;
}

export type Columns<Key extends string> = Readonly<Record<Key, Column>>;

/** Something in a file that keeps it from being taken; rows are numbered as the spreadsheet shows them. */
export interface ImportFault {
  readonly row: number;
  /** As it is written in the file; null for the row as a whole. */
  readonly column: string | null;
  /** What stands in the cell. */
  readonly value: string;
  readonly code: RefusalCode;
  readonly blanks?: Blanks;
}

/** A row whose cells are asked for by what they mean. */
export interface Line<Key extends string> {
  readonly row: number;
  /** The cell's text; empty when the file has no such column. */
  text(key: Key): string;
  /** The column's header as the file writes it; the name that it should have when it is not there. */
  header(key: Key): string;
}

export interface MatchedTable<Key extends string> {
  readonly lines: readonly Line<Key>[];
  readonly faults: readonly ImportFault[];
  /** Headers that nothing is read from. */
  readonly ignored: readonly string[];
}

/**
 * Finds the columns by their headers, in whatever order, case and accents, French or English ([I3]). One that must be there
 * and is not, or that is there twice, is a fault; others are ignored, and said so.
 */
export function matchColumns<Key extends string>(
  { headers, headerRow, rows }: Table,
  columns: Columns<Key>,
): MatchedTable<Key> {
  const keyOf = keysByName(columns);
  const places = new Map<Key, number>();
  const faults: ImportFault[] = [];
  const ignored: string[] = [];
  for (const [place, header] of headers.entries()) {
    const key = keyOf.get(plain(header));
    if (key !== undefined && places.has(key)) {
      faults.push({ row: headerRow, column: header, value: header, code: "column-twice" });
    } else if (key !== undefined) places.set(key, place);
    else if (header !== "") ignored.push(header);
  }
  faults.push(...missing({ headers, headerRow }, columns, places));
  const toLine = ({ row, cells }: TableRow): Line<Key> => ({
    row,
    text: (key) => cells[places.get(key) ?? -1] ?? "",
    header: (key) => headers[places.get(key) ?? -1] ?? columns[key].name,
  });
  return { lines: rows.map(toLine), faults, ignored };
}

function keysByName<Key extends string>(columns: Columns<Key>): Map<string, Key> {
  return new Map(
    entriesOf(columns).flatMap(([key, { name, also }]) =>
      [name, ...also].map((each): [string, Key] => [plain(each), key]),
    ),
  );
}

function missing<Key extends string>(
  { headers, headerRow }: Pick<Table, "headers" | "headerRow">,
  columns: Columns<Key>,
  places: ReadonlyMap<Key, number>,
): ImportFault[] {
  const found = headers.filter((header) => header !== "").join(", ");
  return entriesOf(columns)
    .filter(([key, { isRequired }]) => isRequired === true && !places.has(key))
    .map(([, { name }]) => ({
      row: headerRow,
      column: name,
      value: "",
      code: "column-missing",
      blanks: { name, found },
    }));
}

/** What of a text counts when names are compared: no accents, case, brackets or blanks. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .replaceAll(/\([^)]*\)/g, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9%°×]/g, "");
}

function entriesOf<Key extends string>(columns: Columns<Key>): [Key, Column][] {
  return Object.entries(columns) as [Key, Column][];
}
