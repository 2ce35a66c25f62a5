import type { Pen } from "./pen.ts";

/** Scissors of Lucide (ISC), in a square of 24 units. */
const SCISSORS =
  "M3 6a3 3 0 1 0 6 0a3 3 0 1 0-6 0zM8.12 8.12 12 12M20 4 8.12 15.88M3 18a3 3 0 1 0 6 0a3 3 0 1 0-6 0zM14.8 14.8 20 20";
const SIDE = 4;

/** Draws scissors that begin to cut at a place, to the right or downwards. */
export function drawScissors(
  pen: Pen,
  { x, y, cuts }: { readonly x: number; readonly y: number; readonly cuts: "right" | "down" },
): void {
  const unit = SIDE / 24;
  const stroke = 1.8 * unit;
  if (cuts === "right") pen.path(SCISSORS, { x: x - SIDE, y: y - SIDE / 2, unit, stroke });
  else pen.path(SCISSORS, { x: x + SIDE / 2, y: y - SIDE, unit, stroke, turn: 90 });
}
