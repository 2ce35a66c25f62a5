import { inOrder } from "../orders/graph.ts";
import { cutParts } from "../orders/parts.ts";
import type { Routing } from "../orders/routing-schema.ts";
import type { BundleSheet, BundleState } from "./bundle.ts";

/** What became of garments. `cut = good + rework + second + scrap + inProgress`. */
export interface Balance {
  readonly cut: number;
  readonly good: number;
  /** In repair now. */
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly inProgress: number;
  /** Of those in progress, how many a subcontractor has. */
  readonly outside: number;
}

/** The garments of one size and colour of an order. */
export interface BalanceRow extends Balance {
  readonly orderId: string;
  readonly size: string;
  readonly colour: string;
}

/** Pieces past an operation, as garments: sleeves for 50 are 50. */
export interface OperationPast {
  readonly code: string;
  /** Good ones, those that came back from repair among them. */
  readonly good: number;
  /** Of them, how many nobody scanned. */
  readonly deduced: number;
}

/** A bundle as it was cut or split off, and as it is. */
export interface BalancedBundle {
  readonly sheet: BundleSheet;
  readonly state: BundleState;
}

/** The part whose bundles are counted as garments: the one cut first, or null where pieces stay whole ([U3]). */
export function garmentPart(routing: Routing): string | null {
  return cutParts(routing)[0]?.code ?? null;
}

/** What became of garments, by order, size and colour, in the order of the bundles; those of one routing. */
export function balanceOf(bundles: readonly BalancedBundle[], routing: Routing): BalanceRow[] {
  const part = garmentPart(routing);
  const rows = Map.groupBy(
    bundles.filter(({ sheet }) => sheet.part === part),
    ({ sheet: { orderId, size, colour } }) => JSON.stringify([orderId, size, colour]),
  );
  return [...rows.values()].flatMap((row) => {
    const sheet = row[0]?.sheet;
    if (sheet === undefined) return [];
    const { orderId, size, colour } = sheet;
    return [{ orderId, size, colour, ...sum(row) }];
  });
}

/** Pieces past each operation, in the order in which they are done. */
export function pastOf(
  bundles: readonly BalancedBundle[],
  { operations }: Routing,
): OperationPast[] {
  const works = bundles
    .flatMap(({ state }) => state.operations)
    // What a bundle inherited was worked, and is counted, under the ticket that it was split from.
    .filter(({ isInherited }) => !isInherited);
  return inOrder(operations).map(({ code }) => {
    const own = works.filter((work) => work.code === code);
    const deduced = own.filter(({ status }) => status === "deduced");
    return {
      code,
      good: total(own.map(({ good, repaired }) => good + repaired)),
      deduced: total(deduced.map(({ good }) => good)),
    };
  });
}

function sum(row: readonly BalancedBundle[]): Balance {
  const of = (kind: "good" | "rework" | "second" | "scrap" | "inProgress" | "away") =>
    total(row.map(({ state }) => state[kind]));
  return {
    cut: total(row.map(({ sheet, state }) => (sheet.parentId === null ? state.pieces : 0))),
    good: of("good"),
    rework: of("rework"),
    second: of("second"),
    scrap: of("scrap"),
    inProgress: of("inProgress"),
    outside: of("away"),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
