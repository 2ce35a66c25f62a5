import type { Database } from "better-sqlite3";
import { createOperators, type Operators } from "./operators.ts";
import { createOrders, type Orders } from "./orders.ts";
import { createPhotos, type Photos } from "./photos.ts";
import { createRoutings, type Routings } from "./routings.ts";
import { createStyles, type Styles } from "./styles.ts";
import { createTickets, type Tickets } from "./tickets.ts";

/** What there is to sew, as the writer and the fold of bundles read it: what was read once is kept. */
export interface CatalogueStore {
  readonly styles: Styles;
  readonly routings: Routings;
  readonly orders: Orders;
  readonly tickets: Tickets;
  readonly operators: Operators;
  readonly photos: Photos;
  /** After a rollback: what the database says again. */
  reload(): void;
}

export function createCatalogueStore(sqlite: Database): CatalogueStore {
  const styles = createStyles(sqlite);
  const routings = createRoutings(sqlite);
  const orders = createOrders(sqlite, routings);
  return {
    styles,
    routings,
    orders,
    tickets: createTickets(sqlite),
    operators: createOperators(sqlite),
    photos: createPhotos(sqlite),
    reload() {
      styles.reload();
      routings.reload();
      orders.reload();
    },
  };
}
