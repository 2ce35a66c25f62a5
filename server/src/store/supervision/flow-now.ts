import type {
  BundleSheet,
  FlowRow,
  LineOrder,
  PlanLine,
  PlanStation,
  StationWaiting,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Stretches } from "../stretches.ts";
import { type BundlePlace, createBundlePiles, type Pile } from "./bundle-piles.ts";
import type { Asked } from "./floor-now.ts";
import { type LineSlot, lineSlots, type SlotSource } from "./line-slots.ts";
import { createSewnNow } from "./sewn-now.ts";

/** What waits before the operations of the lines. */
export interface FlowNow {
  line(line: PlanLine): readonly FlowRow[];
  station(station: PlanStation, line: PlanLine): StationWaiting | null;
  orders(line: PlanLine, asked: Asked): readonly LineOrder[];
  /** A bundle's row was written: where it was, and where it is. */
  moved(sheet: BundleSheet, change: { old: BundlePlace | null; made: BundlePlace }): void;
  /** What was worked at a station is another. */
  worked(stationId: string): void;
  hasChanged(): boolean;
  /** What changed has been told. */
  settle(): void;
  reload(): void;
}

export interface FlowNowDeps {
  readonly catalogue: CatalogueStore;
  readonly stretches: Stretches;
}

export function createFlowNow(sqlite: Database, { catalogue, stretches }: FlowNowDeps): FlowNow {
  const piles = createBundlePiles(sqlite);
  const sewn = createSewnNow(sqlite, { catalogue, stretches });
  const sinceOf = createSinceReader(sqlite);
  const slots = createSlotKeeper(catalogue);
  let rows = new Map<PlanLine, readonly FlowRow[]>();
  let toldOrders = -1;
  let isMoved = false;

  function forget(): void {
    rows = new Map();
    isMoved = true;
  }

  function rowsOf(line: PlanLine): readonly FlowRow[] {
    if (slots.isStale()) rows = new Map();
    const known = rows.get(line);
    if (known !== undefined) return known;
    const made = slots.of(line).flatMap((slot) => rowOf(slot) ?? []);
    rows.set(line, made);
    return made;
  }

  /** null where no bundle of what the operation stands for is under way. */
  function rowOf({ operation, stationIds, isEntry, sources }: LineSlot): FlowRow | null {
    const found = sources.flatMap((source) => {
      const of = piles.of(source.orderId, source.styleId);
      return of === null ? [] : [{ source, waiting: waitingIn(of, source) }];
    });
    if (found.length === 0) return null;
    const since = found.flatMap(({ source, waiting }) =>
      waiting.bundles === 0 ? [] : source.codes.flatMap((code) => sinceOf(source, code) ?? []),
    );
    return {
      operation,
      stationIds,
      isEntry,
      bundles: found.reduce((sum, { waiting }) => sum + waiting.bundles, 0),
      pieces: found.reduce((sum, { waiting }) => sum + waiting.pieces, 0),
      since: since.length === 0 ? null : Math.min(...since),
      openPieces: stationIds.reduce((sum, id) => sum + piles.openAt(id), 0),
    };
  }

  return {
    line: rowsOf,
    station({ operation }, line) {
      const row = rowsOf(line).find((each) => each.operation === operation);
      return row === undefined ? null : { bundles: row.bundles, pieces: row.pieces };
    },
    orders: sewn.orders,
    moved(sheet, change) {
      piles.moved(sheet, change);
      for (const { openStation } of [change.made, ...(change.old === null ? [] : [change.old])]) {
        if (openStation !== null) sewn.forget(openStation);
      }
      forget();
    },
    worked(stationId) {
      sewn.forget(stationId);
      isMoved = true;
    },
    hasChanged: () => isMoved || catalogue.orders.changes !== toldOrders,
    settle() {
      isMoved = false;
      toldOrders = catalogue.orders.changes;
    },
    reload() {
      piles.reload();
      sewn.reload();
      forget();
    },
  };
}

/** What the operations of the lines stand for, until an order changes. */
function createSlotKeeper({ orders, routings }: CatalogueStore) {
  let slots = new Map<PlanLine, LineSlot[]>();
  let readAt = -1;
  let open: ReturnType<typeof orders.open> = [];
  const sewn = {
    open: () => open,
    routingOf: (styleId: string, version: number) => routings.find(styleId, version),
  };
  return {
    /** Reads the orders again where one changed; true when one did. */
    isStale(): boolean {
      if (readAt === orders.changes) return false;
      readAt = orders.changes;
      open = orders.open();
      slots = new Map();
      return true;
    },
    of(line: PlanLine): LineSlot[] {
      const known = slots.get(line);
      if (known !== undefined) return known;
      const made = lineSlots(line, sewn);
      slots.set(line, made);
      return made;
    },
  };
}

/** What waits for some operations: each bundle once, and of parts that come together the largest pile. */
function waitingIn(piles: readonly Pile[], { codes, joins }: SlotSource) {
  const apart = { bundles: 0, pieces: 0 };
  const parts = new Map<string, Map<string | null, number>>();
  for (const { part, next, bundles, pieces } of piles) {
    const code = codes.find((each) => next.includes(each));
    if (code === undefined) continue;
    apart.bundles += bundles;
    if (!joins.includes(code)) {
      apart.pieces += pieces;
      continue;
    }
    const ofJoin = parts.get(code) ?? new Map<string | null, number>();
    parts.set(code, ofJoin.set(part, (ofJoin.get(part) ?? 0) + pieces));
  }
  const joined = [...parts.values()].reduce((sum, of) => sum + Math.max(...of.values()), 0);
  return { bundles: apart.bundles, pieces: apart.pieces + joined };
}

function createSinceReader(sqlite: Database) {
  const first = sqlite
    .prepare<[string, string, string], number>(
      `SELECT since FROM waits WHERE order_id = ? AND style_id = ? AND operation = ?
       ORDER BY since LIMIT 1`,
    )
    .pluck();
  return ({ orderId, styleId }: SlotSource, code: string): number | undefined =>
    first.get(orderId, styleId, code);
}
