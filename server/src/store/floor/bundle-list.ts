import { type BundleCard, type BundleState, parseCode } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { createStationFigures } from "../privacy/figure-mask.ts";
import { BUNDLE_COLUMNS, BUNDLE_TABLES, type BundleRow, cardOf } from "./bundle-cards.ts";

/** Which bundles are asked for. */
export type BundleFilter = "open" | "waiting" | "outside" | "conflict" | "all";

export interface BundleQuery {
  readonly orderId: string | null;
  readonly state: BundleFilter;
  /** Number of the last bundle of the page before; 0 for the first page. */
  readonly after: number;
}

/** A bundle in a list. */
export interface ListedBundle {
  readonly card: BundleCard;
  readonly state: BundleState;
}

export interface BundlePage {
  readonly bundles: readonly ListedBundle[];
  /** For the next page; null when there is none. */
  readonly after: number | null;
}

/** What makes a bundle one of those asked for; each has an index of its own. */
const FILTERS: Readonly<Record<BundleFilter, string>> = {
  open: "s.open_station IS NOT NULL",
  waiting: "s.waits_since IS NOT NULL",
  outside: "s.outside IS NOT NULL",
  conflict: "s.has_conflict = 1",
  all: "1",
};
const FEW: readonly BundleFilter[] = ["open", "outside", "conflict"];
const PAGE = 200;

/** Lists bundles, and finds one by the code on any of its tickets. */
export function createBundleList(sqlite: Database, catalogue: CatalogueStore) {
  type Row = BundleRow & { readonly body: string };
  const select = `SELECT ${BUNDLE_COLUMNS}, s.body FROM ${BUNDLE_TABLES}`;
  const pages = new Map<string, ReturnType<typeof preparePage>>();
  const areStationsTold = createStationFigures(sqlite);

  function preparePage(state: BundleFilter, ofOrder: boolean) {
    const order = ofOrder ? "s.order_id = @orderId AND" : "";
    // Few bundles are open, outside or in conflict: a plus keeps the planner from walking through all others.
    const id = FEW.includes(state) ? "+s.bundle_id" : "s.bundle_id";
    return sqlite.prepare<BundleQuery, Row>(
      `${select} WHERE ${order} ${FILTERS[state]} AND ${id} > @after ORDER BY ${id} LIMIT ${PAGE}`,
    );
  }

  function pageOf({ state, orderId }: BundleQuery) {
    const key = `${state} ${orderId !== null}`;
    const page = pages.get(key) ?? preparePage(state, orderId !== null);
    pages.set(key, page);
    return page;
  }

  return {
    readBundles: sqlite.transaction((query: BundleQuery): BundlePage => {
      catalogue.styles.reload();
      const rows = pageOf(query).all(query);
      const told = areStationsTold() ? (state: BundleState) => state : withoutStations;
      return {
        bundles: rows.map((row) => ({
          card: cardOf(catalogue, row),
          state: told(JSON.parse(row.body)),
        })),
        after: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null),
      };
    }),
    /** The bundle that a ticket names, valid or not; null when there is none. */
    findBundle(text: string): number | null {
      const parsed = parseCode(text);
      return parsed.ok ? (catalogue.tickets.find(parsed)?.bundleId ?? null) : null;
    },
  };
}

/** A page of bundles adds up to what each station made, and when: where that is not told, neither are they ([PR7]). */
function withoutStations({ operations, ...state }: BundleState): BundleState {
  const hidden = { stationId: null, openedAt: null, finishedAt: null };
  return { ...state, operations: operations.map((work) => ({ ...work, ...hidden })) };
}
