import { amountIn, type CartonLine, type CartonsJob, totalLines } from "./carton.ts";
import { cartonWords } from "./carton-words.ts";
import type { Pen } from "./pen.ts";
import type { Sheet } from "./sheet.ts";
import { drawFitting, drawLines } from "./ticket-parts.ts";

const A4 = { width: 210, height: 297 } as const;
const LEFT = 18;
const RIGHT = A4.width - LEFT;
const ROW = 6.4;
const TABLE = { top: 68, bottom: A4.height - 22 } as const;
const ROWS_MAX = Math.floor((TABLE.bottom - TABLE.top) / ROW) - 1;
/** Where columns begin, and how wide they are. */
const COLUMNS = {
  number: { x: LEFT, width: 18 },
  style: { x: LEFT + 22, width: 66 },
  size: { x: LEFT + 92, width: 24 },
  colour: { x: LEFT + 118, width: 36 },
} as const;

/** A line of the table. */
interface Row extends CartonLine {
  /** null where it is the carton of the line above. */
  readonly carton: string | null;
  readonly isTotal: boolean;
}

/** Draws the list of all cartons: each with its content, then what they hold together. */
export function drawPackingList(sheet: Sheet, job: CartonsJob): void {
  const rows = rowsOf(job);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_MAX));
  for (let page = 1; page <= pages; page++) {
    sheet.addPage();
    drawHead(sheet.pen, job);
    drawTable(sheet.pen, rows.slice((page - 1) * ROWS_MAX, page * ROWS_MAX), job);
    const words = cartonWords[job.language].page(page, pages);
    const face = { weight: "regular", size: 9 } as const;
    sheet.pen.line(words, face, { x: RIGHT, y: A4.height - 12, align: "right" });
  }
}

function rowsOf({ cartons, language }: CartonsJob): Row[] {
  const words = cartonWords[language];
  const each = cartons.flatMap(({ number, lines }) =>
    lines.map((line, index) => ({
      ...line,
      carton: index === 0 ? String(number) : null,
      isTotal: false,
    })),
  );
  const totals = totalLines(cartons).map((line, index) => ({
    ...line,
    carton: index === 0 ? words.total : null,
    isTotal: true,
  }));
  return [...each, ...totals];
}

function drawHead(pen: Pen, { order, cartons, unit, language }: CartonsJob): void {
  const words = cartonWords[language];
  pen.line(words.list, { weight: "extra-bold", size: 22 }, { x: LEFT, y: 26 });
  const face = { weight: "extra-bold", size: 16, isTabular: true } as const;
  pen.line(words.order(order.id), face, { x: RIGHT, y: 26, align: "right" });
  const customer = pen.fit(
    order.customer,
    { weight: "bold", size: 14 },
    { width: 110, height: 12 },
  );
  pen.line(words.customer, { weight: "regular", size: 9 }, { x: LEFT, y: 36 });
  drawLines(pen, customer, { x: LEFT, top: 38.5, weight: "bold" });
  if (order.reference !== null) {
    pen.line(words.reference, { weight: "regular", size: 9 }, { x: 132, y: 36 });
    const place = { x: 132, y: 42, width: RIGHT - 132 };
    drawFitting(pen, [order.reference], { face: { weight: "bold", size: 14 }, ...place });
  }
  const amount = amountIn(cartons.flatMap(({ lines }) => lines));
  const sum = `${words.cartons(cartons.length)} · ${words.units[unit]} ${amount}`;
  pen.line(sum, { weight: "bold", size: 12 }, { x: LEFT, y: 56 });
}

function drawTable(pen: Pen, rows: readonly Row[], { unit, language }: CartonsJob): void {
  const words = cartonWords[language];
  const head = { weight: "regular", size: 9 } as const;
  const y = TABLE.top - 2;
  pen.line(words.carton, head, { x: COLUMNS.number.x, y });
  pen.line(words.style, head, { x: COLUMNS.style.x, y });
  pen.line(words.size, head, { x: COLUMNS.size.x, y });
  pen.line(words.colour, head, { x: COLUMNS.colour.x, y });
  pen.line(words.units[unit], head, { x: RIGHT, y, align: "right" });
  for (const [index, row] of rows.entries()) {
    const top = TABLE.top + index * ROW;
    const isRuled = row.carton !== null;
    if (isRuled) pen.box({ x: LEFT, y: top, width: RIGHT - LEFT, height: 0.25 }, {});
    drawRow(pen, { ...row, style: row.style ?? words.kit }, top + 4.4);
  }
}

function drawRow(pen: Pen, { carton, style, size, colour, amount, isTotal }: Row, y: number): void {
  const weight = isTotal ? "bold" : "regular";
  const cell = (text: string | null, column: { readonly x: number; readonly width: number }) => {
    if (text !== null) drawFitting(pen, [text], { face: { weight, size: 11 }, ...column, y });
  };
  const bold = { weight: "extra-bold", size: 11, isTabular: true } as const;
  if (carton !== null) drawFitting(pen, [carton], { face: bold, ...COLUMNS.number, y });
  cell(style, COLUMNS.style);
  cell(size, COLUMNS.size);
  cell(colour, COLUMNS.colour);
  const amountFace = {
    weight: isTotal ? "extra-bold" : "bold",
    size: 11,
    isTabular: true,
  } as const;
  pen.line(String(amount), amountFace, { x: RIGHT, y, align: "right" });
}
