import { createTimeline, type Plan, type PlanVersion, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** The plans in the store, without secrets. */
export interface Plans {
  readTimeline(): Timeline;
  put(version: PlanVersion, recordedAt: number): void;
  /** Boots whose counters made something at or after a moment, and from which sample on. */
  affectedFrom(at: number): { bootId: number; fromSeq: number; throughSeq: number }[];
  /** Working days that hold pieces at or after a moment. */
  daysFrom(at: number): number[];
}

const DAY_MS = 86_400_000;
/** A night shift is of the day on which it began, wherever on earth. */
const DAYS_BEFORE = 3;

export function createPlans(sqlite: Database): Plans {
  const readAll = sqlite.prepare<[], { from: number; body: string }>(
    "SELECT from_ms AS 'from', body FROM plans ORDER BY from_ms",
  );
  const upsert = sqlite.prepare(
    `INSERT INTO plans (from_ms, recorded_at, body) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET recorded_at = excluded.recorded_at, body = excluded.body`,
  );
  // `at` rises with `seq` within a boot, so the last sample tells whether there is anything to look for. Boots first:
  // SQLite would read all samples for those that are late enough, and look for their boots.
  const boots = sqlite.prepare<[number], { bootId: number; throughSeq: number }>(
    `SELECT b.id AS bootId, s.seq AS throughSeq FROM boots b CROSS JOIN samples s ON s.boot_id = b.id
       AND s.seq = (SELECT max(seq) FROM samples WHERE boot_id = b.id)
     WHERE s.at >= ?`,
  );
  const firstFrom = sqlite
    .prepare<[number, number], number>("SELECT min(seq) FROM samples WHERE boot_id = ? AND at >= ?")
    .pluck();
  const days = sqlite
    .prepare<{ at: number; day: number }, number>(
      "SELECT DISTINCT day FROM hours WHERE day >= @day AND hour >= @at - 3600000",
    )
    .pluck();
  return {
    readTimeline: () =>
      createTimeline(readAll.all().map(({ from, body }) => ({ from, plan: parsePlan(body) }))),
    put({ from, plan }, recordedAt) {
      const devices = plan.devices.map(({ secret: _, ...device }) => device);
      upsert.run(from, recordedAt, JSON.stringify({ ...plan, devices }));
    },
    affectedFrom: (at) =>
      boots.all(at).map(({ bootId, throughSeq }) => ({
        bootId,
        fromSeq: firstFrom.get(bootId, at) ?? throughSeq,
        throughSeq,
      })),
    daysFrom: (at) => days.all({ at, day: Math.floor(at / DAY_MS) - DAYS_BEFORE }),
  };
}

/** A stored plan was checked before it was stored. */
function parsePlan(body: string): Plan {
  return JSON.parse(body);
}
