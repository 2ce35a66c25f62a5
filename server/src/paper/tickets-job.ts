import type { Language, Routing, Style } from "@trame/shared";
import type { TicketRead, TicketsRead } from "../store/catalogue/ticket-reads.ts";
import { boxesOf } from "./boxes-of.ts";
import type { Ticket, TicketFormat, TicketKind, TicketsJob } from "./ticket.ts";

/** Tickets as the store has them, as they are to be printed. */
export function ticketsJobOf(
  { order, styles, routings, bundleCount, tickets }: TicketsRead,
  { format, language }: { readonly format: TicketFormat; readonly language: Language },
): TicketsJob {
  const kinds = new Map<string, TicketKind>();
  const kindFor = ({ styleId, part }: TicketRead): TicketKind => {
    const key = JSON.stringify([styleId, part]);
    const style = styles.find(({ id }) => id === styleId);
    const routing = routings.find((each) => each.styleId === styleId);
    const kind = kinds.get(key) ?? kindOf({ styleId, style, routing, part, language });
    kinds.set(key, kind);
    return kind;
  };
  return {
    order: { id: order.id, number: order.order.number },
    tickets: tickets.map((ticket): Ticket => {
      const { number, firstNumber, size, pieces, shade } = ticket;
      const style = styles.find(({ id }) => id === ticket.styleId);
      const colour = style?.colours.find(({ name }) => name === ticket.colour);
      return {
        kind: kindFor(ticket),
        number,
        size,
        pieces,
        shade,
        colour: { name: ticket.colour, pattern: colour?.pattern ?? "empty" },
        // Numbers that duplicates took leave gaps, so a bundle that was split off may be past the count.
        place: { bundle: firstNumber, of: Math.max(bundleCount, firstNumber) },
        isDuplicate: number !== firstNumber,
      };
    }),
    format,
    language,
  };
}

interface KindFacts {
  readonly styleId: string;
  readonly style: Style | undefined;
  readonly routing: Routing | undefined;
  readonly part: string | null;
  readonly language: Language;
}

function kindOf({ styleId, style, routing, part, language }: KindFacts): TicketKind {
  const label = routing?.parts.find(({ code }) => code === part)?.label;
  return {
    style: style?.name ?? styleId,
    part: label?.[language] ?? label?.fr ?? part,
    operations: routing === undefined ? [] : boxesOf(routing, part),
  };
}
