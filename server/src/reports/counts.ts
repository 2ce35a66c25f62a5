import {
  attendedByBadges,
  attendedByPlans,
  createTimeline,
  type DayNumber,
  earnedMinutes,
  efficiency,
  formatDay,
  plansOfDay,
  rosterOf,
} from "@trame/shared";
import type { DayCell, DayRead } from "../store/day-read.ts";
import { formatHour } from "./clock-hour.ts";

/** What a working day has counted: lines with their efficiency, stations with their hours. */
export interface Counts {
  /** YYYY-MM-DD */
  day: string;
  lines: LineCount[];
  stations: StationCount[];
}

interface LineCount {
  lineId: string;
  /** Output: what left the stations of the last operation. */
  pieces: number;
  earnedMinutes: number;
  attendedMinutes: number;
  /** Earned over attended; null while nobody has attended. */
  efficiency: number | null;
}

interface StationCount {
  stationId: string;
  pieces: number;
  stitches: number;
  trims: number;
  /** Clock hours that hold pieces, ascending. */
  hours: { hour: string; pieces: number }[];
}

/** The day and the moment at which it is looked at; UTC ms. */
export interface DayMoment {
  readonly day: DayNumber;
  readonly now: number;
}

/**
 * The counts of a working day: the lines and stations of the plans in force on it, in their order, then any other
 * that holds pieces ([X1]).
 */
export function createCounts(
  { cells, isGrouped = false, plans, presences }: DayRead,
  { day, now }: DayMoment,
): Counts {
  const stretches = plansOfDay(plans, day);
  const windows = createTimeline(plans).windowsOf(day);
  const roster = rosterOf(stretches);
  const lineIds = new Set([...roster.keys(), ...cells.map(({ lineId }) => lineId)]);
  const stationIds = new Set([
    ...(isGrouped ? [] : [...roster.values()].flatMap((ids) => [...ids])),
    ...cells.map(({ stationId }) => stationId),
  ]);
  const byLine = Map.groupBy(cells, ({ lineId }) => lineId);
  const byStation = Map.groupBy(cells, ({ stationId }) => stationId);
  return {
    day: formatDay(day),
    lines: [...lineIds].map((lineId) => {
      const own = byLine.get(lineId) ?? [];
      const earned = earnedMinutes(own);
      const attended =
        attendedByBadges(lineId, { presences, stretches }, { now, windows }) ??
        attendedByPlans(lineId, stretches, { now, windows });
      return {
        lineId,
        pieces: total(
          own.filter(({ isOutput }) => isOutput),
          "pieces",
        ),
        earnedMinutes: earned,
        attendedMinutes: attended,
        efficiency: efficiency(earned, attended),
      };
    }),
    stations: [...stationIds].map((stationId) => {
      const own = byStation.get(stationId) ?? [];
      return {
        stationId,
        pieces: total(own, "pieces"),
        stitches: total(own, "stitches"),
        trims: total(own, "trims"),
        hours: [...Map.groupBy(own, ({ hour }) => hour)]
          .map(([hour, parts]) => ({
            hour: formatHour(hour, plans),
            pieces: total(parts, "pieces"),
          }))
          .filter(({ pieces }) => pieces !== 0),
      };
    }),
  };
}

/** Sums a count over some cells. */
export function total(cells: readonly DayCell[], of: "pieces" | "stitches" | "trims"): number {
  return cells.reduce((sum, cell) => sum + cell[of], 0);
}
