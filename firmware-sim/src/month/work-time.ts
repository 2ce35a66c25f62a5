import type { Span } from "./month.ts";

/** Time in which somebody works; ascending spans, UTC ms. */
export interface WorkTime {
  /** The moment itself while somebody works, else the next one in which somebody does; Infinity after the last. */
  from(at: number): number;
  /** So much work later, ms; over breaks, nights and days off. */
  after(at: number, work: number): number;
}

export function createWorkTime(spans: readonly Span[]): WorkTime {
  const from = (at: number): number => {
    const span = spans.find(({ to }) => at < to);
    return span === undefined ? Infinity : Math.max(at, span.from);
  };
  return {
    from,
    after(at, work) {
      let left = work;
      let now = from(at);
      for (const span of spans) {
        if (span.to <= now) continue;
        now = Math.max(now, span.from);
        if (left < span.to - now) return now + left;
        left -= span.to - now;
        now = span.to;
      }
      return Infinity;
    },
  };
}

/** How much of a span lies in others, ms. */
export function overlap({ from, to }: Span, others: readonly Span[]): number {
  return others.reduce(
    (sum, other) => sum + Math.max(0, Math.min(to, other.to) - Math.max(from, other.from)),
    0,
  );
}
