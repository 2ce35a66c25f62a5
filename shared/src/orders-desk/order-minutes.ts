import { earnedMinutes } from "../formulas/efficiency.ts";
import { sumMinutes } from "../formulas/garment-minutes.ts";
import { inOrder } from "../orders/graph.ts";
import type { Order } from "../orders/order-schema.ts";
import type { Operation, Routing } from "../orders/routing-schema.ts";
import type { ProductionRow } from "../reports/production-row.ts";
import { type MinuteFigures, minuteFigures } from "../reports/told-minutes.ts";

/** Minutes of an order: what it may take, and what it took. */
export interface MinuteSums
  extends Pick<MinuteFigures, "attendedMinutes" | "efficiency" | "masked"> {
  /** Temps alloué: Σ ordered × standard minutes. */
  readonly estimatedMinutes: number;
  /** Minutes produites: Σ good × standard minutes in force. */
  readonly earnedMinutes: number;
}

export interface OperationMinutes extends MinuteSums {
  /** null for the packing of a kit, and for what the order's routings do not know. */
  readonly styleId: string | null;
  /** null for what the order's routings do not know. */
  readonly code: string | null;
  readonly label: Operation["label"];
  readonly standardMinutes: number | null;
  readonly ordered: number;
  readonly good: number;
}

/** The minutes of an order, per operation and in total. */
export interface OrderMinutes {
  readonly total: MinuteSums;
  /** In the order in which they are done; then what was worked there under another name. */
  readonly operations: readonly OperationMinutes[];
}

/**
 * Minutes spent on an order against those it may take. Every row of the order is in exactly one line, so that the lines add up to
 * the total: one of an operation that its routings do not know has a line of its own.
 * @param rows of the order alone
 */
export function orderMinutes(
  { order, routings }: { readonly order: Order; readonly routings: readonly Routing[] },
  rows: readonly ProductionRow[],
): OrderMinutes {
  const planned = plannedOf(order, routings);
  const keys = new Set(planned.map(keyOf));
  const byKey = Map.groupBy(rows, (row) => {
    const own = keyOf(row);
    const packing = keyOf({ styleId: null, code: row.code });
    return keys.has(own) ? own : keys.has(packing) ? packing : `? ${row.operation}`;
  });
  const known = planned.map((operation) => lineOf(operation, byKey.get(keyOf(operation)) ?? []));
  const others = [...byKey]
    .filter(([key]) => !keys.has(key))
    .map(([, own]) => lineOf(otherOf(own), own));
  const operations = [...known, ...others];
  return { operations, total: sumsOf(operations, rows) };
}

type Planned = Omit<OperationMinutes, keyof MinuteSums | "good">;

function plannedOf(order: Order, routings: readonly Routing[]): Planned[] {
  const sewn = order.styles.flatMap(({ styleId, routingVersion, quantities }) => {
    const routing = routings.find(
      (each) => each.styleId === styleId && each.version === routingVersion,
    );
    const ordered = quantities.reduce((sum, { pieces }) => sum + pieces, 0);
    return inOrder(routing?.operations ?? []).map((operation) =>
      plannedLine(operation, { styleId, ordered }),
    );
  });
  const ordered = order.kit?.quantity ?? 0;
  const packing = order.kit?.packing ?? [];
  return [...sewn, ...packing.map((each) => plannedLine(each, { styleId: null, ordered }))];
}

function plannedLine(
  { code, label, standardMinutes }: Operation,
  of: Pick<Planned, "styleId" | "ordered">,
): Planned {
  return { ...of, code, label, standardMinutes };
}

function otherOf(rows: readonly ProductionRow[]): Planned {
  const name = rows[0]?.operation ?? "";
  return { styleId: null, code: null, label: { fr: name }, standardMinutes: null, ordered: 0 };
}

function keyOf({ styleId, code }: { styleId: string | null; code: string | null }): string {
  return `${styleId ?? ""}/${code ?? ""}`;
}

function lineOf(planned: Planned, rows: readonly ProductionRow[]): OperationMinutes {
  const { ordered, standardMinutes } = planned;
  const estimate = [{ pieces: ordered, standardMinutes: standardMinutes ?? 0 }];
  return {
    ...planned,
    good: rows.reduce((sum, { good }) => sum + good, 0),
    ...spentOf(rows),
    estimatedMinutes: earnedMinutes(estimate),
  };
}

function sumsOf(lines: readonly OperationMinutes[], rows: readonly ProductionRow[]): MinuteSums {
  const estimatedMinutes = sumMinutes(lines.map((line) => line.estimatedMinutes));
  return { ...spentOf(rows), estimatedMinutes };
}

function spentOf(rows: readonly ProductionRow[]): Omit<MinuteSums, "estimatedMinutes"> {
  const earned = earnedMinutes(
    rows.map(({ good, standardMinutes }) => ({ pieces: good, standardMinutes })),
  );
  const { attendedMinutes, efficiency, masked } = minuteFigures(rows, earned);
  return { earnedMinutes: earned, attendedMinutes, efficiency, masked };
}
