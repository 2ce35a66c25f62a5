import type { Operator, Order, OrderStyle, Routing, Style } from "@trame/shared";
import type { BadgedOperator } from "./operators.ts";
import type { StoredOrder } from "./orders.ts";

/** A routing before it has its version: the store gives the next one. */
export type NewRouting = Omit<Routing, "version">;

/** A style in a new order; the latest version of its routing when none is given. */
export type NewOrderStyle = Omit<OrderStyle, "routingVersion"> & {
  readonly routingVersion?: number;
};

/** An order before it has what the store gives: a number that is free, and the state `prepared`. */
export type NewOrder = Omit<Order, "number" | "state" | "styles"> & {
  readonly number?: number;
  readonly state?: "prepared" | "released" | "running";
  readonly styles: readonly NewOrderStyle[];
};

/** Somebody before they have what the store gives: an id, and a badge that was nobody's. */
export type NewOperator = Omit<Operator, "id"> & { readonly id?: string };

/** Things that are taken together or not at all. */
export interface Batch {
  readonly styles?: readonly Style[];
  readonly routings?: readonly NewRouting[];
  readonly orders?: readonly NewOrder[];
  /** Those whose id is known already are changed. */
  readonly operators?: readonly NewOperator[];
}

/** The same things as they are in the store now, in the same order. */
export interface TakenBatch {
  readonly styles: readonly Style[];
  readonly routings: readonly Routing[];
  readonly orders: readonly StoredOrder[];
  readonly operators: readonly BadgedOperator[];
}
