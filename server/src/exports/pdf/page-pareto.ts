import type { Box, Pen } from "../../paper/pen.ts";
import type { ExportHead, Pareto } from "../book.ts";
import { exportWords } from "../words.ts";

const TITLE = { weight: "bold", size: 10 } as const;
const TEXT = { weight: "regular", size: 8.5 } as const;
const FIGURE = { weight: "bold", size: 8.5, isTabular: true } as const;
const NOTE = { weight: "regular", size: 7 } as const;
const HEAD = 9;
const STEP = 8.2;
const BAR = 2.2;

/** A waterfall: each bar begins where the one before ended, so that the sum of the first ones is seen. Answers where it ends. */
export function drawPareto(
  pen: Pen,
  { title, sum, bars, none }: Pareto,
  { box, head }: { readonly box: Box; readonly head: ExportHead },
): number {
  const { page } = exportWords[head.language];
  const right = box.x + box.width;
  pen.line(title, TITLE, { x: box.x, y: box.y + 3.4 });
  const room = { width: box.width - pen.widthOf(title, TITLE) - 3, height: 4 };
  const summed = pen.fit(sum, TEXT, room).lines[0] ?? "";
  pen.line(summed, TEXT, { x: right, y: box.y + 3.4, align: "right" });
  if (bars.length === 0) {
    pen.line(none, TEXT, { x: box.x, y: box.y + HEAD + 4 });
    return box.y + HEAD + 6;
  }
  const most = Math.max(1, Math.floor((box.height - HEAD) / STEP));
  const shown = bars.length <= most ? bars : bars.slice(0, most - 1);
  pen.line(page.share, NOTE, { x: right, y: box.y + 7.6, align: "right" });
  let before = 0;
  let y = box.y + HEAD;
  for (const { label, value, share } of shown) {
    const width = box.width - pen.widthOf(value, FIGURE) - 3;
    const named = pen.fit(label, TEXT, { width, height: 4 }).lines[0] ?? "";
    pen.line(named, TEXT, { x: box.x, y: y + 3.2 });
    pen.line(value, FIGURE, { x: right, y: y + 3.2, align: "right" });
    const bar = { y: y + 4.4, height: BAR };
    pen.box({ x: box.x, width: box.width, ...bar }, { stroke: 0.15 });
    pen.box({ x: box.x + before * box.width, width: share * box.width, ...bar }, {});
    before += share;
    y += STEP;
  }
  const others = bars.length - shown.length;
  if (others === 0) return y;
  pen.line(page.others(others), TEXT, { x: box.x, y: y + 3.4 });
  return y + STEP;
}
