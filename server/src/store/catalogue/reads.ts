import type { Routing, Style } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BadgedOperator } from "./operators.ts";
import { createOrderReads } from "./order-reads.ts";
import type { PhotoType } from "./photos.ts";
import { createProgressReader } from "./progress-read.ts";
import { createTicketReads } from "./ticket-reads.ts";

/** A photo as it was sent. */
export interface PhotoRead {
  readonly type: PhotoType;
  readonly bytes: Uint8Array;
}

/** The queries of styles, routings, orders and people, over a connection that cannot write. */
export function createCatalogueReads(sqlite: Database) {
  const styles = sqlite.prepare<[], string>("SELECT body FROM styles ORDER BY id").pluck();
  const routings = sqlite
    .prepare<[], string>("SELECT body FROM routings ORDER BY style_id, version")
    .pluck();
  const routingsOf = sqlite
    .prepare<[string], string>("SELECT body FROM routings WHERE style_id = ? ORDER BY version")
    .pluck();
  const operators = sqlite.prepare<[], string>("SELECT body FROM operators ORDER BY badge").pluck();
  const photo = sqlite.prepare<[string], PhotoRead>("SELECT type, bytes FROM photos WHERE id = ?");
  const orders = createOrderReads(sqlite);
  return {
    readStyles: (): Style[] => styles.all().map(parseStyle),
    /** Every version, ascending; of one style when one is given. */
    readRoutings: (styleId: string | null): Routing[] =>
      (styleId === null ? routings.all() : routingsOf.all(styleId)).map(parseRouting),
    readOperators: (): BadgedOperator[] => operators.all().map(parseOperator),
    readPhoto: (id: string): PhotoRead | null => photo.get(id) ?? null,
    ...orders,
    readProgress: createProgressReader(sqlite, orders.readOrder),
    readTickets: createTicketReads(sqlite, orders.readOrder),
  };
}

/* What is stored was checked before. */

function parseStyle(body: string): Style {
  return JSON.parse(body);
}

function parseRouting(body: string): Routing {
  return JSON.parse(body);
}

function parseOperator(body: string): BadgedOperator {
  return JSON.parse(body);
}
