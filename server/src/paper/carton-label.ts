import { amountIn, type CartonLine, type CartonsJob, type PaperCarton } from "./carton.ts";
import { cartonWords } from "./carton-words.ts";
import type { Pen } from "./pen.ts";
import { drawFitting, drawLines } from "./ticket-parts.ts";

/*
 * One of 100 × 150 mm, as label printers for parcels have it. Millimetres:
 *
 *    6                                94
 *    OF 2026-118                Carton
 *                                   12      48 pt, read from across the store
 *    ──────────────────────────────────
 *    Ville de Lons                          the customer, as large as the room allows
 *    Commande 4711
 *    ──────────────────────────────────
 *    S   Bleu                        20
 *    M   Bleu                        30
 *    ──────────────────────────────────
 *    Pièces                          50
 */

export const CARTON_LABEL = { width: 100, height: 150 } as const;

const LEFT = 6;
const RIGHT = CARTON_LABEL.width - LEFT;
const WIDTH = RIGHT - LEFT;
const AMOUNT_WIDTH = 22;
const LINES = { top: 71, bottom: 127, step: 7 } as const;
const LINES_MAX = Math.floor((LINES.bottom - LINES.top) / LINES.step);

/** Draws the label of a carton; the pen's corner is the label's. */
export function drawCartonLabel(pen: Pen, carton: PaperCarton, job: CartonsJob): void {
  const words = cartonWords[job.language];
  const { order, unit } = job;
  const bold = (size: number) => ({ weight: "extra-bold", size, isTabular: true }) as const;
  drawFitting(pen, [words.order(order.id), order.id], {
    face: bold(22),
    x: LEFT,
    y: 15,
    width: 50,
  });
  pen.line(words.carton, { weight: "bold", size: 14 }, { x: RIGHT, y: 12, align: "right" });
  pen.line(String(carton.number), bold(48), { x: RIGHT, y: 29, align: "right" });
  drawRule(pen, 34);
  const customer = pen.fit(order.customer, bold(26), { width: WIDTH, height: 20 });
  drawLines(pen, customer, { x: LEFT, top: 39, weight: "extra-bold" });
  if (order.reference !== null) {
    const reference = pen.fit(order.reference, bold(14), { width: WIDTH, height: 0 });
    drawLines(pen, reference, { x: LEFT, top: 59, weight: "bold" });
  }
  drawRule(pen, 66);
  drawContent(pen, carton.lines, job);
  drawRule(pen, 131);
  pen.line(words.units[unit], { weight: "bold", size: 18 }, { x: LEFT, y: 142 });
  pen.line(String(amountIn(carton.lines)), bold(32), { x: RIGHT, y: 143, align: "right" });
}

/** As many lines as there is room for; the last one then says that there are more. */
function drawContent(pen: Pen, lines: readonly CartonLine[], { language }: CartonsJob): void {
  const words = cartonWords[language];
  const isMore = lines.length > LINES_MAX;
  const shown = isMore ? lines.slice(0, LINES_MAX - 1) : lines;
  const isOneStyle = new Set(lines.map(({ style }) => style)).size === 1;
  for (const [index, line] of shown.entries()) {
    const y = LINES.top + index * LINES.step + 4;
    const text = nameOf(line, { kit: words.kit, withStyle: !isOneStyle });
    const face = { weight: "bold", size: 15 } as const;
    drawFitting(pen, [text], { face, x: LEFT, y, width: WIDTH - AMOUNT_WIDTH });
    const amount = { weight: "extra-bold", size: 15, isTabular: true } as const;
    pen.line(String(line.amount), amount, { x: RIGHT, y, align: "right" });
  }
  if (!isMore) return;
  const y = LINES.top + shown.length * LINES.step + 4;
  pen.line(
    words.more(lines.length - shown.length),
    { weight: "regular", size: 10 },
    { x: LEFT, y },
  );
}

function nameOf(
  { style, size, colour }: CartonLine,
  { kit, withStyle }: { readonly kit: string; readonly withStyle: boolean },
): string {
  const what = style === null ? kit : withStyle ? style : null;
  return [size, colour, what].filter((part) => part !== null).join("  ");
}

function drawRule(pen: Pen, y: number): void {
  pen.box({ x: LEFT, y, width: WIDTH, height: 0.4 }, {});
}
