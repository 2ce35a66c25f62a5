import { CODE_NUMBER_MAX, formatCode, parseCode } from "@trame/shared";
import type { Modules } from "../modules.ts";
import { type Answer, refused } from "./answer.ts";
import type { StoredOrder } from "./orders.ts";
import type { Ticket } from "./tickets.ts";

/** A ticket as it was made, or lost its validity. */
export interface TicketAnswer {
  /** As people read it: `118-241-K`. */
  readonly code: string;
  readonly orderId: string;
  readonly number: number;
}

/** Gives a bundle a ticket with a new number, and takes the validity of the one it had ([O18]). */
export function reprintTicket(modules: Modules, code: string, now: number): Answer<TicketAnswer> {
  const found = findTicket(modules, code);
  if (!found.ok) return found;
  const { order, ticket } = found.value;
  const { catalogue, facts, transact } = modules;
  const { tickets } = catalogue;
  const { orderId, bundleId } = ticket;
  const number = tickets.nextNumber(orderId);
  if (number > CODE_NUMBER_MAX) return refused({ code: "too-many-bundles" });
  const valid = tickets.validOf(bundleId);
  transact(() => {
    if (valid !== null) tickets.setState(valid, "replaced");
    tickets.addTicket({ orderId, number, bundleId, madeAt: now });
    facts.append(
      { kind: "ticket-reprinted", orderId, number, replaces: valid?.number ?? null },
      now,
    );
  });
  return answer(order, number);
}

/** Takes a ticket's validity ([O18]): its bundle has none until one is printed again. */
export function voidTicket(modules: Modules, code: string, now: number): Answer<TicketAnswer> {
  const found = findTicket(modules, code);
  if (!found.ok) return found;
  const { order, ticket } = found.value;
  if (ticket.state !== "valid") return refused({ code: "ticket-ended", blanks: { code } });
  const { catalogue, facts, transact } = modules;
  const { orderId, number } = ticket;
  transact(() => {
    catalogue.tickets.setState(ticket, "void");
    facts.append({ kind: "ticket-voided", orderId, number }, now);
  });
  return answer(order, number);
}

function findTicket(
  { catalogue: { orders, tickets } }: Modules,
  text: string,
): Answer<{ readonly order: StoredOrder; readonly ticket: Ticket }> {
  const code = parseCode(text);
  const ticket = code.ok ? tickets.find(code) : null;
  const order = ticket === null ? null : orders.find(ticket.orderId);
  if (ticket === null || order === null) {
    return refused({ code: "ticket-unknown", blanks: { code: text } });
  }
  if (order.closedAt !== null) return refused({ code: "order-closed", blanks: { id: order.id } });
  return { ok: true, value: { order, ticket } };
}

function answer({ id, order }: StoredOrder, number: number): Answer<TicketAnswer> {
  const code = formatCode({ order: order.number, bundle: number });
  return { ok: true, value: { code, orderId: id, number } };
}
