import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { BootRecord } from "./boot-record.ts";
import type { Modules } from "./modules.ts";

/** What a rebuild made of the log, beside what was there. */
export interface RebuildReport {
  readonly samples: number;
  /** SHA-256 over all folded rows, before and after. */
  readonly before: string;
  readonly after: string;
}

/** Everything that is folded from the log, in an order that does not depend on how it came about. */
const FOLDED = [
  "SELECT boot_id, seq, at FROM samples ORDER BY boot_id, seq",
  "SELECT * FROM thinned ORDER BY boot_id, from_seq",
  "SELECT boot_id, seq, at FROM events ORDER BY boot_id, seq",
  "SELECT * FROM parts ORDER BY boot_id, seq",
  "SELECT * FROM seals ORDER BY boot_id",
  "SELECT * FROM sealed_points ORDER BY boot_id, at, place_id",
  "SELECT * FROM sealed_states ORDER BY day, station_id",
  "SELECT * FROM holds ORDER BY boot_id, seq",
  "SELECT * FROM hours ORDER BY day, hour, place_id",
  "SELECT * FROM bundle_states ORDER BY bundle_id",
  "SELECT * FROM waits ORDER BY order_id, style_id, operation, since, bundle_id",
  "SELECT * FROM works ORDER BY bundle_id, operation",
  "SELECT * FROM tallies ORDER BY bundle_id, i",
  "SELECT * FROM outcomes ORDER BY bundle_id, i",
  "SELECT * FROM deductions ORDER BY bundle_id, operation",
  "SELECT * FROM resized ORDER BY bundle_id",
];

/** What was counted from samples that have gone since. */
const HOURS_OF_SEALED = `INSERT INTO hours (day, hour, place_id, pieces, stitches, trims)
  SELECT day, hour, place_id, sum(pieces), sum(stitches), sum(trims) FROM sealed_points
  WHERE day > (SELECT through_day FROM years_gone) GROUP BY day, hour, place_id`;

/** Folds the whole log again, in one transaction; the rows must come out the same, byte for byte ([S6]). */
export function rebuild(modules: Modules): RebuildReport {
  const { boots, floor, folding, inbox, live, rollups, sqlite, transact } = modules;
  transact(() => {
    inbox.settle();
    for (const id of boots.marked) folding.refold(boots.byId(id), Infinity);
    floor.folding.refoldMarked(Infinity);
  });
  const before = fingerprint(sqlite);
  transact(() => {
    rollups.beQuiet();
    sqlite.exec("DELETE FROM parts; DELETE FROM holds; DELETE FROM hours;");
    sqlite.exec(
      "DELETE FROM bundle_states; DELETE FROM waits; DELETE FROM works; DELETE FROM tallies;",
    );
    sqlite.exec("DELETE FROM outcomes; DELETE FROM deductions; DELETE FROM day_rows;");
    sqlite.exec(HOURS_OF_SEALED);
    for (const id of boots.ids()) rebuildBoot(modules, boots.byId(id));
    floor.resized.rebuild();
    floor.folding.refold(
      sqlite.prepare<[], number>("SELECT id FROM bundles ORDER BY id").pluck().all(),
    );
    floor.loose.refoldFrom(0);
    live.forget();
    floor.now.reload();
  });
  const samples = Number(
    sqlite
      .prepare(
        "SELECT (SELECT count(*) FROM samples) + (SELECT coalesce(sum(samples), 0) FROM thinned)",
      )
      .pluck()
      .get(),
  );
  const after = fingerprint(sqlite);
  if (after !== before) transact(() => touchAll(modules));
  return { samples, before, after };
}

/** Reports that were made of other rows say something else from now on. */
function touchAll({ rollups, sqlite }: Modules): void {
  for (const day of sqlite.prepare<[], number>("SELECT day FROM days").pluck().all()) {
    rollups.touchDay(day);
  }
}

function rebuildBoot({ boots, folding, redating }: Modules, record: BootRecord): void {
  redating.replay(record);
  boots.widenMark(record, 0, Number.MAX_SAFE_INTEGER);
  folding.refold(record, Infinity);
  boots.saveDating(record);
}

/** SHA-256 over all rows that are folded from the log. */
function fingerprint(sqlite: Database): string {
  const hash = createHash("sha256");
  for (const query of FOLDED) {
    for (const row of sqlite.prepare(query).raw().iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest("hex");
}
