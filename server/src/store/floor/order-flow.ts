import { cutParts, type Order } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { StoredOrder } from "../catalogue/orders.ts";
import { PIECES_NOW } from "../catalogue/pieces-now.ts";
import type { BundleMarks } from "./bundle-marks.ts";

/** Moves orders on by themselves ([Y13]): running with the first scan, done when all that was ordered is out. */
export interface OrderFlow {
  follow(bundleIds: readonly number[], isScan: boolean): void;
  /** All orders that are under way, once nothing waits to be folded again: what did may have been the last of one. */
  followAll(): void;
}

export interface OrderFlowDeps {
  readonly catalogue: CatalogueStore;
  readonly marks: BundleMarks;
}

export function createOrderFlow(sqlite: Database, { catalogue, marks }: OrderFlowDeps): OrderFlow {
  const orderOf = sqlite
    .prepare<[number], string>("SELECT order_id FROM bundles WHERE id = ?")
    .pluck();
  const hasOpen = sqlite
    .prepare<[string], number>(
      "SELECT EXISTS (SELECT 1 FROM bundle_states WHERE order_id = ? AND is_open = 1)",
    )
    .pluck();
  const cutOf = sqlite.prepare<[string], { styleId: string; part: string | null; pieces: number }>(
    `SELECT style_id AS styleId, part, sum(${PIECES_NOW}) AS pieces FROM bundles b
     WHERE order_id = ? AND parent_id IS NULL GROUP BY style_id, part`,
  );

  /** As many garments were cut as were ordered; parts of the same pieces count once. */
  function isCut(orderId: string, order: Order): boolean {
    const rows = cutOf.all(orderId);
    return order.styles.every(({ styleId, quantities }) => {
      const routing = catalogue.orders.routingOf(orderId, styleId);
      const first = (routing === null ? undefined : cutParts(routing)[0]?.code) ?? null;
      const ordered = quantities.reduce((sum, { pieces }) => sum + pieces, 0);
      const made = rows
        .filter((row) => row.styleId === styleId && (row.part === null || row.part === first))
        .reduce((sum, { pieces }) => sum + pieces, 0);
      return made >= ordered;
    });
  }

  function stateOf(orderId: string, order: Order, isScan: boolean): Order["state"] {
    if (order.state === "released" && isScan) return "running";
    const isUnderWay = order.state === "running" || order.state === "done";
    // What waits to be folded may be open; a kit is done when it is packed.
    if (!isUnderWay || order.kit !== undefined || marks.size > 0) return order.state;
    if (hasOpen.get(orderId) === 1) return "running";
    return isCut(orderId, order) ? "done" : order.state;
  }

  function move(stored: StoredOrder, isScan: boolean): void {
    const state = stateOf(stored.id, stored.order, isScan);
    if (state !== stored.order.state) {
      catalogue.orders.put({ ...stored, order: { ...stored.order, state } });
    }
  }

  return {
    follow(bundleIds, isScan) {
      for (const orderId of new Set(bundleIds.flatMap((id) => orderOf.get(id) ?? []))) {
        const stored = catalogue.orders.find(orderId);
        if (stored !== null) move(stored, isScan);
      }
    },
    followAll() {
      for (const stored of catalogue.orders.open()) move(stored, false);
    },
  };
}
