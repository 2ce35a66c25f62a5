import type { Catalogue, Order, PlanLine } from "@trame/shared";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { StoredOrder } from "../catalogue/orders.ts";
import { isSewnOn } from "../floor/cells.ts";

const PRIORITY = 5;

/** Orders that a line may sew now: what runs before what was only released, then by priority, then the oldest. */
export function ordersOfLine(
  { orders }: Pick<CatalogueStore, "orders">,
  line: PlanLine,
): StoredOrder[] {
  return orders
    .open()
    .filter(({ order }) => order.state === "running" || order.state === "released")
    .filter(({ order }) => isSewnOn(order, line.id))
    .toSorted((a, b) => rankOf(a.order) - rankOf(b.order));
}

/** The routings that an order began with. */
export function catalogueOf(
  { routings }: Pick<CatalogueStore, "routings">,
  order: Order,
): Catalogue {
  const own = order.styles.flatMap(
    ({ styleId, routingVersion }) => routings.find(styleId, routingVersion) ?? [],
  );
  return { styles: [], routings: own };
}

function rankOf({ state, priority = PRIORITY }: Order): number {
  return (state === "running" ? 0 : 10) + priority;
}
