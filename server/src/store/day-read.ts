import type { DayNumber, Plan, PlanVersion } from "@trame/shared";
import { and, asc, eq, gte, lt, lte, max, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { days, hours, places, plans } from "./schema.ts";

/** One cell of the rollup with its place: what reports are made from. */
export interface DayCell {
  readonly hour: number;
  readonly lineId: string;
  readonly stationId: string;
  readonly operation: string;
  readonly standardMinutes: number;
  readonly isOutput: boolean;
  readonly pieces: number;
  readonly stitches: number;
  readonly trims: number;
}

/** A working day as it stands: all of it from one snapshot of the store. */
export interface DayRead {
  /** The clock of the last write that changed the day; 0 when nothing ever did. */
  readonly clock: number;
  /** Ascending by hour, line, station, operation. */
  readonly cells: readonly DayCell[];
  /** The plans that can concern the day, without secrets, ascending. */
  readonly plans: readonly PlanVersion[];
}

const DAY_MS = 86_400_000;

/** Reads a working day and what gives its counts their meaning. */
export function readDay(orm: BetterSQLite3Database, day: DayNumber): DayRead {
  return orm.transaction(() => {
    const clock = orm.select({ clock: days.clock }).from(days).where(eq(days.day, day)).get();
    return { clock: clock?.clock ?? 0, cells: readCells(orm, day), plans: readPlans(orm, day) };
  });
}

function readCells(orm: BetterSQLite3Database, day: DayNumber): DayCell[] {
  return orm
    .select({
      hour: hours.hour,
      lineId: places.lineId,
      stationId: places.stationId,
      operation: places.operation,
      standardMinutes: places.standardMinutes,
      isOutput: places.isOutput,
      pieces: hours.pieces,
      stitches: hours.stitches,
      trims: hours.trims,
    })
    .from(hours)
    .innerJoin(places, eq(places.id, hours.placeId))
    .where(eq(hours.day, day))
    .orderBy(asc(hours.hour), asc(places.lineId), asc(places.stationId), asc(places.operation))
    .all();
}

/** In any zone a working day lies between the day before and three days later, a shift past midnight included. */
function readPlans(orm: BetterSQLite3Database, day: DayNumber): PlanVersion[] {
  const [earliest, latest] = [(day - 1) * DAY_MS, (day + 3) * DAY_MS];
  const inForce = orm
    .select({ from: max(plans.from) })
    .from(plans)
    .where(lte(plans.from, earliest));
  return orm
    .select({ from: plans.from, body: plans.body })
    .from(plans)
    .where(and(gte(plans.from, sql`coalesce(${inForce}, ${earliest})`), lt(plans.from, latest)))
    .orderBy(asc(plans.from))
    .all()
    .map(({ from, body }) => ({ from, plan: parsePlan(body) }));
}

/** A stored plan was checked before it was stored. */
function parsePlan(body: string): Plan {
  return JSON.parse(body);
}
