import { CAP, LEADING, POINT_MM } from "../../paper/fit.ts";
import type { Pen } from "../../paper/pen.ts";
import type { Book, Figure } from "../book.ts";
import { createFormats } from "../formats.ts";
import { exportWords } from "../words.ts";

/** Where something goes across the page, millimetres. */
export interface Across {
  readonly x: number;
  readonly width: number;
}

const TOP = 12;
const BOTTOM = 198;
const TITLE = { weight: "extra-bold", size: 18 } as const;
const DAYS = { weight: "bold", size: 12 } as const;
const SMALL = { weight: "regular", size: 8 } as const;
const SMALL_BOLD = { weight: "bold", size: 8 } as const;
const VALUE = { weight: "extra-bold", size: 15, isTabular: true } as const;
const BAND = { height: 14, pad: 3 } as const;
const COLUMN_GAP = 6;

/** What it is, of which days, how old; answers where the page goes on. */
export function drawHead(pen: Pen, { head, title }: Book, { x, width }: Across): number {
  const { readMe, page } = exportWords[head.language];
  const { day, moment } = createFormats(head.language, head.timeZone);
  const right = x + width;
  const baseline = TOP + TITLE.size * CAP * POINT_MM;
  const isDay = head.from === head.to;
  const span = isDay ? readMe.oneDay(day(head.from)) : readMe.days(day(head.from), day(head.to));
  const room = {
    width: width - pen.widthOf(span, DAYS) - COLUMN_GAP,
    height: TITLE.size * POINT_MM,
  };
  const fitted = pen.fit(`${title} — ${head.workshop}`, TITLE, room);
  pen.line(fitted.lines[0] ?? "", { ...TITLE, size: fitted.size }, { x, y: baseline });
  pen.line(span, DAYS, { x: right, y: baseline, align: "right" });
  const asOf = head.asOf === null ? readMe.noData : readMe.asOfAt(moment(head.asOf));
  const y = baseline + 5.5;
  pen.line(asOf, SMALL, { x, y });
  const versions = head.corrected.map((of) => page.versionOf(day(of.day), of.version));
  const note = [
    ...(head.isRefolding ? [readMe.isRefolding] : []),
    ...(versions.length > 0 ? [page.corrected(versions.join(" ; "))] : []),
  ].join(" — ");
  const half = { width: width * 0.7, height: SMALL.size * POINT_MM };
  pen.line(pen.fit(note, SMALL_BOLD, half).lines[0] ?? "", SMALL_BOLD, {
    x: right,
    y,
    align: "right",
  });
  return y + 4;
}

/** The totals in a band; answers where the page goes on. */
export function drawFigures(
  pen: Pen,
  figures: readonly Figure[],
  { x, y, width }: Across & { readonly y: number },
): number {
  pen.box({ x, y, width, height: BAND.height }, { radius: 1, stroke: 0.3 });
  const each = width / Math.max(figures.length, 1);
  for (const [index, { label, value }] of figures.entries()) {
    const left = x + index * each;
    if (index > 0) pen.box({ x: left, y: y + 2, width: 0.2, height: BAND.height - 4 }, {});
    const room = { width: each - 2 * BAND.pad, height: 5 };
    const shown = pen.fit(label, SMALL, room);
    pen.line(shown.lines[0] ?? "", SMALL, { x: left + BAND.pad, y: y + 4.6 });
    const figure = pen.fit(value, VALUE, room);
    const face = { ...VALUE, size: figure.size };
    pen.line(figure.lines[0] ?? "", face, { x: left + BAND.pad, y: y + 11 });
  }
  return y + BAND.height + 5;
}

/** Formulas in words, whose workshop, how old; answers where what is above must end. */
export function drawFoot(pen: Pen, { head, formulas }: Book, { x, width }: Across): number {
  const { page, readMe } = exportWords[head.language];
  const { moment } = createFormats(head.language, head.timeZone);
  const step = SMALL.size * LEADING * POINT_MM;
  const column = (width - COLUMN_GAP) / 2;
  const lines = formulas.map(
    (text) => pen.fit(text, SMALL, { width: column, height: 3 * step }).lines,
  );
  const half = Math.ceil(lines.length / 2);
  const columns = [lines.slice(0, half).flat(), lines.slice(half).flat()];
  const rows = Math.max(...columns.map(({ length }) => length));
  const last = BOTTOM - 1;
  const first = last - 5 - (rows - 1) * step;
  for (const [index, texts] of columns.entries()) {
    const left = x + index * (column + COLUMN_GAP);
    for (const [row, text] of texts.entries()) {
      pen.line(text, SMALL, { x: left, y: first + row * step });
    }
  }
  pen.box({ x, y: first - 4.5, width, height: 0.2 }, {});
  pen.line(page.made(head.workshop), SMALL_BOLD, { x, y: last });
  const asOf = head.asOf === null ? readMe.noData : readMe.asOfAt(moment(head.asOf));
  pen.line(asOf, SMALL_BOLD, { x: x + width, y: last, align: "right" });
  return first - 8;
}
