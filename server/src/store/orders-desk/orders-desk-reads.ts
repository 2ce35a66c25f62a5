import type { CartonStock } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createCatalogueStore } from "../catalogue/catalogue.ts";
import { createOrderReads } from "../catalogue/order-reads.ts";
import { createProgressReader } from "../catalogue/progress-read.ts";
import { createPlanView } from "../floor/plan-view.ts";
import { type CartonRead, createCartonRows } from "./carton-rows.ts";
import { createOverviewRead } from "./overview-read.ts";
import { createOrderStory, type OrderStoryAsked } from "./story-read.ts";

/** Names of the reads of orders at the manager's desk, which the reports' thread answers. */
export const ORDERS_DESK_READS: readonly (keyof ReturnType<typeof createOrdersDeskReads>)[] = [
  "readCartons",
  "readOrderOverview",
  "readOrderStory",
  "readOrdersOverview",
];

/** The cartons of an order, and what there is to put into more. */
export interface CartonsRead {
  readonly customer: string;
  readonly reference: string | null;
  readonly stock: CartonStock;
  /** By number; opened ones too. */
  readonly cartons: readonly CartonRead[];
}

/** Orders as the manager's desk looks at them, over a connection that cannot write. */
export function createOrdersDeskReads(sqlite: Database) {
  const catalogue = createCatalogueStore(sqlite);
  const { readOrder, readOrders } = createOrderReads(sqlite);
  const cartons = createCartonRows(sqlite);
  const readStory = createOrderStory(sqlite, { readOrder });
  const overview = createOverviewRead(sqlite, {
    timeline: createPlanView(sqlite),
    ...{ readOrder, readOrders },
    readProgress: createProgressReader(sqlite, readOrder),
    nameOf: (styleId) => catalogue.styles.find(styleId)?.name ?? styleId,
    routingOf(styleId, version) {
      const routing = catalogue.routings.find(styleId, version);
      if (routing === null) throw new RangeError(`no routing ${styleId} ${version}`);
      return routing;
    },
  });
  return {
    readOrdersOverview(...asked: Parameters<typeof overview.readOrdersOverview>) {
      catalogue.styles.reload();
      return overview.readOrdersOverview(...asked);
    },
    readOrderOverview(...asked: Parameters<typeof overview.readOrderOverview>) {
      catalogue.styles.reload();
      return overview.readOrderOverview(...asked);
    },
    readOrderStory: (id: string, asked: OrderStoryAsked) => readStory(id, asked),
    /** null when there is no such order. */
    readCartons: sqlite.transaction((id: string): CartonsRead | null => {
      const stored = readOrder(id);
      if (stored === null) return null;
      const { customer, reference = null } = stored.order;
      return {
        ...{ customer, reference },
        stock: cartons.stock(id, stored.order),
        cartons: cartons.all(id).map(({ number, packedAt, openedAt, content }) => ({
          ...{ number, packedAt, openedAt, content },
        })),
      };
    }),
  };
}
