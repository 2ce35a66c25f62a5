import { garmentPart, type OrderState, type OrderStyle, type Routing } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { type BundleCounts, createBundleCounts } from "./bundle-counts.ts";
import type { StoredOrder } from "./orders.ts";
import type { Kits } from "./pack-kits.ts";
import {
  createPieceSums,
  type OperationProgress,
  type PieceSums,
  type SumRow,
} from "./piece-sums.ts";

/** Garments of a size and colour; parts that join count once. */
export interface QuantityProgress extends PieceSums {
  readonly size: string;
  readonly colour: string;
  readonly ordered: number;
  /** Still to be made good: ordered − good, never below 0. */
  readonly left: number;
}

export interface StyleProgress {
  readonly styleId: string;
  readonly routingVersion: number;
  /** As the order lists them; what was cut beside it comes last. */
  readonly quantities: readonly QuantityProgress[];
  /** In the order in which they are done. */
  readonly operations: readonly OperationProgress[];
}

/** How far an order is, from one snapshot of the store. */
export interface OrderProgress {
  readonly orderId: string;
  readonly number: number;
  readonly state: OrderState;
  readonly styles: readonly StyleProgress[];
  /** null for an order of one style. */
  readonly kits: Kits | null;
  readonly bundles: BundleCounts;
}

/** Reads how far an order is ([O19], [O20]); null when there is none. */
export function createProgressReader(
  sqlite: Database,
  readOrder: (id: string) => StoredOrder | null,
): (id: string) => OrderProgress | null {
  const sums = createPieceSums(sqlite);
  const countBundles = createBundleCounts(sqlite);
  const routing = sqlite
    .prepare<[string, number], string>(
      "SELECT body FROM routings WHERE style_id = ? AND version = ?",
    )
    .pluck();
  const packed = sqlite
    .prepare<[string], number | null>("SELECT sum(kits) FROM packings WHERE order_id = ?")
    .pluck();

  function readStyle(orderId: string, style: OrderStyle): StyleProgress {
    const { styleId, routingVersion } = style;
    const body = routing.get(styleId, routingVersion);
    if (body === undefined) throw new RangeError(`no routing ${styleId} ${routingVersion}`);
    const frozen: Routing = JSON.parse(body);
    const rows = sums.ofGarments({ orderId, styleId, part: garmentPart(frozen) });
    return {
      styleId,
      routingVersion,
      quantities: quantitiesOf(style, rows),
      operations: sums.ofOperations(orderId, style, frozen),
    };
  }

  return sqlite.transaction((id: string) => {
    const stored = readOrder(id);
    if (stored === null) return null;
    const { number, state, kit } = stored.order;
    const styles = stored.order.styles.map((style) => readStyle(id, style));
    const kits =
      kit === undefined
        ? null
        : { ordered: kit.quantity, complete: kitsOf(stored, styles), packed: packed.get(id) ?? 0 };
    return { orderId: id, number, state, styles, kits, bundles: countBundles(id) };
  });
}

const NONE: PieceSums = {
  cut: 0,
  good: 0,
  rework: 0,
  second: 0,
  scrap: 0,
  inProgress: 0,
  outside: 0,
};

function quantitiesOf({ quantities }: OrderStyle, rows: readonly SumRow[]): QuantityProgress[] {
  const ordered = quantities.map(({ size, colour, pieces }) => ({ size, colour, ordered: pieces }));
  const beside = rows
    .filter((row) => !quantities.some((quantity) => isSame(row, quantity)))
    .map(({ size, colour }) => ({ size, colour, ordered: 0 }));
  return [...ordered, ...beside].map((quantity) => {
    const sums = { ...NONE, ...rows.find((row) => isSame(row, quantity)) };
    return { ...quantity, ...sums, left: Math.max(0, quantity.ordered - sums.good) };
  });
}

type SizeAndColour = Pick<SumRow, "size" | "colour">;

function isSame(one: SizeAndColour, other: SizeAndColour): boolean {
  return one.size === other.size && one.colour === other.colour;
}

/** The style that has the fewest pieces for its share decides. */
function kitsOf({ order }: StoredOrder, styles: readonly StyleProgress[]): number {
  const shares = order.styles.map(({ styleId, perKit = 1 }) => {
    const quantities = styles.find((style) => style.styleId === styleId)?.quantities ?? [];
    return quantities.reduce((sum, { good }) => sum + good, 0) / perKit;
  });
  return Math.floor(Math.min(...shares));
}
