import { type BundleCard, type PlanLine, stationOperations } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { StoredOrder } from "../catalogue/orders.ts";
import { BUNDLE_COLUMNS, BUNDLE_TABLES, type BundleRow, cardOf } from "./bundle-cards.ts";
import { isSewnOn, type PlannedStation } from "./cells.ts";

/** What waits for a station, and what is under way on its line. */
export interface WaitingBundles {
  /** Of the orders with the highest priority the bundle that has waited longest for the station; null when none does. */
  nextFor(planned: PlannedStation): BundleCard | null;
  /** Bundles open at the line's stations, then those that came to wait for them last; at most so many. */
  ofLine(line: PlanLine, limit: number): BundleCard[];
}

const PRIORITY = 5;
/** Rows looked at for a line's bundles: in a workshop of many lines most of them are another's. */
const LOOKED_AT_MAX = 5_000;

export function createWaitingBundles(sqlite: Database, catalogue: CatalogueStore): WaitingBundles {
  const statements = prepare(sqlite);

  function ordersFor(lineId: string): StoredOrder[] {
    return catalogue.orders
      .open()
      .filter(({ order }) => isSewn(order.state) && isSewnOn(order, lineId));
  }

  /** The operations of an order's styles that some stations do. */
  function operationsOf({ order }: StoredOrder, stations: readonly PlannedStation["station"][]) {
    return order.styles.flatMap(({ styleId, routingVersion }) => {
      const routing = catalogue.routings.find(styleId, routingVersion);
      if (routing === null) return [];
      const codes = stations.flatMap((station) => stationOperations(routing, station));
      return [...new Set(codes)].map((operation) => ({ styleId, operation }));
    });
  }

  /** What waits on a line, as {@link WaitingRow} names it. */
  function waitedFor(line: PlanLine): Set<string> {
    return new Set(
      ordersFor(line.id).flatMap((stored) =>
        operationsOf(stored, line.stations).map(
          ({ styleId, operation }) => `${stored.id} ${styleId} ${operation}`,
        ),
      ),
    );
  }

  /** Numbers of the bundles that came to wait last. */
  function newestOf(waited: ReadonlySet<string>, limit: number): number[] {
    const found: number[] = [];
    for (const { id, orderId, styleId, next } of statements.newest.iterate()) {
      if (found.length >= limit) break;
      const codes: string[] = JSON.parse(next);
      if (codes.some((code) => waited.has(`${orderId} ${styleId} ${code}`))) found.push(id);
    }
    return found;
  }

  return {
    nextFor({ station, line }) {
      const byPriority = Map.groupBy(ordersFor(line.id), ({ order }) => order.priority ?? PRIORITY);
      for (const priority of [...byPriority.keys()].toSorted((a, b) => a - b)) {
        const found = (byPriority.get(priority) ?? []).flatMap((stored) =>
          operationsOf(stored, [station]).flatMap(
            ({ styleId, operation }) => statements.first.get(stored.id, styleId, operation) ?? [],
          ),
        );
        const [oldest] = found.toSorted((a, b) => a.since - b.since || a.bundleId - b.bundleId);
        const row = oldest === undefined ? undefined : statements.one.get(oldest.bundleId);
        if (row !== undefined) return cardOf(catalogue, row);
      }
      return null;
    },
    ofLine(line, limit) {
      const open = line.stations.flatMap(({ id }) => statements.openAt.all(id)).slice(0, limit);
      const waiting = newestOf(waitedFor(line), limit - open.length);
      const rows = [...open, ...waiting.flatMap((id) => statements.one.get(id) ?? [])];
      return rows.map((row) => cardOf(catalogue, row));
    },
  };
}

interface WaitingRow {
  readonly id: number;
  readonly orderId: string;
  readonly styleId: string;
  /** JSON: codes of the operations that it may go to. */
  readonly next: string;
}

function isSewn(state: string): boolean {
  return state === "released" || state === "running";
}

function prepare(sqlite: Database) {
  return {
    first: sqlite.prepare<[string, string, string], { since: number; bundleId: number }>(
      `SELECT since, bundle_id AS bundleId FROM waits
       WHERE order_id = ? AND style_id = ? AND operation = ? ORDER BY since, bundle_id LIMIT 1`,
    ),
    one: sqlite.prepare<[number], BundleRow>(
      `SELECT ${BUNDLE_COLUMNS} FROM ${BUNDLE_TABLES} WHERE s.bundle_id = ?`,
    ),
    openAt: sqlite.prepare<[string], BundleRow>(
      `SELECT ${BUNDLE_COLUMNS} FROM ${BUNDLE_TABLES} WHERE s.open_station = ? LIMIT 50`,
    ),
    newest: sqlite.prepare<[], WaitingRow>(
      `SELECT s.bundle_id AS id, s.order_id AS orderId, b.style_id AS styleId, s.next
       FROM bundle_states s JOIN bundles b ON b.id = s.bundle_id WHERE s.waits_since IS NOT NULL
       ORDER BY s.waits_since DESC LIMIT ${LOOKED_AT_MAX}`,
    ),
  };
}
