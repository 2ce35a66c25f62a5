import { mergeSpans, type Span, type Timeline } from "@trame/shared";

const DAY_MS = 86_400_000;

/** The moments of a working day, whether work goes on in them or not ([K3] to [K5]); one span as a rule. */
export function daySpans(timeline: Timeline, day: number): Span[] {
  const spans: Span[] = [];
  for (let at = (day - 1) * DAY_MS; at < (day + 3) * DAY_MS; ) {
    const slot = timeline.slotAt(at) ?? utcDay(at);
    if (slot.day === day) spans.push({ from: slot.from, to: slot.to });
    at = slot.to;
  }
  return mergeSpans(spans);
}

/** Before the first plan no zone is known. */
function utcDay(at: number): Span & { readonly day: number } {
  const day = Math.floor(at / DAY_MS);
  return { day, from: day * DAY_MS, to: (day + 1) * DAY_MS };
}
