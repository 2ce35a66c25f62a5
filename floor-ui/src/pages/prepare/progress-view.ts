import { inProcessOf, type Routing } from "@trame/shared";
import type { OperationProgress, ProgressQuantity } from "../../data/desk/rows.ts";

type Figure = "ordered" | "cut" | "good" | "inProgress" | "left";

export function sum(quantities: readonly ProgressQuantity[], figure: Figure): number {
  return quantities.reduce((total, quantity) => total + quantity[figure], 0);
}

/** Sizes and colours in the order in which they are told, each once. */
export function axesOf(quantities: readonly ProgressQuantity[]): {
  readonly sizes: readonly string[];
  readonly colours: readonly string[];
} {
  return {
    sizes: [...new Set(quantities.map(({ size }) => size))],
    colours: [...new Set(quantities.map(({ colour }) => colour))],
  };
}

/** An operation of an order with what waits for it or is under its needle. */
export interface OperationRow extends OperationProgress {
  /** Pieces past all that comes before it, and not past it. */
  readonly inProcess: number;
}

/** Operations of an order with the en-cours of each. */
export function operationRows(
  operations: readonly OperationProgress[],
  begins: { readonly cut: number; readonly routing: Routing | null },
): OperationRow[] {
  const inProcess = inProcessOf(operations, begins);
  return operations.map((operation) => ({
    ...operation,
    inProcess: inProcess.get(operation.code) ?? 0,
  }));
}
