import type { ColourPattern } from "@trame/shared";
import type { Pen } from "./pen.ts";

/** A square of 14 units, as wide as its place. */
const SIDE = 14;
const FRAME = 1.4;
const LINE = 1.5;

const HORIZONTAL = "M0 3.8H14M0 7H14M0 10.2H14";
const VERTICAL = "M3.8 0V14M7 0V14M10.2 0V14";
const RISING = "M-1 3 3-1M-1 9 9-1M-1 15 15-1M5 15 15 5M11 15 15 11";
const FALLING = "M15 3 11-1M15 9 5-1M15 15-1-1M9 15-1 5M3 15-1 11";
const DOTS = [4, 7, 10]
  .flatMap((y) => [4, 7, 10].map((x) => `M${x - 1} ${y}a1 1 0 1 0 2 0a1 1 0 1 0-2 0z`))
  .join("");

/** Lines of each pattern; thinner where they cross, so that white is left between them. */
const LINES: Readonly<Record<Exclude<ColourPattern, "solid" | "dots">, string>> = {
  empty: "",
  rising: RISING,
  falling: FALLING,
  crossed: RISING + FALLING,
  horizontal: HORIZONTAL,
  vertical: VERTICAL,
  grid: HORIZONTAL + VERTICAL,
};

/** Draws what stands for a colour on black and white paper ([V4]). */
export function drawPattern(
  pen: Pen,
  pattern: ColourPattern,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const unit = side / SIDE;
  const box = { x, y, width: side, height: side };
  if (pattern === "solid") {
    pen.box(box, {});
    return;
  }
  const frame = FRAME * unit;
  const inner = { x: x + frame / 2, y: y + frame / 2, width: side - frame, height: side - frame };
  pen.box(inner, { stroke: frame });
  if (pattern === "dots") {
    pen.path(DOTS, { x, y, unit });
    return;
  }
  const lines = LINES[pattern];
  const isDense = pattern === "crossed" || pattern === "grid";
  const stroke = (isDense ? LINE * 0.7 : LINE) * unit;
  if (lines !== "") pen.within(inner, () => pen.path(lines, { x, y, unit, stroke }));
}
