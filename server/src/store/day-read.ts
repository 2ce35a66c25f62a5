import {
  createTimeline,
  type DayNumber,
  type Plan,
  type PlanVersion,
  type Presence,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { breathe } from "../give-way.ts";
import { around, createPresenceRead } from "./retention/presence-read.ts";

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

/** SQLite knows no booleans. */
type CellRow = Omit<DayCell, "isOutput"> & { readonly isOutput: number };

/** A working day as it stands: all of it from one snapshot of the store. */
export interface DayRead {
  /** The clock of the last write that changed the day; 0 when nothing ever did. */
  readonly clock: number;
  /** Cells are told under groups of stations, which stand where a station does. */
  readonly isGrouped?: boolean;
  /** Ascending by hour, line, station, operation. */
  readonly cells: readonly DayCell[];
  /** The plans that can concern the day, without secrets, ascending. */
  readonly plans: readonly PlanVersion[];
  /** How many were at which station, from badge in to badge out or to when they are taken to have left; those that can concern the day. */
  readonly presences: readonly Presence[];
}

/** Reads working days, each with what gives its counts their meaning. */
export function createDayReader(sqlite: Database): (day: DayNumber) => DayRead {
  const clock = sqlite.prepare<[number], number>("SELECT clock FROM days WHERE day = ?").pluck();
  const cells = sqlite.prepare<[number], CellRow>(
    `SELECT h.hour, p.line_id AS lineId, p.station_id AS stationId, p.operation,
            p.standard_minutes AS standardMinutes, p.is_output AS isOutput,
            h.pieces, h.stitches, h.trims
     FROM hours h JOIN places p ON p.id = h.place_id
     WHERE h.day = ? ORDER BY h.hour, p.line_id, p.station_id, p.operation, p.id`,
  );
  const plans = sqlite.prepare<
    { earliest: number; latest: number },
    { from: number; body: string }
  >(
    `SELECT from_ms AS "from", body FROM plans
     WHERE from_ms < @latest AND from_ms >=
       coalesce((SELECT max(from_ms) FROM plans WHERE from_ms <= @earliest), @earliest)
     ORDER BY from_ms`,
  );
  const readPresences = createPresenceRead(sqlite);
  return sqlite.transaction((day: DayNumber) => {
    const span = around(day);
    const versions = plans.all(span).map(({ from, body }) => ({ from, plan: parsePlan(body) }));
    const timeline = createTimeline(versions);
    return {
      clock: clock.get(day) ?? 0,
      cells: Array.from(cells.iterate(day), toCell),
      plans: versions,
      presences: readPresences(day, timeline),
    };
  });
}

function toCell(row: CellRow): DayCell {
  breathe();
  return { ...row, isOutput: row.isOutput === 1 };
}

/** A stored plan was checked before it was stored. */
function parsePlan(body: string): Plan {
  return JSON.parse(body);
}
