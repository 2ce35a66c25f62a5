import { formatCode, toQr } from "@trame/shared";
import { drawPattern } from "./pattern.ts";
import type { Pen } from "./pen.ts";
import { drawQr } from "./qr.ts";
import type { Label, Ticket, TicketsJob } from "./ticket.ts";
import {
  drawBoxes,
  drawFitting,
  drawLines,
  drawPlace,
  drawPlate,
  drawQuantity,
  drawSize,
  widthOfPlace,
} from "./ticket-parts.ts";
import { paperWords } from "./words.ts";

/*
 * One of 62 × 100 mm. Millimetres; four clear modules are 6.9, so nothing may stand above 49.8 but the code:
 *
 *    3     13        49     59
 *           ┌─────────┐
 *           │   QR    │               from 6.9 to 42.9
 *           └─────────┘
 *
 *    OF 2026-118      Paquet 117 / 240
 *    Masque lavable          ■■■■■■     Suite, Duplicata
 *    ┌───┐ Quantité              ▨▨
 *    │ M │ 50                    ▨▨
 *    Bleu                     Bain 3
 *    118-117-K
 *    [10][20][30][40][50][60]
 *    [70][80][90]
 */

export const LABEL = { width: 62, height: 100 } as const;

const QR = { x: 13, y: 6.9, side: 36 } as const;
const LEFT = 3;
const RIGHT = 59;
const WIDTH = RIGHT - LEFT;
const HEAD_LINE = 53.2;
const ROW_HEIGHT = 9.5;

type Job = Pick<TicketsJob, "order" | "language">;

/** Draws one label of a ticket; the pen's corner is the label's. */
export function drawLabelTicket(pen: Pen, label: Label, { order, language }: Job): void {
  const words = paperWords[language];
  const { ticket, operations, page, pages } = label;
  const code = { order: order.number, bundle: ticket.number };
  drawQr(pen, toQr(code), QR);
  drawOrder(pen, ticket, { ways: [words.order(order.id), order.id], word: words.bundle });
  const plates = [
    ...(page === 1 ? [] : [words.more(page, pages)]),
    ...(ticket.isDuplicate ? [words.duplicate] : []),
  ];
  const rowTop = drawStyle(pen, ticket, plates) + 1.2;
  const block = { x: LEFT, y: rowTop, width: 15, height: ROW_HEIGHT, widthMax: 26 };
  const x = LEFT + drawSize(pen, ticket.size, block) + 3;
  const right = RIGHT - ROW_HEIGHT;
  drawPattern(pen, ticket.colour.pattern, { x: right, y: rowTop, side: ROW_HEIGHT });
  drawQuantity(pen, words.quantity, {
    pieces: ticket.pieces,
    box: { x, y: rowTop, width: right - 2 - x, height: ROW_HEIGHT },
  });
  const colourLine = rowTop + ROW_HEIGHT + 4.6;
  drawColour(pen, ticket, { shade: words.shade(ticket.shade), y: colourLine });
  const codeLine = colourLine + 6.6;
  const face = { weight: "extra-bold", size: 19, isTabular: true } as const;
  drawFitting(pen, [formatCode(code)], { face, x: LEFT, y: codeLine, width: WIDTH });
  const y = codeLine + 1.8;
  drawBoxes(pen, operations, { x: LEFT, y, width: WIDTH, height: 97 - y, columns: 6 });
}

interface Head {
  /** Ways to name the order, the longest first. */
  readonly ways: readonly string[];
  readonly word: string;
}

function drawOrder(pen: Pen, { place }: Ticket, { ways, word }: Head): void {
  const face = { weight: "extra-bold", size: 12 } as const;
  const gap = 3;
  const wide = widthOfPlace(pen, { word, ...place });
  drawPlace(pen, { word, ...place }, { x: RIGHT - wide, y: HEAD_LINE, width: wide });
  drawFitting(pen, ways, { face, x: LEFT, y: HEAD_LINE, width: WIDTH - wide - gap });
}

/** Style and part, with the plates right of the style; answers where they end. */
function drawStyle(pen: Pen, { kind }: Ticket, plates: readonly string[]): number {
  const y = HEAD_LINE + 4.6;
  let right = RIGHT;
  for (const plate of plates.toReversed()) right -= drawPlate(pen, plate, { right, y });
  const room = { width: right - LEFT, height: kind.part === null ? 6.6 : 0 };
  const style = pen.fit(kind.style, { weight: "regular", size: 10 }, room);
  const last = drawLines(pen, style, { x: LEFT, top: y - 2.4, weight: "regular" });
  if (kind.part === null) return last + 0.8;
  const part = pen.fit(kind.part, { weight: "bold", size: 10 }, { width: WIDTH, height: 0 });
  return drawLines(pen, part, { x: LEFT, top: y + 1.6, weight: "bold" }) + 0.8;
}

function drawColour(
  pen: Pen,
  { colour }: Ticket,
  { shade, y }: { readonly shade: string; readonly y: number },
): void {
  const face = { weight: "bold", size: 11 } as const;
  pen.line(shade, face, { x: RIGHT, y, align: "right" });
  const width = WIDTH - pen.widthOf(shade, face) - 3;
  drawFitting(pen, [colour.name], { face: { weight: "bold", size: 13 }, x: LEFT, y, width });
}
