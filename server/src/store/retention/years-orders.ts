import type { Database } from "better-sqlite3";
import { addTaken, type Taken } from "./purge.ts";
import type { YearsBorder } from "./years-border.ts";
import { BUNDLE_TABLES, ORDER_TABLES } from "./years-tables.ts";

/** Orders that were closed long ago, with everything that was made for them; within a transaction. */
export interface OldOrders {
  /** Takes one away; null when none is left. */
  take(border: YearsBorder): Taken | null;
  /** How many are left. */
  left(border: YearsBorder): number;
}

/** Nothing of it is younger than the border: no paper, no act, no change, no carton, and no piece that a counter made for it. */
const IS_OLD = `o.state = 'closed' AND o.closed_at < @at AND o.given_at < @at
  AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.order_id = o.id AND t.made_at >= @at)
  AND NOT EXISTS (SELECT 1 FROM packings p WHERE p.order_id = o.id AND p.packed_at >= @at)
  AND NOT EXISTS (SELECT 1 FROM cartons c WHERE c.order_id = o.id AND c.packed_at >= @at)
  AND NOT EXISTS (SELECT 1 FROM cartons_opened c WHERE c.order_id = o.id AND c.opened_at >= @at)
  AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.n >= @line AND (
    f.kind = 'changed' AND f.body ->> '$.what' = 'order' AND f.body ->> '$.subject' = o.id
    OR f.kind IN ('ticket-reprinted', 'ticket-voided') AND f.body ->> '$.orderId' = o.id))
  AND NOT EXISTS (
    SELECT 1 FROM bundles b JOIN act_bundles x ON x.bundle_id = b.id JOIN acts a ON a.n = x.n
    WHERE b.order_id = o.id AND (a.n >= @line OR a.at >= @at))
  AND NOT EXISTS (SELECT 1 FROM bundles b JOIN bundle_marks m ON m.bundle_id = b.id WHERE b.order_id = o.id)
  AND NOT EXISTS (
    SELECT 1 FROM bundles b JOIN works w ON w.bundle_id = b.id
      JOIN places p ON p.station_id = w.station_id JOIN hours h ON h.place_id = p.id
    WHERE b.order_id = o.id AND w.finished_at IS NULL AND h.day >= @day AND NOT EXISTS (
      SELECT 1 FROM works v WHERE v.station_id = w.station_id AND v.finished_at IS NULL
        AND v.opened_at > w.opened_at AND v.opened_at < @at))`;

export function createOldOrders(sqlite: Database): OldOrders {
  const oldest = sqlite
    .prepare<[YearsBorder], string>(`SELECT o.id FROM orders o WHERE ${IS_OLD} LIMIT 1`)
    .pluck();
  const count = sqlite
    .prepare<[YearsBorder], number>(`SELECT count(*) FROM orders o WHERE ${IS_OLD}`)
    .pluck();
  const rest = sqlite.prepare(
    "INSERT OR REPLACE INTO resting_numbers SELECT number, given_at, closed_at FROM orders WHERE id = ?",
  );
  const ofBundles = BUNDLE_TABLES.map((table) => ({
    table,
    drop: sqlite.prepare(
      `DELETE FROM ${table} WHERE bundle_id IN (SELECT id FROM bundles WHERE order_id = ?)`,
    ),
  }));
  const ofOrder = ORDER_TABLES.map((table) => ({
    table,
    drop: sqlite.prepare(`DELETE FROM ${table} WHERE order_id = ?`),
  }));
  const own = { table: "orders", drop: sqlite.prepare("DELETE FROM orders WHERE id = ?") };

  return {
    take(border) {
      const id = oldest.get(border);
      if (id === undefined) return null;
      rest.run(id);
      const taken = [...ofBundles, ...ofOrder, own].map(({ table, drop }) => ({
        [table]: drop.run(id).changes,
      }));
      return taken.reduce<Taken>(addTaken, {});
    },
    left: (border) => count.get(border) ?? 0,
  };
}
