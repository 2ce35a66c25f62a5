import type { Ticket, TicketKind, TicketsJob } from "../../../../server/src/paper/ticket.ts";

/** Codes of operations: 10, 20, 30 … */
export function operations(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String((index + 1) * 10));
}

export const MASK: TicketKind = { style: "Masque lavable", part: null, operations: operations(9) };

/** Bundle 117 of 240 as on the drawing of a ticket. */
export function ticket(over: Partial<Ticket> = {}): Ticket {
  const number = over.number ?? 117;
  return {
    kind: MASK,
    number,
    size: "M",
    pieces: 50,
    colour: { name: "Bleu", pattern: "rising" },
    shade: 3,
    place: { bundle: number, of: 240 },
    isDuplicate: false,
    ...over,
  };
}

export function job(over: Partial<TicketsJob> = {}): TicketsJob {
  return {
    order: { id: "2026-118", number: 118 },
    tickets: [ticket()],
    format: "a4",
    language: "fr",
    ...over,
  };
}

/** As long as anything may be. */
export function longest(): Ticket {
  return ticket({
    number: 99_999,
    size: "WWWWWWWWWWWW",
    pieces: 10_000_000,
    shade: 9_999,
    place: { bundle: 99_999, of: 99_999 },
    colour: { name: "Bleu marine chiné clair et foncé du Nord", pattern: "grid" },
    isDuplicate: true,
    kind: {
      style: `Sweat-shirt à capuche ${"molletonné et zippé ".repeat(4)}pour enfants`,
      part: `Manche gauche avec poignet ${"rapporté et coudière ".repeat(4)}cousue`,
      operations: [...operations(24), "WWWWWWWW"],
    },
  });
}
