import type { Order, OrderNumberUse, Routing } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Routings } from "./routings.ts";

/** An order as it stands in the store. */
export interface StoredOrder {
  /** `2026-118`. */
  readonly id: string;
  /** UTC ms. */
  readonly givenAt: number;
  /** UTC ms; null while it is open. */
  readonly closedAt: number | null;
  readonly order: Order;
}

/** The orders in the store. */
export interface Orders {
  find(id: string): StoredOrder | null;
  /** The order that a code's number means: the one that got it last. */
  byNumber(number: number): StoredOrder | null;
  /** The routing that the order froze for a style; null when the order has no such style. */
  routingOf(id: string, styleId: string): Routing | null;
  put(order: StoredOrder): void;
  /** Every number that was ever given, for `nextOrderNumber`. */
  numberUses(): OrderNumberUse[];
  /** Orders that are not closed. */
  open(): StoredOrder[];
  /** Rises whenever an order may be another. */
  readonly changes: number;
  /** After a rollback: what the database says again. */
  reload(): void;
}

/** An order as a query gives it. */
export interface OrderRow {
  readonly id: string;
  readonly givenAt: number;
  readonly closedAt: number | null;
  readonly body: string;
}

/** Orders of which bundles may be scanned at one time; beyond, the oldest is read again. */
const CACHED_MAX = 1_000;
const COLUMNS = "id, given_at AS givenAt, closed_at AS closedAt, body";

export function createOrders(sqlite: Database, routings: Routings): Orders {
  const read = sqlite.prepare<[string], OrderRow>(`SELECT ${COLUMNS} FROM orders WHERE id = ?`);
  const newest = sqlite
    .prepare<[number], string>(
      "SELECT id FROM orders WHERE number = ? ORDER BY given_at DESC LIMIT 1",
    )
    .pluck();
  const upsert = sqlite.prepare(
    `INSERT INTO orders (id, number, given_at, closed_at, state, body)
     VALUES (@id, @number, @givenAt, @closedAt, @state, @body)
     ON CONFLICT DO UPDATE SET closed_at = excluded.closed_at, state = excluded.state, body = excluded.body`,
  );
  const uses = sqlite.prepare<[], OrderNumberUse>(
    `SELECT number, given_at AS givenAt, closed_at AS closedAt FROM orders
     UNION ALL SELECT number, given_at, closed_at FROM resting_numbers`,
  );
  const open = sqlite.prepare<[], OrderRow>(
    `SELECT ${COLUMNS} FROM orders WHERE state <> 'closed' ORDER BY given_at, id`,
  );
  const known = new Map<string, StoredOrder>();
  let changes = 0;

  function find(id: string): StoredOrder | null {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const row = read.get(id);
    if (row === undefined) return null;
    return keep(parseOrder(row));
  }

  function keep(order: StoredOrder): StoredOrder {
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= CACHED_MAX) known.delete(oldest);
    known.set(order.id, order);
    return order;
  }

  return {
    find,
    byNumber(number) {
      const id = newest.get(number);
      return id === undefined ? null : find(id);
    },
    routingOf(id, styleId) {
      const entry = find(id)?.order.styles.find((style) => style.styleId === styleId);
      return entry === undefined ? null : routings.find(styleId, entry.routingVersion);
    },
    put(stored) {
      const { order, ...row } = stored;
      const { number, state } = order;
      upsert.run({ ...row, number, state, body: JSON.stringify(order) });
      keep(stored);
      changes++;
    },
    numberUses: () => uses.all(),
    open: () => open.all().map(parseOrder),
    get changes() {
      return changes;
    },
    reload() {
      known.clear();
      changes++;
    },
  };
}

/** A stored order was checked before it was stored. */
export function parseOrder({ body, ...row }: OrderRow): StoredOrder {
  return { ...row, order: JSON.parse(body) };
}
