import { CAP, type Fitted, firstThatFits, LEADING, POINT_MM, SIZE_MIN } from "./fit.ts";
import type { Face } from "./letters.ts";
import type { Box, Pen } from "./pen.ts";

/* What the two forms of a ticket are put together from. Millimetres. */

const BOX_GAP = 1.2;
/** How far letters hang below their line, in sizes. */
const DESCENT = 0.22;
/** Where boxes are many, so that three digits stay on one line. */
const BOX_GAP_MIN = 0.8;
const SMALL = { weight: "regular", size: SIZE_MIN } as const;

/** Draws lines that were fitted, from the top of their capitals; answers the baseline of the last one. */
export function drawLines(
  pen: Pen,
  { lines, size }: Fitted,
  { x, top, weight }: { readonly x: number; readonly top: number; readonly weight: Face["weight"] },
): number {
  const first = top + size * CAP * POINT_MM;
  const step = size * LEADING * POINT_MM;
  for (const [index, line] of lines.entries()) {
    pen.line(line, { weight, size }, { x, y: first + index * step });
  }
  return first + (lines.length - 1) * step;
}

interface Line {
  readonly face: Face;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** One line, as large as its width allows, of the first way to say it that fits. */
export function drawFitting(pen: Pen, ways: readonly string[], { face, x, y, width }: Line): void {
  const measure = (text: string): number => pen.widthOf(text, { ...face, size: 1 });
  const text = firstThatFits(ways, { width, measure });
  const { lines, size } = pen.fit(text, face, { width, height: 0 });
  pen.line(lines[0] ?? "", { ...face, size }, { x, y });
}

/** White words on black that end at `right`; answers the width that they take, with the gap before them. */
export function drawPlate(
  pen: Pen,
  text: string,
  { right, y }: { readonly right: number; readonly y: number },
): number {
  const face = { weight: "bold", size: SIZE_MIN, isWhite: true } as const;
  const width = pen.widthOf(text, face) + 2;
  pen.box({ x: right - width, y: y - 2.7, width, height: 3.6 }, { radius: 0.7 });
  pen.line(text, face, { x: right - 1, y, align: "right" });
  return width + 1.5;
}

/** « Paquet 117 / 240 ». */
export interface Place {
  readonly word: string;
  readonly bundle: number;
  readonly of: number;
}

/** Where the bundle stands among those of its order; what does not fit is how many there are. */
export function drawPlace(
  pen: Pen,
  place: Place,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const runs = runsOf(place);
  const kept = widthOfPlace(pen, place) <= width + 0.01 ? runs : runs.slice(0, 2);
  let left = x;
  for (const { text, face } of kept) {
    pen.line(text, face, { x: left, y });
    left += pen.widthOf(text, face);
  }
}

export function widthOfPlace(pen: Pen, place: Place): number {
  return runsOf(place).reduce((sum, { text, face }) => sum + pen.widthOf(text, face), 0);
}

function runsOf({ word, bundle, of }: Place): { readonly text: string; readonly face: Face }[] {
  return [
    { text: `${word} `, face: SMALL },
    { text: String(bundle), face: { ...SMALL, weight: "bold" } },
    { text: ` / ${of}`, face: SMALL },
  ];
}

/** The size in white on a black block; answers how wide the block is. A long one gets a wider block, then smaller letters. */
export function drawSize(
  pen: Pen,
  size: string,
  { x, y, width, height, widthMax }: Box & { readonly widthMax: number },
): number {
  // Centred by its capitals, with room for a « j » below them.
  const highest = Math.floor(height / ((CAP + 2 * DESCENT) * POINT_MM));
  const face = { weight: "extra-bold", size: Math.min(30, highest), isWhite: true } as const;
  const fitIn = (wide: number): Fitted =>
    pen.fit(size, face, { width: wide - 2.4, height: height - 1.6 });
  const narrow = fitIn(width);
  const wide = narrow.size >= 14 ? width : widthMax;
  const { lines, size: points } = narrow.size >= 14 ? narrow : fitIn(widthMax);
  pen.box({ x, y, width: wide, height }, { radius: 1.2 });
  const step = points * LEADING * POINT_MM;
  const capitals = points * CAP * POINT_MM;
  const first = y + (height - (lines.length - 1) * step - capitals) / 2 + capitals;
  for (const [index, line] of lines.entries()) {
    const spot = { x: x + wide / 2, y: first + index * step, align: "centre" } as const;
    pen.line(line, { ...face, size: points }, spot);
  }
  return wide;
}

/** « Quantité » above the number, whose digits end with the box. */
export function drawQuantity(
  pen: Pen,
  word: string,
  { pieces, box }: { readonly pieces: number; readonly box: Box },
): void {
  const { x, y, width, height } = box;
  pen.line(word, SMALL, { x, y: y + SIZE_MIN * CAP * POINT_MM });
  const largest = (height - 3.4) / (CAP * POINT_MM);
  const face = { weight: "extra-bold", size: Math.min(38, Math.floor(largest)) } as const;
  drawFitting(pen, [String(pieces)], { face, x, y: y + height, width });
}

/** A box to tick for each operation, so many in a row. */
export function drawBoxes(
  pen: Pen,
  operations: readonly string[],
  { columns, x, y, width, height }: Box & { readonly columns: number },
): void {
  const rows = Math.max(1, Math.ceil(operations.length / columns));
  const gap = columns > 9 ? BOX_GAP_MIN : BOX_GAP;
  const wide = (width - (columns - 1) * gap) / columns;
  const high = (height - (rows - 1) * BOX_GAP) / rows;
  for (const [index, code] of operations.entries()) {
    drawBox(pen, code, {
      x: x + (index % columns) * (wide + gap),
      y: y + Math.floor(index / columns) * (high + BOX_GAP),
      width: wide,
      height: high,
    });
  }
}

function drawBox(pen: Pen, code: string, { x, y, width, height }: Box): void {
  const stroke = 0.3;
  const half = stroke / 2;
  const frame = { x: x + half, y: y + half, width: width - stroke, height: height - stroke };
  pen.box(frame, { radius: 0.7, stroke });
  const face = { weight: "bold", size: SIZE_MIN } as const;
  const fitted = pen.fit(code, face, { width: width - 1.3, height: height - 1 });
  drawLines(pen, fitted, { x: x + 0.9, top: y + 1.1, weight: "bold" });
}
