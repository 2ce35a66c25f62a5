import type { Database } from "better-sqlite3";
import type { Taken } from "./purge.ts";
import type { YearsBorder } from "./years-border.ts";

/** Barcodes read and buttons pressed at counters, once no act that is kept was made of them; within a transaction. */
export interface OldEvents {
  /** Takes some away; null when none is left. */
  take(border: YearsBorder): Taken | null;
  left(border: YearsBorder): number;
}

const AT_ONCE = 2_000;

/** What a boot is dated by stays: until its samples are sealed, or all of it is old. */
const IS_OLD = `e.at < @at
  AND NOT EXISTS (SELECT 1 FROM acts a WHERE a.boot_id = e.boot_id AND a.seq = e.seq)
  AND (e.n <= (SELECT s.known_n FROM seals s WHERE s.boot_id = e.boot_id) OR (
    NOT EXISTS (SELECT 1 FROM samples p WHERE p.boot_id = e.boot_id)
    AND NOT EXISTS (SELECT 1 FROM thinned t WHERE t.boot_id = e.boot_id)
    AND NOT EXISTS (SELECT 1 FROM events y WHERE y.boot_id = e.boot_id AND y.at >= @at)))`;

export function createOldEvents(sqlite: Database): OldEvents {
  const drop = sqlite.prepare<[YearsBorder & { readonly most: number }]>(
    `DELETE FROM events WHERE (boot_id, seq) IN (SELECT e.boot_id, e.seq FROM events e WHERE ${IS_OLD} LIMIT @most)`,
  );
  const count = sqlite
    .prepare<[YearsBorder], number>(`SELECT count(*) FROM events e WHERE ${IS_OLD}`)
    .pluck();
  return {
    take(border) {
      const events = drop.run({ ...border, most: AT_ONCE }).changes;
      return events === 0 ? null : { events };
    },
    left: (border) => count.get(border) ?? 0,
  };
}
