import {
  attendedByBadges,
  createTimeline,
  formatDay,
  minuteFigures,
  plansOfDay,
} from "@trame/shared";
import { formatShortHour } from "../../reports/clock-hour.ts";
import type { DayCell } from "../../store/day-read.ts";
import type { AttendanceFact, HourFact, StopFact } from "../facts.ts";
import { readReportDay } from "./bodies.ts";
import { type ExportSource, type ExportSpan, eachDay, type Reports } from "./span.ts";

/** Each stop of the span, in the order of days, then of the plan's stations, then of time. */
export function readStopFacts(reports: Reports, span: ExportSpan): Promise<StopFact[]> {
  return eachDay(span, async ({ day, asOf }) => {
    const asked = { day, now: asOf, lineId: span.lineId, stationId: null };
    const { stops } = await reports.readStops(asked);
    return stops.map(({ lineId, stationId, from, to, minutes, cause, class: of, origin }) => ({
      day: formatDay(day),
      ...{ lineId, stationId, from, to, minutes, cause, class: of, origin },
    }));
  });
}

/** What stations counted, by clock hour. */
export function readHourFacts(reports: Reports, span: ExportSpan): Promise<HourFact[]> {
  return eachDay(span, async ({ day }) => {
    const { cells, isGrouped = false, plans } = await reports.readDay(day);
    const own = cells.filter(({ lineId }) => span.lineId === null || lineId === span.lineId);
    return (isGrouped ? joined(own) : own).map(
      ({ hour, lineId, stationId, operation, pieces, stitches, trims }) => ({
        day: formatDay(day),
        shortHour: formatShortHour(hour, plans),
        ...{ hour, lineId, stationId, operation, pieces, stitches, trims },
      }),
    );
  });
}

/** One cell for all that is told under one name in an hour. */
function joined(cells: readonly DayCell[]): DayCell[] {
  const groups = Map.groupBy(cells, ({ hour, lineId, stationId }) =>
    JSON.stringify([hour, lineId, stationId]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(added, first)],
  );
}

function added(sum: DayCell, { pieces, stitches, trims }: DayCell): DayCell {
  return {
    ...sum,
    pieces: sum.pieces + pieces,
    stitches: sum.stitches + stitches,
    trims: sum.trims + trims,
  };
}

/** Minutes of lines by day, those of the reports. */
export function readAttendance(store: ExportSource, span: ExportSpan): Promise<AttendanceFact[]> {
  const { reports } = store;
  return eachDay(span, async (at) => {
    const { day, asOf } = at;
    const rows = (await readReportDay(store, at, span)).flatMap(({ body }) => body.rows);
    const { plans, presences } = await reports.readDay(day);
    const heads = await reports.readHeads(day);
    const stretches = plansOfDay(plans, day);
    const moment = { now: asOf, windows: createTimeline(plans).windowsOf(day) };
    const planned = stretches.flatMap(({ plan }) => plan.lines.map(({ id }) => id));
    const lineIds = [...new Set([...planned, ...rows.flatMap(({ lineId }) => lineId ?? [])])];
    const asked = lineIds.filter((id) => span.lineId === null || id === span.lineId);
    return asked.map((lineId): AttendanceFact => {
      const own = rows.filter((row) => row.lineId === lineId);
      const figures = minuteFigures(own, 0, span.orderId === null ? "line" : "part");
      const { attendedMinutes, onStandardMinutes, masked } = figures;
      const byBadges = attendedByBadges(lineId, { presences, stretches }, moment);
      return {
        day: formatDay(day),
        lineId,
        ...{ attendedMinutes, onStandardMinutes, masked },
        source: byBadges === null ? "plan" : "badges",
        people: heads.find((each) => each.lineId === lineId)?.people ?? null,
      };
    });
  });
}
