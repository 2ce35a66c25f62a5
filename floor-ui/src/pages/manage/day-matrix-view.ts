import type { CellReport } from "@trame/shared";
import type { ProgressQuantity } from "../../data/desk/rows.ts";

/** A size and colour, or all of one of them: since the beginning, ordered, and within the report. */
export interface CellView {
  readonly good: number;
  /** null where the order could not be read. */
  readonly ordered: number | null;
  readonly within: number;
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

/** What an order has of each size and colour; `quantities` is null where its progress could not be read. */
export function matrixOf(
  quantities: readonly ProgressQuantity[] | null,
  cells: readonly CellReport[],
): Matrix {
  const parts: Part[] = [
    ...(quantities ?? []).map(({ size, colour, good, ordered }) => ({
      ...{ size, colour, good, ordered, within: 0 },
    })),
    ...cells.map(({ size, colour, totals: { good } }) => ({
      ...{ size, colour, within: good },
      ...(quantities === null ? { good, ordered: null } : { good: 0, ordered: 0 }),
    })),
  ];
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
    within: parts.reduce((sum, { within }) => sum + within, 0),
  };
}
