import {
  createTimeline,
  type DayTarget,
  formatDay,
  type HourRow,
  hourByHour,
  type OffStandard,
  offStandardMinutes,
  stopsWithin,
  targetOfDay,
} from "@trame/shared";
import type { DayCell } from "../store/day-read.ts";
import type { StopRead } from "../store/supervision/stop-read.ts";
import type { LineGarment, LinePeople } from "../store/supervision/target-basis.ts";
import type { TargetsRead } from "../store/supervision/target-read.ts";

/** The targets of a day, line by line, and hour by hour what came of them. */
export interface Targets {
  /** YYYY-MM-DD */
  day: string;
  lines: LineTarget[];
}

export interface LineTarget extends DayTarget {
  lineId: string;
  name: string;
  people: LinePeople;
  garment: LineGarment | null;
  hours: TargetHour[];
}

export interface TargetHour extends HourRow {
  /** Stops within the hour by cause, most minutes first: why it fell short. */
  short: Short[];
}

export interface Short extends Omit<OffStandard, "count"> {
  stationIds: string[];
}

const HOUR_MS = 3_600_000;

/**
 * Puts together what a day's targets and hours came to ([F21] to [F23]).
 * @param now UTC ms
 */
export function createTargets(read: TargetsRead, now: number): Targets {
  const { day, lines } = read;
  return { day: formatDay(day), lines: lines.map((basis) => lineTarget(basis, read, now)) };
}

function lineTarget(
  { line, people, garment }: TargetsRead["lines"][number],
  { day, isWorked, said, cells, plans, clockHours, stops }: TargetsRead,
  now: number,
): LineTarget {
  const target = targetOfDay(said, line, { day: formatDay(day), isWorked });
  const output = cells.filter(({ lineId, isOutput }) => isOutput && lineId === line.id);
  const own = stops.filter(({ lineId }) => lineId === line.id);
  const moment = { now, windows: createTimeline(plans).windowsOf(day) };
  const rows = hourByHour({ target: target.pieces, hours: hoursOf(output) }, clockHours, moment);
  return {
    lineId: line.id,
    name: line.name,
    ...target,
    people,
    garment,
    hours: rows.map((row) => {
      const span = { from: row.hour, to: row.hour + HOUR_MS };
      return { ...row, short: shortOf(stopsWithin(own, span, moment)) };
    }),
  };
}

function hoursOf(cells: readonly DayCell[]) {
  return [...Map.groupBy(cells, ({ hour }) => hour)]
    .map(([hour, parts]) => ({ hour, pieces: parts.reduce((sum, { pieces }) => sum + pieces, 0) }))
    .filter(({ pieces }) => pieces !== 0);
}

function shortOf(stops: readonly StopRead[]): Short[] {
  return offStandardMinutes(stops).map(({ count: _, ...why }) => {
    const own = stops.filter(({ cause }) => cause === why.cause);
    return { ...why, stationIds: [...new Set(own.map(({ stationId }) => stationId))] };
  });
}
