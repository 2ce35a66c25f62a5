/**
 * In a table of fields, Enter and the arrows go to the field below or above in the same column, as in a spreadsheet; from the last
 * row Enter goes to the first field of the next column.
 */
export function enterGoesDown(event: KeyboardEvent): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const field = event.target;
  if (step === undefined || !(field instanceof HTMLInputElement)) return;
  // Enter would send the form that the table stands in.
  event.preventDefault();
  const cell = field.closest("td");
  const row = cell?.parentElement;
  if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return;
  const rows = [...(row.parentElement?.children ?? [])];
  const next =
    fieldAt(rows[rows.indexOf(row) + step], cell.cellIndex) ??
    (event.key === "Enter" ? fieldAt(rows[0], cell.cellIndex + 1) : null);
  next?.focus();
  next?.select();
}

function fieldAt(row: Element | undefined, column: number): HTMLInputElement | null {
  return row?.children[column]?.querySelector("input") ?? null;
}
