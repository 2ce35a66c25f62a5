import { type CartonContent, cartonStock, type GoodPieces, type Order } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** A carton of an order. */
export interface CartonRead {
  readonly number: number;
  /** UTC ms. */
  readonly packedAt: number;
  /** When it was opened again, UTC ms; null while it is closed. */
  readonly openedAt: number | null;
  readonly content: CartonContent;
}

/** A carton with what only the writer asks for. */
export interface StoredCarton extends CartonRead {
  readonly key: string;
  /** Kits that were packed with it. */
  readonly kitsPacked: number;
}

interface Row extends Omit<StoredCarton, "content"> {
  readonly body: string;
}

/** Reads the cartons of an order and what there is to put into them; on the writer's connection or a reader's. */
export function createCartonRows(sqlite: Database) {
  const cartons = sqlite.prepare<[string], Row>(
    `SELECT c.number, c.key, c.packed_at AS packedAt, c.kits_packed AS kitsPacked, o.opened_at AS openedAt, c.body
     FROM cartons c LEFT JOIN cartons_opened o ON o.order_id = c.order_id AND o.number = c.number
     WHERE c.order_id = ? ORDER BY c.number`,
  );
  const good = sqlite.prepare<[string], GoodPieces[number]>(
    `SELECT b.style_id AS styleId, b.size, b.colour, sum(s.good) AS good
     FROM bundles b JOIN bundle_states s ON s.bundle_id = b.id
     WHERE b.order_id = ? AND s.good <> 0 GROUP BY b.style_id, b.size, b.colour ORDER BY min(b.id)`,
  );
  const all = (orderId: string): StoredCarton[] =>
    cartons.all(orderId).map(({ body, ...row }) => ({ ...row, content: parseContent(body) }));
  return {
    all,
    /** What is complete, beside what closed cartons hold. */
    stock(id: string, order: Order) {
      const closed = all(id).filter(({ openedAt }) => openedAt === null);
      return cartonStock(
        order,
        good.all(id),
        closed.map(({ content }) => content),
      );
    },
  };
}

/** What is stored was checked before. */
function parseContent(body: string): CartonContent {
  return JSON.parse(body);
}
