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
import { type BundlePlace, createBundlePiles } from "./bundle-piles.ts";
import type { Asked } from "./floor-now.ts";
import { createLineSlots, type LineSlot } from "./line-slots.ts";
import { createSewnNow } from "./sewn-now.ts";
import { createSourceWaiting } from "./source-waiting.ts";

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
  const slots = createSlotKeeper(catalogue);
  const waiting = createSourceWaiting(sqlite, piles);
  let rows = new Map<PlanLine, readonly FlowRow[]>();
  let toldOrders = -1;
  let isMoved = false;

  function forget(): void {
    rows = new Map();
    isMoved = true;
  }

  function rowsOf(line: PlanLine): readonly FlowRow[] {
    if (slots.isStale()) {
      rows = new Map();
      waiting.forget();
    }
    const known = rows.get(line);
    if (known !== undefined) return known;
    const made = slots.of(line).flatMap((slot) => rowOf(slot) ?? []);
    rows.set(line, made);
    return made;
  }

  /** null where no bundle of what the operation stands for is under way. */
  function rowOf({ operation, stationIds, isEntry, sources }: LineSlot): FlowRow | null {
    const found = sources.map(waiting.of).filter((each) => each !== null);
    if (found.length === 0) return null;
    const since = Math.min(...found.map((each) => each.since));
    return {
      operation,
      stationIds,
      isEntry,
      bundles: found.reduce((sum, { bundles }) => sum + bundles, 0),
      pieces: found.reduce((sum, { pieces }) => sum + pieces, 0),
      since: since === Infinity ? null : since,
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
      waiting.moved(sheet);
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
      waiting.forget();
      forget();
    },
  };
}

/** What the operations of the lines stand for, until an order changes. */
function createSlotKeeper({ orders, routings }: CatalogueStore) {
  let slots = new Map<PlanLine, LineSlot[]>();
  let readAt = -1;
  let open: ReturnType<typeof orders.open> = [];
  const slotsOf = createLineSlots({
    open: () => open,
    routingOf: (styleId, version) => routings.find(styleId, version),
  });
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
      const made = slotsOf(line);
      slots.set(line, made);
      return made;
    },
  };
}
