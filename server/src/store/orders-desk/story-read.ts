import { ORDER_STORY_KINDS, type OrderStoryTopic } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { StoredOrder } from "../catalogue/orders.ts";
import { createStationFigures } from "../privacy/figure-mask.ts";
import { createStoryActs } from "./story-acts.ts";
import { type OrderStoryFact, storyFact } from "./story-facts.ts";
import { createStoryParts } from "./story-parts.ts";

/** Which part of a story is asked for. */
export interface OrderStoryAsked {
  /** null: all of it. */
  readonly topic: OrderStoryTopic | null;
  /** Facts that the pages before held. */
  readonly after: number;
}

/** A page of an order's story. */
export interface OrderStory {
  /** In the order in which they happened. */
  readonly facts: readonly OrderStoryFact[];
  readonly total: number;
  /** Given back as `after` for the next page; null at the end. */
  readonly next: number | null;
}

const PAGE = 100;

/** Reads the whole story of an order by pages ([OD9]); null when there is none. */
export function createOrderStory(
  sqlite: Database,
  { readOrder }: { readonly readOrder: (id: string) => StoredOrder | null },
) {
  const actFacts = createStoryActs(sqlite);
  const parts = createStoryParts(sqlite);
  const areStationsTold = createStationFigures(sqlite);

  function factsOf(stored: StoredOrder): OrderStoryFact[] {
    const { id, givenAt, closedAt } = stored;
    const said = parts.changes(id);
    const isTold = (kind: OrderStoryFact["kind"]) => said.some((fact) => fact.kind === kind);
    return [
      // What was given or closed before changes were kept.
      ...(isTold("given") ? [] : [storyFact({ at: givenAt, kind: "given" })]),
      ...said,
      ...actFacts(id),
      ...parts.milestones(stored),
      ...parts.packed(id),
      ...(closedAt === null || isTold("closed")
        ? []
        : [storyFact({ at: closedAt, kind: "closed" })]),
    ].toSorted((a, b) => a.at - b.at);
  }

  return sqlite.transaction((id: string, { topic, after }: OrderStoryAsked): OrderStory | null => {
    const stored = readOrder(id);
    if (stored === null) return null;
    const all = factsOf(stored).filter(
      ({ kind }) => topic === null || ORDER_STORY_KINDS[kind] === topic,
    );
    const end = after + PAGE;
    const page = all.slice(after, end);
    return {
      // An order's bundles, added up, are what each station made ([PR7]).
      facts: areStationsTold() ? page : page.map((fact) => ({ ...fact, stationId: null })),
      total: all.length,
      next: end < all.length ? end : null,
    };
  });
}
