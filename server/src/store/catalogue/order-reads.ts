import type { Database } from "better-sqlite3";
import { type OrderRow, parseOrder, type StoredOrder } from "./orders.ts";

/** Which orders are asked for. */
export type OrderFilter = "open" | "closed" | "all";

const COLUMNS = "id, given_at AS givenAt, closed_at AS closedAt, body";

/** Reads orders as they stand. */
export function createOrderReads(sqlite: Database) {
  const read = sqlite.prepare<[string], OrderRow>(`SELECT ${COLUMNS} FROM orders WHERE id = ?`);
  const list = sqlite.prepare<{ filter: OrderFilter }, OrderRow>(
    `SELECT ${COLUMNS} FROM orders WHERE @filter = 'all' OR (state = 'closed') = (@filter = 'closed')
     ORDER BY given_at DESC, number DESC`,
  );
  return {
    readOrder(id: string): StoredOrder | null {
      const row = read.get(id);
      return row === undefined ? null : parseOrder(row);
    },
    /** The newest first. */
    readOrders: (filter: OrderFilter): StoredOrder[] => list.all({ filter }).map(parseOrder),
  };
}
