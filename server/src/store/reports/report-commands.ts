import type { DayNumber } from "@trame/shared";
import type { Modules } from "../modules.ts";
import { BODY_SHAPE } from "./body-shape.ts";

/** Names of the commands, which the writer's thread answers. */
export const REPORT_COMMANDS: readonly (keyof ReturnType<typeof createReportCommands>)[] = [
  "keepDay",
  "endDays",
];

/** What a day came to, as it was read. */
export interface KeptDay {
  readonly day: DayNumber;
  /** Of the day when it was read: what changed since makes it stale. */
  readonly clock: number;
  /** `DayBody` as JSON. */
  readonly body: string;
}

/** What reports put by, and what time alone changes of them. */
export function createReportCommands({
  progress,
  rollups,
  sqlite,
  stretches,
  transact,
}: Pick<Modules, "progress" | "rollups" | "sqlite" | "stretches" | "transact">) {
  const keep = sqlite.prepare(
    "INSERT OR REPLACE INTO day_rows (day, clock, shape, body) VALUES (?, ?, ?, ?)",
  );
  const latest = sqlite.prepare<[number], { day: number; changedAt: number }>(
    "SELECT day, changed_at AS changedAt FROM days WHERE day <= ? ORDER BY day DESC LIMIT 10",
  );

  /** Days whose work is over, and of which nothing has happened since. */
  function endedBy(now: number): number[] {
    return latest
      .all(stretches.slotAt(now).day)
      .filter(({ day, changedAt }) => {
        const end = stretches.timeline.windowsOf(day).at(-1)?.to ?? now;
        return changedAt < end && end <= now;
      })
      .map(({ day }) => day);
  }

  return {
    /** Keeps what a day that is over came to, so that a month is read and not computed ([RP9]). */
    keepDay: ({ day, clock, body }: KeptDay): void =>
      transact(() => void keep.run(day, clock, BODY_SHAPE, body)),
    /** The work of some days is over: until then minutes went by that nothing else told of ([RP8]). */
    endDays(now = progress.passing()): void {
      progress.tell(now);
      const days = endedBy(now);
      if (days.length === 0) return;
      transact(() => {
        for (const day of days) rollups.touchDay(day);
      });
    },
  };
}
