import type { BundleSheet } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** Where a bundle is, as far as piles are concerned. */
export interface BundlePlace {
  /** Some of its pieces are in progress or in repair. */
  readonly isOpen: boolean;
  /** JSON: codes of the operations that it may go to. */
  readonly next: string;
  readonly isWaiting: boolean;
  readonly openStation: string | null;
  readonly inProgress: number;
}

/** Bundles of a style of an order that wait for the same operations. */
export interface Pile {
  /** Of the bundles as they were cut; null: the whole garment. */
  readonly part: string | null;
  readonly next: readonly string[];
  bundles: number;
  pieces: number;
}

/** Piles of bundles, kept as differences: counting 200,000 rows takes longer than a patch may. */
export interface BundlePiles {
  /** A bundle's row was written: what it was, and what it is. */
  moved(
    sheet: Pick<BundleSheet, "orderId" | "styleId" | "part">,
    change: { readonly old: BundlePlace | null; readonly made: BundlePlace },
  ): void;
  /** Piles of a style of an order; null when no bundle of it is under way. */
  of(orderId: string, styleId: string): readonly Pile[] | null;
  /** Pieces of the bundles that are open at a station. */
  openAt(stationId: string): number;
  /** After a rollback: counted again when it is next asked for. */
  reload(): void;
}

interface Row extends BundlePlace {
  readonly orderId: string;
  readonly styleId: string;
  readonly part: string | null;
  readonly bundles: number;
}

interface OfStyle {
  /** Bundles under way. */
  bundles: number;
  readonly piles: Map<string, Pile>;
}

export function createBundlePiles(sqlite: Database): BundlePiles {
  const count = sqlite.prepare<[], Omit<Row, "isOpen" | "isWaiting"> & { isWaiting: number }>(
    `SELECT s.order_id AS orderId, b.style_id AS styleId, b.part, s.next, s.waits_since IS NOT NULL AS isWaiting,
       s.open_station AS openStation, count(*) AS bundles, sum(s.in_progress) AS inProgress
     FROM bundle_states s JOIN bundles b ON b.id = s.bundle_id WHERE s.is_open = 1
     GROUP BY 1, 2, 3, 4, 5, 6`,
  );
  const styles = new Map<string, OfStyle>();
  const open = new Map<string, number>();
  let isCounted = false;

  function add(row: Row, sign: 1 | -1): void {
    if (!row.isOpen) return;
    const style = styleAt(styles, row);
    style.bundles += sign * row.bundles;
    if (row.isWaiting) addToPile(style.piles, row, sign);
    const { openStation, inProgress } = row;
    if (openStation !== null)
      open.set(openStation, (open.get(openStation) ?? 0) + sign * inProgress);
  }

  function counted(): void {
    if (isCounted) return;
    isCounted = true;
    styles.clear();
    open.clear();
    for (const row of count.iterate()) {
      add({ ...row, isOpen: true, isWaiting: row.isWaiting === 1 }, 1);
    }
  }

  return {
    moved({ orderId, styleId, part }, { old, made }) {
      // Whatever is written before they are counted is counted with the rest.
      if (!isCounted) return;
      const of = { orderId, styleId, part, bundles: 1 };
      if (old !== null) add({ ...of, ...old }, -1);
      add({ ...of, ...made }, 1);
    },
    of(orderId, styleId) {
      counted();
      const style = styles.get(styleKey({ orderId, styleId }));
      return style === undefined || style.bundles === 0 ? null : [...style.piles.values()];
    },
    openAt(stationId) {
      counted();
      return open.get(stationId) ?? 0;
    },
    reload() {
      isCounted = false;
    },
  };
}

function styleAt(styles: Map<string, OfStyle>, row: Row): OfStyle {
  const key = styleKey(row);
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style = { bundles: 0, piles: new Map() };
  styles.set(key, style);
  return style;
}

function addToPile(piles: Map<string, Pile>, row: Row, sign: 1 | -1): void {
  const { part, next, bundles, inProgress } = row;
  const key = `${part ?? ""} ${next}`;
  const pile = piles.get(key) ?? { part, next: JSON.parse(next), bundles: 0, pieces: 0 };
  pile.bundles += sign * bundles;
  pile.pieces += sign * inProgress;
  if (pile.bundles === 0) piles.delete(key);
  else piles.set(key, pile);
}

/** A style of an order, as a key. */
export function styleKey({ orderId, styleId }: Pick<BundleSheet, "orderId" | "styleId">): string {
  return `${orderId} ${styleId}`;
}
