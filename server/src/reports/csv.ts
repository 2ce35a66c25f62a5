import { writeCsv } from "hucre/csv";

/** Texts and figures of one line. */
export type CsvRow = readonly (string | number)[];

/**
 * Writes a table for Excel in French: a byte order mark, `;` between cells, a decimal comma, and no text that a
 * spreadsheet would run as a formula.
 */
export function writeFrenchCsv(rows: readonly CsvRow[]): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? String(cell).replace(".", ",") : cell)),
  );
  return writeCsv(cells, { delimiter: ";", bom: true, escapeFormulae: true });
}
