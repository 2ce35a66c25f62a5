import type { Language } from "@trame/shared";

/** What a carton holds of one style, size and colour, or so many kits. */
export interface CartonLine {
  /** null for kits. */
  readonly style: string | null;
  /** null for kits without a size. */
  readonly size: string | null;
  /** null for kits. */
  readonly colour: string | null;
  /** Pieces, or kits. */
  readonly amount: number;
}

/** One carton as it is printed. */
export interface PaperCarton {
  readonly number: number;
  readonly lines: readonly CartonLine[];
}

/** Cartons of one order, to be printed: a label each, or all of them on a packing list. */
export interface CartonsJob {
  readonly form: "labels" | "list";
  readonly order: {
    readonly id: string;
    readonly customer: string;
    readonly reference: string | null;
  };
  readonly unit: "pieces" | "kits";
  /** By number; not none. */
  readonly cartons: readonly PaperCarton[];
  readonly language: Language;
}

/** How many pieces, or kits, are in some lines. */
export function amountIn(lines: readonly CartonLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** Lines of the same style, size and colour as one, in the order in which they first come. */
export function totalLines(cartons: readonly PaperCarton[]): CartonLine[] {
  const lines = cartons.flatMap((carton) => carton.lines);
  const byWhat = Map.groupBy(lines, ({ style, size, colour }) =>
    JSON.stringify([style, size, colour]),
  );
  return [...byWhat.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, amount: amountIn(same) }];
  });
}
