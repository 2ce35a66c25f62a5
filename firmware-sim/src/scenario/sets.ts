import { cut } from "@trame/shared";
import type { OrderPlan, Scenario } from "./scenario.ts";

/** Pieces that are cut together: one packet, or one for each part. */
export interface CutSet {
  /** Which order they are for, from 0: the scenario's orders in turn, again and again. */
  readonly order: number;
  readonly size: string;
  readonly colour: string;
  readonly shade: number;
  readonly pieces: number;
}

/** The sets of a style from 0 on, without end. */
export interface Sets {
  at(set: number): CutSet;
  /** The first set of an order. */
  firstOf(order: number): number;
}

/** The sets that the orders of a scenario make of a style; null when it has none. */
export function createSets(scenario: Scenario, style: string): Sets | null {
  const { orders = [], flow } = scenario;
  const perOrder = orders.map((order) => cutOf(order, style, flow.packet));
  const cycle = perOrder.flatMap((sets, order) => sets.map((set) => ({ ...set, order })));
  if (cycle.length === 0) return null;
  const offsets = perOrder.map((_, order) =>
    perOrder.slice(0, order).reduce((sum, sets) => sum + sets.length, 0),
  );
  return {
    at(set) {
      const found = cycle[set % cycle.length];
      if (found === undefined) throw new RangeError(`no set ${set}`);
      return { ...found, order: found.order + Math.floor(set / cycle.length) * orders.length };
    },
    firstOf(order) {
      const turn = Math.floor(order / orders.length);
      return turn * cycle.length + (offsets[order % orders.length] ?? 0);
    },
  };
}

/** As the server cuts them. */
function cutOf({ styles }: OrderPlan, style: string, bundleSize: number) {
  const lots = styles.filter((entry) => entry.style === style).flatMap((entry) => entry.lots);
  return cut({ lots, bundleSize, parts: [], firstNumber: 1 }).map(
    ({ size, colour, shade, pieces }) => ({ size, colour, shade, pieces }),
  );
}
