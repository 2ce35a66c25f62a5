import type { CellReport } from "@trame/shared";
import type { ProgressQuantity } from "../../data/desk/rows.ts";

/** A size and colour, or all of one of them: made since the beginning, and ordered. */
export interface CellView {
  readonly good: number;
  /** null where the order could not be read. */
  readonly ordered: number | null;
}

export interface MatrixRow {
  readonly size: string;
  /** In the order of the colours; null where none is ordered or made. */
  readonly cells: readonly (CellView | null)[];
  readonly total: CellView;
}

export interface Matrix {
  readonly colours: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly total: CellView;
}

interface Part extends CellView {
  readonly size: string;
  readonly colour: string;
}

/**
 * What an order has of each size and colour. Its progress is of finished bundles, the report of pieces that machines counted:
 * the two are never mixed, and only where `quantities` could not be read (null) does the report stand in.
 */
export function matrixOf(
  quantities: readonly ProgressQuantity[] | null,
  cells: readonly CellReport[],
): Matrix {
  const parts: readonly Part[] =
    quantities ??
    cells.map(({ size, colour, totals: { good } }) => ({ size, colour, good, ordered: null }));
  const colours = [...new Set(parts.map(({ colour }) => colour))];
  const sizes = [...new Set(parts.map(({ size }) => size))];
  return {
    colours,
    rows: sizes.map((size) => {
      const own = parts.filter((part) => part.size === size);
      return {
        size,
        cells: colours.map((name) => {
          const cell = own.filter(({ colour }) => colour === name);
          return cell.length === 0 ? null : sumOf(cell);
        }),
        total: sumOf(own),
      };
    }),
    total: sumOf(parts),
  };
}

function sumOf(parts: readonly CellView[]): CellView {
  const isKnown = parts.every(({ ordered }) => ordered !== null);
  return {
    good: parts.reduce((sum, { good }) => sum + good, 0),
    ordered: isKnown ? parts.reduce((sum, { ordered }) => sum + (ordered ?? 0), 0) : null,
  };
}
