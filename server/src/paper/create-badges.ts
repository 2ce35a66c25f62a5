import { setImmediate } from "node:timers/promises";
import { badgeToQr, formatBadge } from "@trame/shared";
import type { Badge, BadgesJob } from "./badge.ts";
import { CAP, LEADING, POINT_MM } from "./fit.ts";
import type { Pen } from "./pen.ts";
import { personDrawings } from "./person-drawings.ts";
import { drawQr } from "./qr.ts";
import { openSheet } from "./sheet.ts";
import { paperWords } from "./words.ts";

const A4 = { width: 210, height: 297 } as const;
/** As large as a bank card (ISO/IEC 7810, ID-1), so that it goes into any sleeve. */
const CARD = { width: 85.6, height: 53.98 } as const;
const COLUMNS = 2;
const ROWS = 5;
const MARGIN = {
  x: (A4.width - COLUMNS * CARD.width) / 2,
  y: (A4.height - ROWS * CARD.height) / 2,
} as const;

/* Four clear modules of this QR code are 5.8 mm. */
const QR = { x: 6, y: 11.7, side: 30.5 } as const;
const LEFT = 42.6;
const RIGHT = 81;
const PICTURE = { y: 7, side: 13 } as const;

/** Badges as PDF, ten of a bank card's size on an A4 sheet ([V5]). Throws a RangeError for numbers that no badge has. */
export async function createBadges({ badges, language }: BadgesJob): Promise<Uint8Array> {
  const title = paperWords[language].badges;
  const sheet = openSheet({ title, language, size: [A4.width, A4.height] });
  for (let first = 0; first < badges.length; first += COLUMNS * ROWS) {
    sheet.addPage();
    for (const [index, badge] of badges.slice(first, first + COLUMNS * ROWS).entries()) {
      const x = MARGIN.x + (index % COLUMNS) * CARD.width;
      const y = MARGIN.y + Math.floor(index / COLUMNS) * CARD.height;
      sheet.pen.at({ x, y }, () => drawBadge(sheet.pen, badge));
    }
    drawCuts(sheet.pen);
    await setImmediate();
  }
  return sheet.finish();
}

function drawBadge(pen: Pen, { badge, pseudonym, pictogram }: Badge): void {
  drawQr(pen, badgeToQr(badge), QR);
  const drawing = drawingOf(pictogram);
  if (drawing !== null) {
    const unit = PICTURE.side / 24;
    pen.path(drawing, { x: LEFT, y: PICTURE.y, unit, stroke: 2 * unit });
  }
  const weight = "extra-bold";
  const area = { y: drawing === null ? 9 : 22, bottom: 39 };
  const height = area.bottom - area.y;
  const name = pen.fit(pseudonym, { weight, size: 30 }, { width: RIGHT - LEFT, height });
  const step = name.size * LEADING * POINT_MM;
  const capitals = name.size * CAP * POINT_MM;
  const ink = (name.lines.length - 1) * step + capitals;
  const first = area.y + (height - ink) / 2 + capitals;
  for (const [index, line] of name.lines.entries()) {
    pen.line(line, { weight, size: name.size }, { x: LEFT, y: first + index * step });
  }
  const face = { weight: "bold", size: 16, isTabular: true } as const;
  pen.line(formatBadge(badge), face, { x: LEFT, y: 47 });
}

function drawingOf(pictogram: string | null): string | null {
  const found = Object.entries(personDrawings).find(([name]) => name === pictogram);
  return found?.[1] ?? null;
}

function drawCuts(pen: Pen): void {
  const right = A4.width - MARGIN.x;
  const bottom = A4.height - MARGIN.y;
  for (let column = 0; column <= COLUMNS; column++) {
    const x = MARGIN.x + column * CARD.width;
    pen.dashes([x, MARGIN.y], [x, bottom]);
  }
  for (let row = 0; row <= ROWS; row++) {
    const y = MARGIN.y + row * CARD.height;
    pen.dashes([MARGIN.x, y], [right, y]);
  }
}
