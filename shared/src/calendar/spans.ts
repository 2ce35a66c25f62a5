import type { Span } from "../board/board.ts";

/** Sorted, with what touches or overlaps joined and what is empty left out. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter((s) => s.from < s.to).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else merged.push(span);
  }
  return merged;
}

/** What is left of a span when others are cut out of it. */
export function cutSpans(span: Span, holes: readonly Span[]): Span[] {
  let rest = [span];
  for (const hole of holes) {
    // What is empty goes at once: kept, it would double with each hole.
    rest = rest
      .flatMap((piece) => [
        { from: piece.from, to: Math.min(piece.to, hole.from) },
        { from: Math.max(piece.from, hole.to), to: piece.to },
      ])
      .filter((piece) => piece.from < piece.to);
  }
  return mergeSpans(rest);
}

/** The part of a span inside a limit; null when there is none. */
export function clipSpan(span: Span, limit: Span): Span | null {
  const from = Math.max(span.from, limit.from);
  const to = Math.min(span.to, limit.to);
  return from < to ? { from, to } : null;
}
