import type { Span } from "@trame/shared";
import type { OrderStoryFact } from "../../store/orders-desk/story-facts.ts";
import type { Reports } from "./span.ts";

interface StoryAsked {
  readonly orderId: string | null;
  /** From the first moment of its first working day to the last one of its last; half open, UTC ms. */
  readonly span: Span;
}

/** All that happened to an order in a span, in the order in which it happened. */
export async function readStory(reports: Reports, asked: StoryAsked): Promise<OrderStoryFact[]> {
  const { orderId, span } = asked;
  const facts: OrderStoryFact[] = [];
  for (let after: number | null = 0; after !== null && orderId !== null; ) {
    const page: Awaited<ReturnType<Reports["readOrderStory"]>> = await reports.readOrderStory(
      orderId,
      { topic: null, after },
    );
    facts.push(...(page?.facts ?? []).filter(({ at }) => at >= span.from && at < span.to));
    after = page?.next ?? null;
  }
  return facts;
}
