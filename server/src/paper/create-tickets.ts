import { setImmediate } from "node:timers/promises";
import type { Pen } from "./pen.ts";
import { drawScissors } from "./scissors.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import { type Label, labelsOf, type TicketsJob } from "./ticket.ts";
import { A4_TICKET, drawA4Ticket } from "./ticket-a4.ts";
import { drawLabelTicket, LABEL } from "./ticket-label.ts";
import { paperWords } from "./words.ts";

const A4 = { width: 210, height: 297 } as const;
const COLUMNS = 2;
const ROWS = 4;
const MARGIN = { x: (A4.width - COLUMNS * A4_TICKET.width) / 2, y: 8.5 } as const;

/**
 * The tickets of an order as PDF, one after the other: eight on an A4 sheet, or one a page of 62 × 100 mm ([V1]). The same
 * tickets give the same bytes ([V9]). Throws a RangeError for numbers that no code holds.
 */
export async function createTickets(job: TicketsJob): Promise<Uint8Array> {
  const { order, tickets, format, language } = job;
  const title = paperWords[language].tickets(order.id);
  const { width, height } = format === "a4" ? A4 : LABEL;
  const sheet = openSheet({ title, language, size: [width, height] });
  const labels = tickets.flatMap(labelsOf);
  const perPage = format === "a4" ? COLUMNS * ROWS : 1;
  for (let first = 0; first < labels.length; first += perPage) {
    sheet.addPage();
    if (format === "a4") drawSheet(sheet, labels.slice(first, first + perPage), job);
    else for (const label of labels.slice(first, first + 1)) drawLabelTicket(sheet.pen, label, job);
    // What was drawn goes out of memory once its bytes were handed on.
    await setImmediate();
  }
  return sheet.finish();
}

function drawSheet({ pen }: Sheet, labels: readonly Label[], job: TicketsJob): void {
  for (const [index, label] of labels.entries()) {
    const x = MARGIN.x + (index % COLUMNS) * A4_TICKET.width;
    const y = MARGIN.y + Math.floor(index / COLUMNS) * A4_TICKET.height;
    pen.at({ x, y }, () => drawA4Ticket(pen, label, job));
  }
  drawCuts(pen);
}

function drawCuts(pen: Pen): void {
  const middle = A4.width / 2;
  const bottom = MARGIN.y + ROWS * A4_TICKET.height;
  pen.dashes([middle, MARGIN.y], [middle, bottom]);
  drawScissors(pen, { x: middle, y: MARGIN.y - 0.5, cuts: "down" });
  for (let row = 1; row < ROWS; row++) {
    const y = MARGIN.y + row * A4_TICKET.height;
    pen.dashes([MARGIN.x, y], [A4.width - MARGIN.x, y]);
  }
  drawScissors(pen, { x: MARGIN.x - 0.5, y: MARGIN.y + A4_TICKET.height, cuts: "right" });
}
