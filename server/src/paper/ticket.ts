import type { ColourPattern, Language } from "@trame/shared";

/** What the tickets of one style, or of one part of it, have in common. */
export interface TicketKind {
  readonly style: string;
  /** What the bundle holds, when it is not whole pieces: « Manche gauche ». */
  readonly part: string | null;
  /** Codes of the operations that the bundle passes, in order; each gets a box. */
  readonly operations: readonly string[];
}

/** One bundle's ticket. */
export interface Ticket {
  readonly kind: TicketKind;
  /** Its number within the order, which its code holds. */
  readonly number: number;
  readonly size: string;
  readonly pieces: number;
  readonly colour: { readonly name: string; readonly pattern: ColourPattern };
  readonly shade: number;
  /** « Paquet 117 / 240 ». */
  readonly place: { readonly bundle: number; readonly of: number };
  /** It replaces one that was lost or torn. */
  readonly isDuplicate: boolean;
}

/** Paper that tickets are printed on: sheets of eight, or labels of 62 × 100 mm. */
export type TicketFormat = "a4" | "label";

/** Tickets of one order, to be printed. */
export interface TicketsJob {
  readonly order: { readonly id: string; readonly number: number };
  /** In the order in which they come out; not none. */
  readonly tickets: readonly Ticket[];
  readonly format: TicketFormat;
  readonly language: Language;
}

/** One piece of paper of a ticket: the first of it, or one more for the operations that had no room. */
export interface Label {
  readonly ticket: Ticket;
  readonly operations: readonly string[];
  /** Boxes that it has room for. */
  readonly boxes: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** Labels of one document: what a thread draws in half a minute. */
export const TICKET_LABELS_MAX = 10_000;

/** Boxes on one label; fewer and wider ones where codes are longer than three signs. */
const BOXES = { ofShort: 12, ofLong: 6, short: 3 } as const;

/** The labels of a ticket: one, and one more for each dozen operations that do not fit on it ([V3]). */
export function labelsOf(ticket: Ticket): Label[] {
  const { operations } = ticket.kind;
  const isShort = operations.every(({ length }) => length <= BOXES.short);
  const boxes = isShort ? BOXES.ofShort : BOXES.ofLong;
  const pages = Math.max(1, Math.ceil(operations.length / boxes));
  return Array.from({ length: pages }, (_, index) => ({
    ticket,
    operations: operations.slice(index * boxes, (index + 1) * boxes),
    boxes,
    page: index + 1,
    pages,
  }));
}

/** How many labels tickets take. */
export function countLabels(tickets: readonly Ticket[]): number {
  return tickets.reduce((sum, ticket) => sum + labelsOf(ticket).length, 0);
}
