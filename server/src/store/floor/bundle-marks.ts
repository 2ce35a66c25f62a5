import type { Database } from "better-sqlite3";

/** Bundles whose family waits to be folded again; kept in the store, so that a restart goes on with them ([Y7]). */
export interface BundleMarks {
  add(bundleIds: readonly number[]): void;
  /** All that acts from an arrival number on are about. */
  addFrom(n: number): void;
  /** Those of the acts that were made of events of a boot. */
  addOfBoot(bootId: number): void;
  remove(bundleIds: Iterable<number>): void;
  /** One that waits; null when none does. */
  next(): number | null;
  readonly size: number;
  /** After a rollback: counts again. */
  reload(): void;
}

export function createBundleMarks(sqlite: Database): BundleMarks {
  const insert = sqlite.prepare("INSERT OR IGNORE INTO bundle_marks (bundle_id) VALUES (?)");
  const insertFrom = sqlite.prepare(
    `INSERT OR IGNORE INTO bundle_marks
     SELECT b.bundle_id FROM act_bundles b JOIN acts a ON a.n = b.n
     WHERE b.n >= ? AND a.state = 'accepted'`,
  );
  const insertOfBoot = sqlite.prepare(
    `INSERT OR IGNORE INTO bundle_marks
     SELECT b.bundle_id FROM acts a JOIN act_bundles b ON b.n = a.n WHERE a.boot_id = ?`,
  );
  const remove = sqlite.prepare("DELETE FROM bundle_marks WHERE bundle_id = ?");
  const first = sqlite
    .prepare<[], number>("SELECT bundle_id FROM bundle_marks ORDER BY bundle_id LIMIT 1")
    .pluck();
  const count = sqlite.prepare<[], number>("SELECT count(*) FROM bundle_marks").pluck();
  let size = count.get() ?? 0;

  return {
    add(bundleIds) {
      for (const id of bundleIds) size += insert.run(id).changes;
    },
    addFrom(n) {
      size += insertFrom.run(n).changes;
    },
    addOfBoot(bootId) {
      size += insertOfBoot.run(bootId).changes;
    },
    remove(bundleIds) {
      if (size === 0) return;
      for (const id of bundleIds) size -= remove.run(id).changes;
    },
    next: () => (size === 0 ? null : (first.get() ?? null)),
    get size() {
      return size;
    },
    reload() {
      size = count.get() ?? 0;
    },
  };
}
