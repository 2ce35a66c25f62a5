import type {
  CartonContent,
  CartonStock,
  LearningCurve,
  OperationQueue,
  OrderDelay,
  OrderForecast,
  OrderMinutes,
  OrderState,
  OrderStoryKind,
  Outcome,
  Words,
} from "@trame/shared";
import type { OrderProgress } from "./rows.ts";

/** An order at a glance, as the server tells it. */
export interface OrderGlance {
  readonly id: string;
  readonly customer: string;
  readonly reference: string | null;
  readonly dueOn: string;
  readonly state: OrderState;
  readonly styles: readonly { readonly styleId: string; readonly name: string }[];
  readonly ordered: number;
  readonly cut: number;
  readonly good: number;
  readonly bundles: number;
  readonly kits: OrderProgress["kits"];
  readonly forecast: OrderForecast;
  readonly daysLate: number | null;
  readonly delay: OrderDelay | null;
  readonly delayLabel: Words | null;
}

/** What waits for an operation. */
export interface QueueRow extends OperationQueue {
  readonly bundles: number;
}

/** One order at a glance, with what waits for its operations. */
export interface OneGlance extends OrderGlance {
  readonly queues: readonly QueueRow[];
}

/** A carton of an order. */
export interface CartonRow {
  readonly number: number;
  readonly packedAt: number;
  readonly openedAt: number | null;
  readonly content: CartonContent;
}

/** The cartons of an order, and what there is to put into more. */
export interface CartonRows {
  readonly stock: CartonStock;
  readonly cartons: readonly CartonRow[];
}

/** One thing that happened to an order. */
export interface OrderFact {
  readonly at: number;
  readonly kind: OrderStoryKind;
  readonly code: string | null;
  readonly bundles: number;
  readonly stationId: string | null;
  readonly operation: string | null;
  readonly pieces: number | null;
  readonly outcome: Outcome | null;
  readonly number: number | null;
  readonly fields: readonly string[];
  readonly partner: string | null;
  readonly slipId: string | null;
  readonly reason: string | null;
  readonly choice: string | null;
  readonly isUndone: boolean;
}

/** A page of an order's story. */
export interface OrderStoryPage {
  readonly facts: readonly OrderFact[];
  readonly total: number;
  readonly next: number | null;
}

/** Minutes of an order, as `GET /orders/:id/minutes` tells them. */
export type OrderMinutesRow = OrderMinutes;

/** How a style is learnt, as `GET /styles/:id/learning` tells it. */
export type LearningRow = LearningCurve;
