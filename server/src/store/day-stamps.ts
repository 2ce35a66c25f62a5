import type { Slot } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { RollupDeps } from "./rollups.ts";

/**
 * Stamps days that changed in the transaction that ends at a clock: when, and how often since the working day was over ([RP8]).
 * Days of before the store kept count have version 0, until what came before is folded again.
 */
export function createDayStamps(
  sqlite: Database,
  { progress, stretches }: RollupDeps,
): (days: ReadonlySet<number>, clock: number) => void {
  const stamp = sqlite.prepare(
    `INSERT INTO days (day, clock, changed_at, version) VALUES (@day, @clock, @now, 1 + @isOver)
     ON CONFLICT DO UPDATE SET clock = excluded.clock, changed_at = max(changed_at, excluded.changed_at),
       version = CASE WHEN version = 0 THEN 0 ELSE version + @isOver END`,
  );
  const dayOf = createToday(stretches);
  return (days, clock) => {
    const { now } = progress;
    const today = dayOf(now);
    for (const day of days) stamp.run({ day, clock, now, isOver: day < today ? 1 : 0 });
  };
}

/** The working day of a moment; the same hour is asked for a thousand times. */
function createToday(stretches: RollupDeps["stretches"]): (now: number) => number {
  let slot: Slot | null = null;
  let { timeline } = stretches;
  return (now) => {
    const isKnown = slot !== null && slot.from <= now && now < slot.to;
    if (slot === null || !isKnown || timeline !== stretches.timeline) slot = stretches.slotAt(now);
    timeline = stretches.timeline;
    return slot.day;
  };
}
