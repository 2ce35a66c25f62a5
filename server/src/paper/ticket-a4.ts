import { formatCode, toQr } from "@trame/shared";
import { CAP, type Fitted, POINT_MM } from "./fit.ts";
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
} from "./ticket-parts.ts";
import { paperWords } from "./words.ts";

/*
 * Eight of 95 × 70 mm, two by four. Millimetres from the ticket's own corner; four clear modules are 6.9:
 *
 *      6.9     42.9    49.8            90.5
 *       ┌───────┐       OF 2026-118  ■■■■■■   Duplicata
 *       │       │       Masque lavable        or on two lines
 *       │       │       Manche gauche         of a part only
 *       │  QR   │       ┌───┐ Quantité
 *       │       │       │ M │ 50              as high as the others leave it
 *       │       │       └───┘
 *       └───────┘       ▨ Bleu
 *                       ▨ Bain 3
 *                       Paquet 117 / 240 ■■   Suite
 *                       118-117-K
 *    [10][20][30][40][50][60][70][80][90]     from 4.5
 */

export const A4_TICKET = { width: 95, height: 70 } as const;

const QR = { x: 6.9, y: 9.9, side: 36 } as const;
const LEFT = 49.8;
const RIGHT = 90.5;
const WIDTH = RIGHT - LEFT;
const BOXES = { x: 4.5, y: 53.3, width: RIGHT - 4.5, height: 12.2 } as const;
const CODE_LINE = 50.6;
const PLACE_LINE = 44.3;
const COLOUR_BOTTOM = 41;
const GAP = 1.8;
const COLOUR_GAP = 2.4;

type Job = Pick<TicketsJob, "order" | "language">;

/** Draws one label of a ticket; the pen's corner is the ticket's. */
export function drawA4Ticket(pen: Pen, label: Label, { order, language }: Job): void {
  const words = paperWords[language];
  const { ticket, operations, boxes, page, pages } = label;
  const code = { order: order.number, bundle: ticket.number };
  drawQr(pen, toQr(code), QR);
  const duplicate = ticket.isDuplicate ? words.duplicate : null;
  const headBottom = drawHead(pen, ticket, { ways: [words.order(order.id), order.id], duplicate });
  const colour = layColour(pen, ticket);
  const y = headBottom + GAP;
  const height = COLOUR_BOTTOM - colour.side - GAP - y;
  const size = { x: LEFT, y, width: 15, height, widthMax: 22 };
  const x = LEFT + drawSize(pen, ticket.size, size) + 3;
  drawQuantity(pen, words.quantity, {
    pieces: ticket.pieces,
    box: { x, y, width: RIGHT - x, height },
  });
  drawColour(pen, ticket, { ...colour, shade: words.shade(ticket.shade) });
  const more = page === 1 ? null : words.more(page, pages);
  const taken = more === null ? 0 : drawPlate(pen, more, { right: RIGHT, y: PLACE_LINE });
  const place = { x: LEFT, y: PLACE_LINE, width: WIDTH - taken };
  drawPlace(pen, { word: words.bundle, ...ticket.place }, place);
  const face = { weight: "extra-bold", size: 19, isTabular: true } as const;
  drawFitting(pen, [formatCode(code)], { face, x: LEFT, y: CODE_LINE, width: WIDTH });
  // As wide as one of nine, however few there are.
  const columns = Math.min(Math.max(operations.length, 9), boxes);
  drawBoxes(pen, operations, { ...BOXES, columns });
}

interface Head {
  /** Ways to name the order, the longest first. */
  readonly ways: readonly string[];
  readonly duplicate: string | null;
}

/** Order, style and part; answers where they end. */
function drawHead(pen: Pen, { kind }: Ticket, { ways, duplicate }: Head): number {
  const y = 8.3;
  const taken = duplicate === null ? 0 : drawPlate(pen, duplicate, { right: RIGHT, y });
  const face = { weight: "extra-bold", size: 12 } as const;
  drawFitting(pen, ways, { face, x: LEFT, y, width: WIDTH - taken });
  const room = { width: WIDTH, height: kind.part === null ? 6.6 : 0 };
  const style = pen.fit(kind.style, { weight: "regular", size: 10 }, room);
  const last = drawLines(pen, style, { x: LEFT, top: y + 2, weight: "regular" });
  if (kind.part === null) return last + 0.8;
  const part = pen.fit(kind.part, { weight: "bold", size: 10 }, { width: WIDTH, height: 0 });
  return drawLines(pen, part, { x: LEFT, top: last + 1.8, weight: "bold" }) + 0.8;
}

interface ColourLayout {
  /** Of the pattern; the block is as high. */
  readonly side: number;
  readonly name: Fitted;
}

/** How much room the colour takes: more where its name needs two lines. */
function layColour(pen: Pen, { colour }: Ticket): ColourLayout {
  const beside = (side: number): ColourLayout => {
    const room = { width: WIDTH - side - COLOUR_GAP, height: 6.5 };
    return { side, name: pen.fit(colour.name, { weight: "bold", size: 15 }, room) };
  };
  const low = beside(8.2);
  return low.name.lines.length === 1 ? low : beside(9.8);
}

/** Pattern and word of the colour, with the dye bath under it. */
function drawColour(
  pen: Pen,
  { colour }: Ticket,
  { side, name, shade }: ColourLayout & { readonly shade: string },
): void {
  const y = COLOUR_BOTTOM - side;
  drawPattern(pen, colour.pattern, { x: LEFT, y, side });
  const x = LEFT + side + COLOUR_GAP;
  const ink = name.size * CAP * POINT_MM;
  const above = name.lines.length === 1 ? Math.max(0, (side - 2.8 - ink) / 3) : 0;
  drawLines(pen, name, { x, top: y + above, weight: "bold" });
  pen.line(shade, { weight: "bold", size: 10 }, { x, y: COLOUR_BOTTOM - 0.1 });
}
