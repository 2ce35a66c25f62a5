import { openSheet } from "../../paper/sheet.ts";
import type { Book } from "../book.ts";
import { drawFigures, drawFoot, drawHead } from "./page-frame.ts";
import { drawPareto } from "./page-pareto.ts";
import { drawTable } from "./page-table.ts";

/** A4 landscape, millimetres. */
export const PAGE = { width: 297, height: 210, margin: 12 } as const;

const GAP = 8;
/** Beside what there is to weigh; alone it takes the page. */
const TABLE_SHARE = 0.68;

/** One page to hand over, in black on white ([EX7]); long lists say where the rest is. */
export function writePdf(book: Book): Promise<Uint8Array> {
  const { head, page } = book;
  const size = [PAGE.width, PAGE.height] as const;
  const sheet = openSheet({ title: book.title, language: head.language, size });
  sheet.addPage();
  const { pen } = sheet;
  const inner = { x: PAGE.margin, width: PAGE.width - 2 * PAGE.margin };
  const top = drawFigures(pen, page.figures, { ...inner, y: drawHead(pen, book, inner) });
  const bottom = drawFoot(pen, book, inner);
  const height = bottom - top;
  const hasParetos = page.paretos.length > 0;
  const width = hasParetos ? inner.width * TABLE_SHARE : inner.width;
  drawTable(pen, page.main, { box: { x: inner.x, y: top, width, height }, head });
  const beside = { x: inner.x + width + GAP, width: inner.width - width - GAP };
  let y = top;
  for (const [index, pareto] of page.paretos.entries()) {
    // What one does not need the next one has.
    const room =
      (bottom - y - GAP * (page.paretos.length - 1 - index)) / (page.paretos.length - index);
    y = drawPareto(pen, pareto, { box: { ...beside, y, height: room }, head }) + GAP / 2;
  }
  return sheet.finish();
}
