import type { Routing, Style } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { StoredOrder } from "./orders.ts";
import { PIECES_NOW } from "./pieces-now.ts";
import type { TicketState } from "./tickets.ts";

/** A ticket with the bundle that it names. */
export interface TicketRead {
  readonly number: number;
  readonly state: TicketState;
  /** Number of the bundle's first ticket: another one than `number` on a duplicate. */
  readonly firstNumber: number;
  readonly styleId: string;
  readonly part: string | null;
  readonly size: string;
  readonly colour: string;
  readonly shade: number;
  readonly pieces: number;
}

/** All that tickets of an order say. */
export interface TicketsRead {
  readonly order: StoredOrder;
  /** Those of the order. */
  readonly styles: readonly Style[];
  /** Those that the order froze. */
  readonly routings: readonly Routing[];
  /** Bundles of the order, split ones among them. */
  readonly bundleCount: number;
  /** Ascending by number. */
  readonly tickets: readonly TicketRead[];
}

/** Reads tickets of an order: those of some numbers, whatever their state, or else all that are valid. */
export function createTicketReads(
  sqlite: Database,
  readOrder: (id: string) => StoredOrder | null,
): (orderId: string, numbers: readonly number[] | null) => TicketsRead | null {
  const tickets = sqlite.prepare<{ orderId: string; numbers: string | null }, TicketRead>(
    `SELECT t.number, t.state,
            (SELECT min(f.number) FROM tickets f WHERE f.bundle_id = t.bundle_id) AS firstNumber,
            b.style_id AS styleId, b.part, b.size, b.colour, b.shade, ${PIECES_NOW} AS pieces
     FROM tickets t JOIN bundles b ON b.id = t.bundle_id
     WHERE t.order_id = @orderId AND CASE WHEN @numbers IS NULL THEN t.state = 'valid'
       ELSE t.number IN (SELECT value FROM json_each(@numbers)) END
     ORDER BY t.number`,
  );
  const count = sqlite
    .prepare<[string], number>("SELECT count(*) FROM bundles WHERE order_id = ?")
    .pluck();
  const style = sqlite.prepare<[string], string>("SELECT body FROM styles WHERE id = ?").pluck();
  const routing = sqlite
    .prepare<[string, number], string>(
      "SELECT body FROM routings WHERE style_id = ? AND version = ?",
    )
    .pluck();
  return (orderId, numbers) => {
    const order = readOrder(orderId);
    if (order === null) return null;
    const { styles } = order.order;
    return {
      order,
      styles: styles.flatMap(({ styleId }): Style[] => parsed(style.get(styleId))),
      routings: styles.flatMap(({ styleId, routingVersion }): Routing[] =>
        parsed(routing.get(styleId, routingVersion)),
      ),
      bundleCount: count.get(orderId) ?? 0,
      tickets: tickets.all({ orderId, numbers: numbers === null ? null : JSON.stringify(numbers) }),
    };
  };
}

/** What is stored was checked before. */
function parsed<Thing>(body: string | undefined): Thing[] {
  return body === undefined ? [] : [JSON.parse(body)];
}
