import type { Column, ExportHead, Page, PageRow, Table } from "../book.ts";
import { createFormats, type Formats, printedValue, told, UNKNOWN } from "../formats.ts";
import { exportWords } from "../words.ts";
import type { ColumnKey } from "./columns.ts";

/** How wide columns of a kind are beside each other; texts of people take what is left. */
const WIDTHS: Readonly<Record<Column["kind"], number>> = {
  text: 2,
  day: 1.2,
  moment: 1,
  pieces: 1,
  minutes: 1.1,
  ratio: 1,
  number: 1,
};
/** Short by nature. */
const NARROW: readonly string[] = ["code", "size", "hour", "order", "line"];
const NARROW_WIDTH = 1.1;

/** A page whose table is one of the export's, with those of its columns that a page has room for. */
export function tablePage(
  head: ExportHead,
  table: Table,
  { keys, ...beside }: Pick<Page, "figures" | "paretos"> & { readonly keys: readonly ColumnKey[] },
): Page {
  const formats = createFormats(head.language, head.timeZone);
  const kept = table.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ key }) => keys.some((each) => each === key));
  const widths = kept.map(({ key, kind }) => (NARROW.includes(key) ? NARROW_WIDTH : WIDTHS[kind]));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const cells = (row: Table["rows"][number]): string[] =>
    kept.map(({ index, kind }) => {
      const value = row[index] ?? null;
      // The day stands beside it, or above the page.
      if (kind === "moment" && typeof value === "number") return formats.time(value);
      if (value === null && (kind === "minutes" || kind === "ratio")) return UNKNOWN;
      return printedValue(value, kind, formats);
    });
  return {
    ...beside,
    main: {
      title: table.name,
      columns: kept.map(({ title, kind }, index) => ({
        title,
        share: (widths[index] ?? 0) / width,
        align: isFigure(kind) ? "right" : "left",
      })),
      rows: table.rows.map((row): PageRow => ({ cells: cells(row), isHead: false })),
      total: table.total === null ? null : named(cells(table.total), head),
    },
  };
}

/** The word for the total may stand in a column that the page leaves out. */
function named([first = "", ...others]: readonly string[], { language }: ExportHead): string[] {
  return [first || exportWords[language].total, ...others];
}

/** A figure of the page's head, as people read it: what its table comes to, where that is told. */
export function sumFigure(
  { columns, rows, total }: Table,
  key: ColumnKey,
  formats: Formats,
): { readonly label: string; readonly value: string } {
  const index = columns.findIndex((column) => column.key === key);
  const isWhole = rows.every((row) => (row[index] ?? null) !== null);
  const summed = rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
  const whole = total?.[index] ?? null;
  const known = typeof whole === "number" ? whole : null;
  const value = isWhole ? summed : known;
  return { label: columns[index]?.title ?? key, value: told(value, formats.number) };
}

function isFigure(kind: Column["kind"]): boolean {
  return !["text", "day", "moment"].includes(kind);
}
