import type { Routing } from "@trame/shared";
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

/**
 * En-cours of each operation: pieces past what comes before and not past it. An operation without anything before it begins with
 * what was cut; one that joins parts can begin with as many as the part that is the furthest behind.
 */
export function operationRows(
  operations: readonly OperationProgress[],
  { cut, routing }: { readonly cut: number; readonly routing: Routing | null },
): OperationRow[] {
  const goodOf = new Map(operations.map(({ code, good }) => [code, good]));
  return operations.map((operation) => {
    const { code, good, rework, second, scrap } = operation;
    const after = routing?.operations.find((each) => each.code === code)?.after ?? [];
    const arrived = after.length === 0 ? cut : Math.min(...after.map((b) => goodOf.get(b) ?? 0));
    return { ...operation, inProcess: Math.max(0, arrived - good - rework - second - scrap) };
  });
}
