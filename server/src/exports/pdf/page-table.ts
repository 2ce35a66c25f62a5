import type { Box, Pen } from "../../paper/pen.ts";
import type { ExportHead, PageColumn, PageRow, PageTable } from "../book.ts";
import { exportWords } from "../words.ts";

const HEAD = { weight: "bold", size: 8 } as const;
const ROW = { weight: "regular", size: 8.5, isTabular: true } as const;
const STEP = 4.7;
const HEAD_STEP = 3.3;
const PAD = 1.2;

/** Where a column is. */
interface Slot extends PageColumn {
  readonly x: number;
  readonly width: number;
}

/** As many rows as there is room for; then how many more there are, and where ([EX7]). */
export function drawTable(
  pen: Pen,
  { columns, rows, total }: PageTable,
  { box, head }: { readonly box: Box; readonly head: ExportHead },
): void {
  const slots = slotsOf(columns, box);
  const first = drawTitles(pen, slots, box);
  const room = box.y + box.height - first - (total === null ? 0 : STEP + 1);
  const { shown, others } = cutRows(rows, Math.max(1, Math.floor(room / STEP)));
  let y = drawRows(pen, shown, { slots, box: { ...box, y: first } });
  const note = noteOf(rows.length, others, head);
  if (note !== null) {
    pen.line(note, HEAD, { x: box.x + PAD, y: y + STEP - 1.4 });
    y += STEP;
  }
  if (total === null) return;
  pen.box({ ...box, y: y + 0.5, height: STEP + 0.6 }, { radius: 0.6 });
  drawRow(pen, total, { slots, y: y + 0.8, weight: "bold", isWhite: true });
}

/** What is said instead of rows, or of those that are left out. */
function noteOf(rows: number, others: number, { language }: ExportHead): string | null {
  const { page } = exportWords[language];
  if (rows === 0) return page.noRows;
  return others > 0 ? page.others(others) : null;
}

/** Answers where the last one ends. */
function drawRows(
  pen: Pen,
  rows: readonly PageRow[],
  { slots, box }: { readonly slots: readonly Slot[]; readonly box: Box },
): number {
  let { y } = box;
  for (const [index, row] of rows.entries()) {
    if (row.isHead && index > 0) pen.box({ ...box, y, height: 0.35 }, {});
    drawRow(pen, row.cells, { slots, y, weight: row.isHead ? "bold" : "regular" });
    y += STEP;
    if (!row.isHead) pen.box({ ...box, y, height: 0.08 }, {});
  }
  return y;
}

/** What fits, and how many rows are left out; what heads nothing is left out too. */
function cutRows(
  rows: readonly PageRow[],
  most: number,
): { readonly shown: readonly PageRow[]; readonly others: number } {
  if (rows.length <= most) return { shown: rows, others: 0 };
  let shown = rows.slice(0, most - 1);
  while (shown.at(-1)?.isHead === true) shown = shown.slice(0, -1);
  const others = rows.slice(shown.length).filter(({ isHead }) => !isHead).length;
  return { shown, others };
}

function slotsOf(columns: readonly PageColumn[], box: Box): Slot[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x = box.x;
  return columns.map((column) => {
    const slot = { ...column, x, width: (column.share / whole) * box.width };
    x += slot.width;
    return slot;
  });
}

/** Titles stand at the foot of two lines; answers where rows begin. */
function drawTitles(pen: Pen, slots: readonly Slot[], box: Box): number {
  const bottom = box.y + 2 * HEAD_STEP;
  for (const slot of slots) {
    const room = { width: slot.width - 2 * PAD, height: 2 * HEAD_STEP };
    const { lines, size } = pen.fit(slot.title, HEAD, room);
    for (const [index, line] of lines.entries()) {
      const y = bottom - 0.6 - (lines.length - 1 - index) * HEAD_STEP;
      pen.line(line, { ...HEAD, size }, { ...edgeOf(slot), y });
    }
  }
  pen.box({ ...box, y: bottom + 0.9, height: 0.5 }, {});
  return bottom + 1.6;
}

function drawRow(
  pen: Pen,
  cells: readonly string[],
  look: {
    readonly slots: readonly Slot[];
    readonly y: number;
    readonly weight: "regular" | "bold";
    readonly isWhite?: boolean;
  },
): void {
  const { slots, y, weight, isWhite = false } = look;
  for (const [index, slot] of slots.entries()) {
    const text = cells[index] ?? "";
    if (text === "") continue;
    const room = { width: slot.width - 2 * PAD, height: STEP - 1.2 };
    const { lines, size } = pen.fit(text, { ...ROW, weight }, room);
    pen.line(
      lines[0] ?? "",
      { ...ROW, weight, size, isWhite },
      { ...edgeOf(slot), y: y + STEP - 1.4 },
    );
  }
}

function edgeOf({ x, width, align }: Slot) {
  return { x: align === "right" ? x + width - PAD : x + PAD, align };
}
