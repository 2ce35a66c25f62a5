import { writeCsv } from "hucre/csv";
import { breathe } from "../give-way.ts";

/** Texts and figures of one line. */
export type CsvRow = readonly (string | number)[];

const LINE_END = "\r\n";

/**
 * Writes a table for Excel in French: a byte order mark, `;` between cells, a decimal comma, and no text that a
 * spreadsheet would run as a formula.
 */
export function writeFrenchCsv(rows: readonly CsvRow[]): string {
  const lines = rows.map((row, index) => {
    breathe();
    return writeCsv([row.map(inFrench)], {
      delimiter: ";",
      bom: index === 0,
      escapeFormulae: true,
    });
  });
  return lines.join(LINE_END);
}

function inFrench(cell: string | number): string {
  return typeof cell === "number" ? String(cell).replace(".", ",") : cell;
}
