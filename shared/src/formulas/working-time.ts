import type { Span } from "../board/board.ts";

/** A moment of a working day, as every formula takes it: pure, so the clock and the calendar are given. */
export interface Moment {
  /** UTC ms. */
  readonly now: number;
  /** Working time of the day with breaks removed, ascending, apart from each other. */
  readonly windows: readonly Span[];
}

const MINUTE_MS = 60_000;

/** Working minutes between two moments (“working minutes elapsed”): breaks count nothing. */
export function workedMinutes(windows: readonly Span[], span: Span): number {
  let ms = 0;
  for (const { from, to } of windows) {
    ms += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
  }
  return ms / MINUTE_MS;
}

/** Working minutes of the day until now. */
export function elapsedMinutes({ now, windows }: Moment): number {
  return workedMinutes(windows, { from: Number.NEGATIVE_INFINITY, to: now });
}

/** Working minutes of the whole day. */
export function dayMinutes(windows: readonly Span[]): number {
  return workedMinutes(windows, {
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
  });
}

/** Whether a moment is working time. Windows are half open: their end already is not. */
export function isWorkingAt(windows: readonly Span[], at: number): boolean {
  return windows.some(({ from, to }) => from <= at && at < to);
}

/**
 * The moment since when `minutes` working minutes have passed, UTC ms;
 * the start of the day when fewer have, null when none has.
 */
export function startOfLast(minutes: number, { now, windows }: Moment): number | null {
  let leftMs = minutes * MINUTE_MS;
  let start: number | null = null;
  for (const { from, to } of windows.toReversed()) {
    const end = Math.min(to, now);
    if (end <= from) continue;
    start = Math.max(from, end - leftMs);
    leftMs -= end - start;
    if (leftMs <= 0) return start;
  }
  return start;
}

/**
 * The moment at which `minutes` more working minutes will have passed, UTC ms; breaks are skipped. What the day
 * cannot hold runs on past its end, as if everybody stayed. null when the working day is already over.
 */
export function endOfNext(minutes: number, { now, windows }: Moment): number | null {
  let leftMs = minutes * MINUTE_MS;
  let end: number | null = null;
  for (const { from, to } of windows) {
    if (to <= now) continue;
    const start = Math.max(from, now);
    if (leftMs <= to - start) return start + leftMs;
    leftMs -= to - start;
    end = to;
  }
  return end === null ? null : end + leftMs;
}
