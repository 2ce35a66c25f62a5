import type { Database } from "better-sqlite3";
import { openReader } from "../database.ts";
import { forgetRemoved } from "./forget-in-copy.ts";

interface Removal {
  readonly digest: string;
  readonly at: number;
}

/** What comes back from a backup knows who was removed since, and forgets them too ([RT7]). */
export function carryRemovals(sqlite: Database, presentFile: string): void {
  const remember = sqlite.prepare(
    "INSERT INTO removed_people (digest, removed_at) VALUES (@digest, @at) ON CONFLICT DO NOTHING",
  );
  const removals = removalsIn(presentFile);
  // Its plans are not read for nobody: one that can't be read is told by the start that follows, and put back ([BK8]).
  if (removals.length === 0) return;
  for (const removal of removals) remember.run(removal);
  forgetRemoved(sqlite, new Set(removals.map(({ digest }) => digest)));
}

/** None in a store of a version that had no such list. */
function removalsIn(file: string): Removal[] {
  const sqlite = openReader(file);
  try {
    const has = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'removed_people'").get();
    if (has === undefined) return [];
    return sqlite
      .prepare<[], Removal>("SELECT digest, removed_at AS at FROM removed_people ORDER BY digest")
      .all();
  } finally {
    sqlite.close();
  }
}
