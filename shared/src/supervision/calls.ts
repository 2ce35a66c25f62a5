import type { CallRow } from "./rows.ts";

/** What of a call tells how long it took; UTC ms. */
export interface CallTimes {
  readonly at: number;
  readonly takenAt: number | null;
  readonly resolvedAt: number | null;
}

const MINUTE_MS = 60_000;

/**
 * Whether nobody takes a call though its delay is over. Derived from the clock: every screen turns it to escalated at
 * the same moment, with no new fact.
 */
export function isEscalated(call: Pick<CallRow, "takenAt" | "escalatesAt">, now: number): boolean {
  return call.takenAt === null && call.escalatesAt !== null && now >= call.escalatesAt;
}

/** Whether nobody took a call within the delay, or has not yet at `now` (UTC ms): what a list of past calls tells. */
export function wasEscalated(
  { at, takenAt, resolvedAt }: CallTimes,
  { now, escalateAfterMinutes }: { readonly now: number; readonly escalateAfterMinutes: number },
): boolean {
  return (takenAt ?? resolvedAt ?? now) - at >= escalateAfterMinutes * MINUTE_MS;
}

/** Minutes from the call until somebody said that they go there; null while nobody has, or when nobody ever did. */
export function responseMinutes({ at, takenAt }: CallTimes): number | null {
  return takenAt === null ? null : minutesBetween(at, takenAt);
}

/** Minutes from when somebody went there until it was resolved; null while it is not, or when nobody took it. */
export function repairMinutes({ takenAt, resolvedAt }: CallTimes): number | null {
  return takenAt === null || resolvedAt === null ? null : minutesBetween(takenAt, resolvedAt);
}

/** A tablet without the network may tell of the first later than of the second: no time is below nothing. */
function minutesBetween(from: number, to: number): number {
  return Math.max(0, to - from) / MINUTE_MS;
}
