import { MINUTE_MS, type PlanDevice, type Span, type Timeline } from "@trame/shared";

const HEARTBEAT_MS = 15_000;
const FOREIGN_REPORT_MS = 10_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Starts of the clock hours that some windows touch, ascending, UTC ms. */
export function boardHours(timeline: Timeline, windows: readonly Span[]): number[] {
  const hours = new Set<number>();
  for (const { from, to } of windows) {
    for (let at = from; at < to; ) {
      const slot = timeline.slotAt(at);
      if (slot === null) break;
      hours.add(slot.hour);
      at = slot.to;
    }
  }
  return [...hours];
}

/** When a board read now stops being true by itself: the day turns, or another plan holds. */
export function boardUntil(timeline: Timeline, { now, day }: { now: number; day: number }): number {
  const nextPlan = timeline.versions.find((version) => version.from > now)?.from ?? Infinity;
  // Before the first plan no zone is known: the day turns in Greenwich.
  if (timeline.planAt(now) === null) return Math.min(nextPlan, (day + 1) * DAY_MS);
  for (let at = now; at < now + 2 * DAY_MS; ) {
    const slot = timeline.slotAt(at);
    if (slot === null || slot.day !== day) return Math.min(nextPlan, at);
    at = slot.to;
  }
  return Math.min(nextPlan, now + DAY_MS);
}

/** A counter silent for longer has no data: twice its heartbeat, or twice its reporting period. */
export function silentAfterMs({ make, reportEveryMs, heartbeatMs }: PlanDevice): number {
  if (make === "tasmota") return 2 * (reportEveryMs ?? FOREIGN_REPORT_MS);
  return 2 * (heartbeatMs ?? HEARTBEAT_MS);
}
