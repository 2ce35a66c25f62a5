import type { Database } from "better-sqlite3";

/** Bundles whose size at cutting was corrected. */
export interface Resized {
  /** Something was said of the size of some bundles, or taken back. */
  follow(bundleIds: readonly number[]): void;
  /** Makes all of them again from the log. */
  rebuild(): void;
}

/** Keeps what the latest correction in force says of a bundle's size ([JO6]). */
export function createResized(sqlite: Database): Resized {
  const clear = sqlite.prepare("DELETE FROM resized WHERE bundle_id = ?");
  const insert = sqlite.prepare(
    `INSERT INTO resized (bundle_id, pieces)
     SELECT x.bundle_id, m.body ->> '$.to.pieces'
     FROM act_bundles x JOIN acts m ON m.n = x.n JOIN acts c ON c.key = m.about
     WHERE x.bundle_id = ? AND m.kind = 'amend' AND m.state = 'accepted' AND c.kind = 'cut'
       AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.about = m.key AND u.kind = 'undo' AND u.state = 'accepted')
     ORDER BY m.n DESC LIMIT 1`,
  );
  function follow(bundleIds: readonly number[]): void {
    for (const id of bundleIds) {
      clear.run(id);
      insert.run(id);
    }
  }

  return {
    follow,
    rebuild() {
      sqlite.exec("DELETE FROM resized");
      const named = sqlite.prepare<[], number>(
        `SELECT DISTINCT x.bundle_id FROM acts m JOIN act_bundles x ON x.n = m.n
         WHERE m.kind = 'amend' AND m.state = 'accepted' ORDER BY 1`,
      );
      follow(named.pluck().all());
    },
  };
}
