import type { Database } from "better-sqlite3";

/** Bundles of an order, each in one of these; a part is a bundle of its own. */
export interface BundleCounts {
  /** Work on it has not begun or waits for the next operation. */
  readonly waiting: number;
  /** Under the needle. */
  readonly open: number;
  /** At a subcontractor's. */
  readonly outside: number;
  /** Nothing of it is in progress but pieces in repair. */
  readonly inRepair: number;
  /** Nothing of it is on the way: it is finished, or goes on in another bundle. */
  readonly out: number;
  /** Of all of these, those with a conflict that nobody has settled. */
  readonly inConflict: number;
}

export function createBundleCounts(sqlite: Database): (orderId: string) => BundleCounts {
  const counts = sqlite.prepare<[string], { -readonly [Key in keyof BundleCounts]: number | null }>(
    `SELECT sum(place = 'waiting') AS waiting, sum(place = 'open') AS open, sum(place = 'outside') AS outside,
            sum(place = 'in-repair') AS inRepair, sum(place = 'out') AS "out", sum(hasConflict) AS inConflict
     FROM (SELECT coalesce(s.has_conflict, 0) AS hasConflict,
             CASE WHEN s.bundle_id IS NULL THEN 'waiting' WHEN s.is_open = 0 THEN 'out'
               WHEN s.in_progress = 0 THEN 'in-repair' WHEN s.outside IS NOT NULL THEN 'outside'
               WHEN s.open_station IS NOT NULL THEN 'open' ELSE 'waiting' END AS place
           FROM bundles b LEFT JOIN bundle_states s ON s.bundle_id = b.id WHERE b.order_id = ?)`,
  );
  return (orderId) => {
    const row = counts.get(orderId);
    return {
      waiting: row?.waiting ?? 0,
      open: row?.open ?? 0,
      outside: row?.outside ?? 0,
      inRepair: row?.inRepair ?? 0,
      out: row?.out ?? 0,
      inConflict: row?.inConflict ?? 0,
    };
  };
}
