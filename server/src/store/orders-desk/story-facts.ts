import type { Outcome } from "@trame/shared";

/** What an order's story tells, by what a person looks for. */
export const STORY_TOPICS = ["order", "cut", "bundles", "outside", "settled", "packed"] as const;

export type StoryTopic = (typeof STORY_TOPICS)[number];

/** Each kind of fact with its topic. */
export const STORY_KINDS = {
  given: "order",
  changed: "order",
  released: "order",
  prepared: "order",
  reopened: "order",
  closed: "order",
  cut: "cut",
  begun: "bundles",
  split: "bundles",
  out: "bundles",
  dispatch: "outside",
  return: "outside",
  settle: "settled",
  correction: "settled",
  amend: "settled",
  undo: "settled",
  kits: "packed",
  carton: "packed",
  "carton-opened": "packed",
} as const satisfies Record<string, StoryTopic>;

export type OrderStoryKind = keyof typeof STORY_KINDS;

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
