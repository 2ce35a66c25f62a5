import { endsOf } from "../orders/graph.ts";
import type { Place } from "../plan/timeline.ts";
import type { DayFacts, Goods } from "./day-facts.ts";

/** Where pieces and minutes are booked: a place, and what was sewn there. */
export interface Account {
  /** null: outside, or at no station. */
  readonly place: Place | null;
  /** null: no bundle explains them. */
  readonly goods: Goods | null;
  /** Of the operation in the routing; null without one. */
  readonly code: string | null;
}

/** Its pieces are past the last operation of their order; without an order past that of the line. */
export function isLastOf(routingOf: DayFacts["routingOf"], { place, goods, code }: Account) {
  const routing = goods === null ? null : routingOf(goods);
  if (routing === null) return place?.isOutput ?? false;
  return code !== null && endsOf(routing.operations).at(-1)?.code === code;
}

/** What its operation is called: as the plan of the time, or else the routing, names it. */
export function operationOf(routingOf: DayFacts["routingOf"], { place, goods, code }: Account) {
  const routing = goods === null ? null : routingOf(goods);
  const done = routing?.operations.find((operation) => operation.code === code);
  return place?.operation ?? done?.label.fr ?? code;
}

/** The same for accounts that are one; in this order they are listed. */
export function accountKey({ place, goods, code }: Account): string {
  return `${placeKey(place)} ${goodsKey(goods)} ${JSON.stringify(code)}`;
}

export function placeKey(place: Place | null): string {
  if (place === null) return "";
  const { lineId, stationId, operation, standardMinutes, isOutput } = place;
  return JSON.stringify([lineId, stationId, operation, standardMinutes, isOutput]);
}

export function goodsKey(goods: Goods | null): string {
  if (goods === null) return "";
  const { orderId, styleId, size, colour } = goods;
  return JSON.stringify([orderId, styleId, size, colour]);
}

/** An order that no language and no machine changes. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
