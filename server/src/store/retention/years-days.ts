import { isNumberTaken } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { addTaken, type Taken } from "./purge.ts";
import type { YearsBorder } from "./years-border.ts";
import { DATED_TABLES } from "./years-tables.ts";

/** What is kept by working day; within a transaction. */
export interface OldDays {
  /** Takes the oldest day away; null when none is left. */
  take(border: YearsBorder): Taken | null;
  /** What is kept by the moment, and numbers of orders that have rested. */
  takeRest(border: YearsBorder, now: number): Taken;
  left(border: YearsBorder): Taken;
}

const HEADS = "head_changes";
/** Of who came before the border and left after it more is to be told: all of a date at a station goes once none is like that. */
const OLD_HEADS = `FROM ${HEADS} AS h WHERE h.day < @day AND NOT EXISTS (
  SELECT 1 FROM ${HEADS} o WHERE o.day = h.day AND o.station_id = h.station_id AND o.at > @at)`;

export function createOldDays(sqlite: Database): OldDays {
  const days = DATED_TABLES.filter(({ of }) => of === "day").map(({ table }) => table);
  const oldest = sqlite
    .prepare<[YearsBorder], number | null>(
      `SELECT min(day) FROM (${days.map((table) => `SELECT min(day) AS day FROM ${table}`).join(" UNION ALL ")})
       WHERE day < @day`,
    )
    .pluck();
  const dropDay = days.map((table) => ({
    table,
    drop: sqlite.prepare<[number]>(`DELETE FROM ${table} WHERE day = ?`),
  }));
  const old = DATED_TABLES.map(({ table, column, of }) => ({
    table,
    from: `FROM ${table} WHERE ${column} < ${of === "day" ? "@day" : "@at"}`,
  })).concat({ table: HEADS, from: OLD_HEADS });
  const counts = old.map(({ table, from }) => ({
    table,
    count: sqlite.prepare<[YearsBorder], number>(`SELECT count(*) ${from}`).pluck(),
  }));
  const drops = old.map(({ table, from }) => ({
    table,
    drop: sqlite.prepare<[YearsBorder]>(`DELETE ${from}`),
  }));
  const resting = sqlite.prepare<[], { number: number; closedAt: number }>(
    "SELECT number, closed_at AS closedAt FROM resting_numbers",
  );
  const wake = sqlite.prepare("DELETE FROM resting_numbers WHERE number = ? AND closed_at = ?");

  return {
    take(border) {
      const day = oldest.get(border);
      if (typeof day !== "number") return null;
      const taken = dropDay.map(({ table, drop }) => ({ [table]: drop.run(day).changes }));
      return taken.reduce<Taken>(addTaken, {});
    },
    takeRest(border, now) {
      for (const { number, closedAt } of resting.all()) {
        const use = { number, givenAt: closedAt, closedAt };
        if (!isNumberTaken(use, now)) wake.run(number, closedAt);
      }
      const taken = drops.map(({ table, drop }) => ({ [table]: drop.run(border).changes }));
      return taken.reduce<Taken>(addTaken, {});
    },
    left: (border) =>
      counts
        .map(({ table, count }) => ({ [table]: count.get(border) ?? 0 }))
        .reduce<Taken>(addTaken, {}),
  };
}
