import type { Database } from "better-sqlite3";
import type { Inbox } from "../inbox.ts";
import type { Taken } from "./purge.ts";
import type { YearsBorder } from "./years-border.ts";

/** Boots of counters that ended long ago, with what had been reached by then; within a transaction. */
export interface OldBoots {
  /** Takes some away; null when none is left. */
  take(border: YearsBorder): Taken | null;
  left(border: YearsBorder): number;
}

const AT_ONCE = 200;
/** What else is kept of a boot keeps it: pieces, events, what was withheld, what is to be folded again. */
const HOLDING = ["samples", "parts", "thinned", "events", "holds", "marks", "sealed_points"];
const WITH_IT = ["refolds", "thinning", "seals"];

/** The last boot of each counter stays: by it a counter is known, and the next one is told from it. */
const IS_OLD = `s.at < @at AND s.received < @at
  ${HOLDING.map((table) => `AND NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.boot_id = s.boot_id)`).join("\n")}
  AND EXISTS (SELECT 1 FROM boots b JOIN boots later ON later.device_id = b.device_id
    AND later.counter = b.counter AND later.id > b.id WHERE b.id = s.boot_id)`;

export function createOldBoots(sqlite: Database, inbox: Pick<Inbox, "settle">): OldBoots {
  const find = sqlite
    .prepare<[YearsBorder & { readonly most: number }], number>(
      `SELECT s.boot_id FROM seals s WHERE ${IS_OLD} LIMIT @most`,
    )
    .pluck();
  const count = sqlite
    .prepare<[YearsBorder], number>(`SELECT count(*) FROM seals s WHERE ${IS_OLD}`)
    .pluck();
  const drops = WITH_IT.map((table) =>
    sqlite.prepare<[number]>(`DELETE FROM ${table} WHERE boot_id = ?`),
  );
  const dropBoot = sqlite.prepare<[number]>("DELETE FROM boots WHERE id = ?");

  return {
    take(border) {
      const asked = { ...border, most: AT_ONCE };
      // A sample that came late may wait to be moved to where it is looked for.
      for (const id of find.all(asked)) inbox.settle(id);
      const old = find.all(asked);
      for (const id of old) {
        for (const drop of drops) drop.run(id);
        dropBoot.run(id);
      }
      return old.length === 0 ? null : { boots: old.length };
    },
    left: (border) => count.get(border) ?? 0,
  };
}
