import type { OrderStoryKind, Outcome } from "@trame/shared";

/** One thing that happened to an order; no person is in it. */
export interface OrderStoryFact {
  /** UTC ms. */
  readonly at: number;
  readonly kind: OrderStoryKind;
  /** Ticket of the bundle that it is about; null where it is about none, or several. */
  readonly code: string | null;
  /** Bundles that it is about. */
  readonly bundles: number;
  readonly stationId: string | null;
  readonly operation: string | null;
  readonly pieces: number | null;
  readonly outcome: Outcome | null;
  /** Of a carton. */
  readonly number: number | null;
  /** Fields of the order that changed. */
  readonly fields: readonly string[];
  /** Subcontractor, slip, reason, choice: as it was said. */
  readonly partner: string | null;
  readonly slipId: string | null;
  readonly reason: string | null;
  readonly choice: string | null;
  /** It was taken back later. */
  readonly isUndone: boolean;
}

/** A fact without what most have not. */
export function storyFact(
  fact: Pick<OrderStoryFact, "at" | "kind"> & Partial<OrderStoryFact>,
): OrderStoryFact {
  return { ...NOTHING, ...fact };
}

const NOTHING = {
  code: null,
  bundles: 0,
  stationId: null,
  operation: null,
  pieces: null,
  outcome: null,
  number: null,
  fields: [],
  partner: null,
  slipId: null,
  reason: null,
  choice: null,
  isUndone: false,
};
