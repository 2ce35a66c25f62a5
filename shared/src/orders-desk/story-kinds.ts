/** What an order's story tells, by what a person looks for. */
export const ORDER_STORY_TOPICS = [
  "order",
  "cut",
  "bundles",
  "outside",
  "settled",
  "packed",
] as const;

export type OrderStoryTopic = (typeof ORDER_STORY_TOPICS)[number];

/** Each kind of fact with its topic. */
export const ORDER_STORY_KINDS = {
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
} as const satisfies Record<string, OrderStoryTopic>;

export type OrderStoryKind = keyof typeof ORDER_STORY_KINDS;
