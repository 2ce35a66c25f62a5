import type { OrderStoryFact } from "../../store/orders-desk/story-facts.ts";
import { startOf } from "./orders.ts";
import type { Reports } from "./span.ts";

interface StoryAsked {
  readonly orderId: string | null;
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** All that happened to an order in a span, in the order in which it happened. */
export async function readStory(reports: Reports, asked: StoryAsked): Promise<OrderStoryFact[]> {
  const { orderId, from, to, timeZone } = asked;
  const [begin, end] = [startOf(from, timeZone), startOf(to + 1, timeZone)];
  const facts: OrderStoryFact[] = [];
  for (let after: number | null = 0; after !== null && orderId !== null; ) {
    const page: Awaited<ReturnType<Reports["readOrderStory"]>> = await reports.readOrderStory(
      orderId,
      { topic: null, after },
    );
    facts.push(...(page?.facts ?? []).filter(({ at }) => at >= begin && at < end));
    after = page?.next ?? null;
  }
  return facts;
}
