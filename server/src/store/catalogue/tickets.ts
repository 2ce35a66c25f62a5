import type { BundleSheet, TicketCode } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { PIECES_NOW } from "./pieces-now.ts";

/** Whether a ticket still names its bundle. `replaced`: a later one does. */
export type TicketState = "valid" | "replaced" | "void";

/** Paper that names a bundle: a number within an order. */
export interface Ticket {
  readonly orderId: string;
  readonly number: number;
  readonly bundleId: number;
  readonly state: TicketState;
  /** UTC ms. */
  readonly madeAt: number;
}

/** Bundles and their tickets. Of a bundle nothing changes but its size, when that is corrected; a ticket may lose its validity. */
export interface Tickets {
  /** The ticket of a code, valid or not: of the order that got the code's number last. */
  find(code: TicketCode): Ticket | null;
  /** The ticket that is valid for a bundle, with the number of its order; null when it was made void. */
  validOf(bundleId: number): (Ticket & { readonly order: number }) | null;
  /** The first number that is free in an order. */
  nextNumber(orderId: string): number;
  /** Makes a bundle and its first ticket; answers the bundle's id. */
  add(
    sheet: Omit<BundleSheet, "id">,
    ticket: { readonly number: number; readonly at: number },
  ): number;
  /** One more ticket of a bundle. */
  addTicket(ticket: Omit<Ticket, "state">): void;
  setState(ticket: Pick<Ticket, "orderId" | "number">, state: TicketState): void;
  sheet(bundleId: number): BundleSheet | null;
  /** The last set number of an order, 0 when nothing was cut of it: sets of a later cutting go on from it. */
  lastSet(orderId: string): number;
}

const SHEET_COLUMNS = `id, order_id AS orderId, style_id AS styleId, set_number AS "set", part, size, colour, shade,
  ${PIECES_NOW} AS pieces, parent_id AS parentId`;

export function createTickets(sqlite: Database): Tickets {
  const find = sqlite.prepare<TicketCode, Ticket>(
    `SELECT order_id AS orderId, number, bundle_id AS bundleId, state, made_at AS madeAt FROM tickets
     WHERE order_id = (SELECT id FROM orders WHERE number = @order ORDER BY given_at DESC LIMIT 1)
       AND number = @bundle`,
  );
  const validOf = sqlite.prepare<[number], Ticket & { order: number }>(
    `SELECT t.order_id AS orderId, t.number, t.bundle_id AS bundleId, t.state, t.made_at AS madeAt, o.number AS "order"
     FROM tickets t JOIN orders o ON o.id = t.order_id
     WHERE t.bundle_id = ? AND t.state = 'valid' ORDER BY t.number DESC LIMIT 1`,
  );
  const lastNumber = sqlite
    .prepare<[string], number | null>("SELECT max(number) FROM tickets WHERE order_id = ?")
    .pluck();
  const lastSet = sqlite
    .prepare<[string], number | null>("SELECT max(set_number) FROM bundles WHERE order_id = ?")
    .pluck();
  const insertBundle = sqlite.prepare(
    `INSERT INTO bundles (order_id, style_id, set_number, part, size, colour, shade, pieces, parent_id, made_at)
     VALUES (@orderId, @styleId, @set, @part, @size, @colour, @shade, @pieces, @parentId, @at)`,
  );
  const insertTicket = sqlite.prepare(
    `INSERT INTO tickets (order_id, number, bundle_id, state, made_at)
     VALUES (@orderId, @number, @bundleId, 'valid', @madeAt)`,
  );
  const setState = sqlite.prepare("UPDATE tickets SET state = ? WHERE order_id = ? AND number = ?");
  const sheet = sqlite.prepare<[number], BundleSheet>(
    `SELECT ${SHEET_COLUMNS} FROM bundles b WHERE id = ?`,
  );
  return {
    find: (code) => find.get(code) ?? null,
    validOf: (bundleId) => validOf.get(bundleId) ?? null,
    nextNumber: (orderId) => (lastNumber.get(orderId) ?? 0) + 1,
    add(bundle, { number, at }) {
      const bundleId = Number(insertBundle.run({ ...bundle, at }).lastInsertRowid);
      insertTicket.run({ orderId: bundle.orderId, number, bundleId, madeAt: at });
      return bundleId;
    },
    addTicket: (ticket) => void insertTicket.run(ticket),
    setState: ({ orderId, number }, state) => void setState.run(state, orderId, number),
    sheet: (bundleId) => sheet.get(bundleId) ?? null,
    lastSet: (orderId) => lastSet.get(orderId) ?? 0,
  };
}
