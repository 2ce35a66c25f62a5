import { createHash } from "node:crypto";
import { parseBadge, type Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { personTablesOf, rowsOf, SHARED_TABLE } from "./person-tables.ts";
import { rewriteTable } from "./rewrite-table.ts";
import { createRollUp } from "./roll-up.ts";
import { FORGOTTEN_BADGE } from "./stays.ts";
import { forgetUnreadBadge } from "./unread-badges.ts";

/** How many rows of each table were somebody's; a posting counts where they were in it. */
export type Forgotten = Readonly<Record<string, number>>;

/** Told apart from every other digest. */
const PURPOSE = "trame removed person ";

/** By it a person who was removed is known again in a backup of before ([RT7]). */
export function digestOf(operatorId: string): string {
  return createHash("sha256").update(`${PURPOSE}${operatorId}`).digest("hex");
}

/**
 * Takes somebody out of every table, within the transaction of whoever calls. Their stays are rolled up first, today's too, so that
 * no figure moves ([RT3]). Nothing names them afterwards.
 */
export function forgetPerson(
  sqlite: Database,
  { operatorId, timeline }: { readonly operatorId: string; readonly timeline: Timeline },
): Forgotten {
  const rollUp = createRollUp(sqlite, () => timeline);
  const forgotten: Record<string, number> = {};
  const badge = badgeOf(sqlite, operatorId);
  if (badge !== null) {
    forgotten["events"] = forgetReadings(sqlite, badge);
    forgotten["quarantine"] = forgetUnreadBadge(sqlite, badge);
  }
  forgotten[SHARED_TABLE] = forgetPostings(sqlite, operatorId);
  const stays = rollUp.ofPerson(operatorId);
  const tables = personTablesOf(sqlite);
  for (const each of tables) {
    // What knows an assignment only is found while that is there: the list begins with it, and stays are taken with their figures.
    if (each.table === "assignments") rollUp.take(stays);
    const drop = sqlite.prepare<[string]>(`DELETE FROM ${each.table} WHERE ${rowsOf(each)}`);
    forgotten[each.table] = drop.run(operatorId).changes;
  }
  forgotten["assignments"] = stays.length;
  for (const table of [...tables.map((each) => each.table), SHARED_TABLE]) {
    if ((forgotten[table] ?? 0) > 0) rewriteTable(sqlite, table);
  }
  return forgotten;
}

/** Which events are readings of a badge; as in the index and the trigger of the schema. */
export const IS_BADGE = "kind = 'scan' AND upper(substr(trim(value), 1, 1)) = 'P'";

interface Reading {
  readonly bootId: number;
  readonly seq: number;
  readonly value: string;
}

interface Posting {
  readonly lineId: string;
  readonly day: number;
  readonly body: string;
}

function forgetPostings(sqlite: Database, operatorId: string): number {
  const all = sqlite.prepare<[string], Posting>(
    `SELECT line_id AS lineId, day, body FROM postings
     WHERE EXISTS (SELECT 1 FROM json_each(body, '$.people') p WHERE p.value ->> 'operatorId' = ?)`,
  );
  const put = sqlite.prepare("UPDATE postings SET body = ? WHERE line_id = ? AND day = ?");
  const named = all.all(operatorId);
  for (const { lineId, day, body } of named) {
    const posting: { readonly people: readonly { readonly operatorId: string }[] } =
      JSON.parse(body);
    const people = posting.people.filter((person) => person.operatorId !== operatorId);
    put.run(JSON.stringify({ ...posting, people }), lineId, day);
  }
  return named.length;
}

function badgeOf(sqlite: Database, operatorId: string): number | null {
  const find = sqlite.prepare<[string], number>("SELECT badge FROM operators WHERE id = ?").pluck();
  return find.get(operatorId) ?? null;
}

/** Where a reader at a counter read their badge. */
function forgetReadings(sqlite: Database, badge: number): number {
  const readings = sqlite.prepare<[], Reading>(
    `SELECT boot_id AS bootId, seq, value FROM events INDEXED BY events_of_badges WHERE ${IS_BADGE}`,
  );
  const forget = sqlite.prepare(
    `UPDATE events SET value = '${FORGOTTEN_BADGE}' WHERE boot_id = @bootId AND seq = @seq`,
  );
  const own = readings.all().filter(({ value }) => {
    const read = parseBadge(value);
    return read.ok && read.badge === badge;
  });
  for (const { bootId, seq } of own) forget.run({ bootId, seq });
  return own.length;
}
