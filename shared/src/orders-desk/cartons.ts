import type { Order } from "../orders/order-schema.ts";
import type { CartonContent } from "./carton-schema.ts";

/** Good pieces of a size and colour, and how many of them are in cartons. */
export interface PieceStock {
  readonly styleId: string;
  readonly size: string;
  readonly colour: string;
  readonly ordered: number;
  readonly complete: number;
  readonly inCartons: number;
}

/** Kits that the good pieces make, and how many of them are in cartons. */
export interface KitStock {
  /** null where kits have no size of their own. */
  readonly size: string | null;
  readonly ordered: number;
  readonly complete: number;
  readonly inCartons: number;
}

/** What of an order may go into cartons: kits of an order of kits, else pieces. */
export type CartonStock =
  | { readonly kind: "kits"; readonly kits: readonly KitStock[] }
  | { readonly kind: "pieces"; readonly pieces: readonly PieceStock[] };

/** Why a carton can't hold something. */
export type CartonFault =
  | { readonly code: "carton-empty" | "carton-of-kits" | "carton-of-pieces" }
  | {
      readonly code: "carton-too-many" | "carton-kits-short";
      /** Where in the content. */
      readonly path: string;
      /** What is complete and in no carton yet. */
      readonly left: number;
      /** Size, or size and colour; empty for kits without a size. */
      readonly what: string;
    };

/** Good pieces of an order by style, size and colour. */
export type GoodPieces = readonly {
  readonly styleId: string;
  readonly size: string;
  readonly colour: string;
  readonly good: number;
}[];

/** What an order has complete, beside what the cartons that are closed now hold ([OD5]). */
export function cartonStock(
  order: Order,
  good: GoodPieces,
  cartons: readonly CartonContent[],
): CartonStock {
  return order.kit === undefined
    ? { kind: "pieces", pieces: pieceStock(order, good, cartons) }
    : { kind: "kits", kits: kitStock(order, good, cartons) };
}

/** Whether what is complete holds what somebody wants to put into a carton; null when it does ([OD6]). */
export function cartonFault(content: CartonContent, stock: CartonStock): CartonFault | null {
  const { kits, pieces } = content;
  if (kits.length + pieces.length === 0) return { code: "carton-empty" };
  if (stock.kind === "kits" && pieces.length > 0) return { code: "carton-of-kits" };
  if (stock.kind === "pieces" && kits.length > 0) return { code: "carton-of-pieces" };
  return stock.kind === "kits" ? kitFault(kits, stock.kits) : pieceFault(pieces, stock.pieces);
}

/** The same content with each kit or size and colour once, in the order in which they were named. */
export function mergedContent({ kits, pieces }: CartonContent): CartonContent {
  const bySize = Map.groupBy(kits, ({ size }) => size);
  const byCell = Map.groupBy(pieces, cellKey);
  return {
    kits: [...bySize].map(([size, same]) => ({ size, kits: sum(same.map((line) => line.kits)) })),
    pieces: [...byCell.values()].flatMap((same) => {
      const [first] = same;
      return first === undefined
        ? []
        : [{ ...first, pieces: sum(same.map((line) => line.pieces)) }];
    }),
  };
}

/** Kits in a carton, whatever their size. */
export function kitsIn({ kits }: CartonContent): number {
  return sum(kits.map((line) => line.kits));
}

/**
 * Sizes of an order's kits with how many of each are ordered: where all styles come in the same sizes, and of each size as many
 * as the same number of kits takes. null where kits mix sizes.
 */
export function kitSizes({
  styles,
}: Pick<Order, "styles">): readonly { readonly size: string; readonly kits: number }[] | null {
  const shares = styles.map(({ quantities, perKit = 1 }) => {
    const bySize = Map.groupBy(quantities, ({ size }) => size);
    return [...bySize].map(([size, own]) => ({
      size,
      kits: sum(own.map(({ pieces }) => pieces)) / perKit,
    }));
  });
  const [first = []] = shares;
  const isSame = shares.every(
    (share) =>
      share.length === first.length &&
      first.every(({ size, kits }) => share.some((one) => one.size === size && one.kits === kits)),
  );
  return isSame && first.every(({ kits }) => Number.isInteger(kits)) ? first : null;
}

function pieceStock(
  { styles }: Order,
  good: GoodPieces,
  cartons: readonly CartonContent[],
): PieceStock[] {
  const ordered = styles.flatMap(({ styleId, quantities }) =>
    quantities.map(({ size, colour, pieces }) => ({ styleId, size, colour, ordered: pieces })),
  );
  const known = new Set(ordered.map(cellKey));
  const packed = cartons.flatMap(({ pieces }) => pieces);
  const beside = [...good, ...packed]
    .filter((cell) => !known.has(cellKey(cell)) && known.add(cellKey(cell)))
    .map(({ styleId, size, colour }) => ({ styleId, size, colour, ordered: 0 }));
  return [...ordered, ...beside].map((cell) => ({
    ...cell,
    complete: sum(good.filter((each) => isSameCell(each, cell)).map((each) => each.good)),
    inCartons: sum(packed.filter((each) => isSameCell(each, cell)).map((each) => each.pieces)),
  }));
}

function kitStock(order: Order, good: GoodPieces, cartons: readonly CartonContent[]): KitStock[] {
  const packed = cartons.flatMap(({ kits }) => kits);
  const sizes = kitSizes(order) ?? [{ size: null, kits: order.kit?.quantity ?? 0 }];
  return sizes.map(({ size, kits: ordered }) => ({
    size,
    ordered,
    complete: kitsOf(
      order,
      good.filter((cell) => size === null || cell.size === size),
    ),
    inCartons: sum(packed.filter((line) => line.size === size).map((line) => line.kits)),
  }));
}

/** The style with the fewest pieces for its share decides. */
function kitsOf({ styles }: Order, good: GoodPieces): number {
  const shares = styles.map(
    ({ styleId, perKit = 1 }) =>
      sum(good.filter((cell) => cell.styleId === styleId).map((cell) => cell.good)) / perKit,
  );
  return Math.floor(Math.min(...shares));
}

function kitFault(wanted: CartonContent["kits"], stock: readonly KitStock[]): CartonFault | null {
  for (const [index, { size, kits }] of wanted.entries()) {
    const known = stock.find((each) => each.size === size);
    const left = known === undefined ? 0 : Math.max(0, known.complete - known.inCartons);
    if (kits > left) {
      return { code: "carton-kits-short", path: `/kits/${index}/kits`, left, what: size ?? "" };
    }
  }
  return null;
}

function pieceFault(
  wanted: CartonContent["pieces"],
  stock: readonly PieceStock[],
): CartonFault | null {
  for (const [index, cell] of wanted.entries()) {
    const known = stock.find((each) => isSameCell(each, cell));
    const left = known === undefined ? 0 : Math.max(0, known.complete - known.inCartons);
    if (cell.pieces > left) {
      const what = `${cell.size} ${cell.colour}`;
      return { code: "carton-too-many", path: `/pieces/${index}/pieces`, left, what };
    }
  }
  return null;
}

interface Cell {
  readonly styleId: string;
  readonly size: string;
  readonly colour: string;
}

function cellKey({ styleId, size, colour }: Cell): string {
  return JSON.stringify([styleId, size, colour]);
}

function isSameCell(one: Cell, other: Cell): boolean {
  return one.styleId === other.styleId && one.size === other.size && one.colour === other.colour;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
