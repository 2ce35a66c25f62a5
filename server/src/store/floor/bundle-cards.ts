import { type BundleCard, type BundleSheet, formatCode } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { PIECES_NOW } from "../catalogue/pieces-now.ts";
import { bundleCard } from "./cards.ts";

/** A bundle as a reader finds it. */
export interface BundleRow extends BundleSheet {
  readonly partNow: string | null;
  readonly inProgress: number;
  readonly rework: number;
  readonly next: string;
  readonly openStation: string | null;
  readonly outside: string | null;
  /** Of its last ticket, valid or not. */
  readonly number: number;
  readonly orderNumber: number;
}

/** Columns of {@link BundleRow} in SQL, of bundles `b`, their states `s` and orders `o`. */
export const BUNDLE_COLUMNS = `b.id, b.order_id AS orderId, b.style_id AS styleId, b.set_number AS "set", b.part, b.size,
  b.colour, b.shade, ${PIECES_NOW} AS pieces, b.parent_id AS parentId, json_extract(s.body, '$.part') AS partNow,
  s.in_progress AS inProgress, s.rework, s.next, s.open_station AS openStation, s.outside, o.number AS orderNumber,
  (SELECT number FROM tickets t WHERE t.bundle_id = b.id ORDER BY state = 'valid' DESC, number DESC LIMIT 1) AS number`;
export const BUNDLE_TABLES =
  "bundle_states s JOIN bundles b ON b.id = s.bundle_id JOIN orders o ON o.id = s.order_id";

/** A bundle's card. */
export function cardOf(catalogue: Pick<CatalogueStore, "styles">, row: BundleRow): BundleCard {
  const next: string[] = JSON.parse(row.next);
  const { partNow: part, inProgress, rework, openStation: openAt, outside } = row;
  return bundleCard(
    row,
    { part, inProgress, rework, next, openAt, isOutside: outside !== null },
    { code: ticketOf(row), style: catalogue.styles.find(row.styleId) },
  );
}

/** The code on a bundle's last ticket. */
export function ticketOf({ orderNumber, number }: Pick<BundleRow, "orderNumber" | "number">) {
  return { order: orderNumber, bundle: number };
}

/** Codes of bundles, as people read them. */
export function createCodeReader(sqlite: Database): (bundleId: number) => string {
  const find = sqlite.prepare<[number], { orderNumber: number; number: number }>(
    `SELECT o.number AS orderNumber, t.number FROM tickets t JOIN orders o ON o.id = t.order_id
     WHERE t.bundle_id = ? ORDER BY t.state = 'valid' DESC, t.number DESC LIMIT 1`,
  );
  return (bundleId) => {
    const row = find.get(bundleId);
    return row === undefined ? "" : formatCode(ticketOf(row));
  };
}
