import {
  type DayNumber,
  earnedMinutes,
  formatDay,
  type PlanVersion,
  planLineOf,
  planStationOf,
  plansOfDay,
  rosterOf,
} from "@trame/shared";
import { breathe } from "../give-way.ts";
import type { DayCell, DayRead } from "../store/day-read.ts";
import { formatHour, formatShortHour } from "./clock-hour.ts";
import { total } from "./counts.ts";
import { type CsvRow, writeFrenchCsv } from "./csv.ts";

/** One station in one clock hour. What changed within the hour is joined in the order of time: `Surfiler + Piquer`. */
export interface ExportRow {
  /** With its offset: `2026-11-23T08:00:00+01:00`. */
  hour: string;
  /** As people write it: `08:00`. */
  shortHour: string;
  stationId: string;
  line: string;
  station: string;
  operation: string;
  pieces: number;
  stitches: number;
  trims: number;
  earnedMinutes: number;
}

const HOUR_MS = 3_600_000;
const HEADER = [
  "jour",
  "heure",
  "ligne",
  "poste",
  "operation",
  "pieces",
  "points",
  "coupes",
  "minutes_produites",
];

/** The rows of a day's export: by hour, then in the order of the plan ([X3]). */
export function createExportRows({ cells, plans }: DayRead, day: DayNumber): ExportRow[] {
  const order = [...rosterOf(plansOfDay(plans, day)).values()].flatMap((ids) => [...ids]);
  const rank = new Map(order.map((stationId, index) => [stationId, index]));
  return [...Map.groupBy(cells, ({ hour }) => hour)].flatMap(([hour, inHour]) => {
    const of = hourOf(hour, plans);
    return [...Map.groupBy(inHour, ({ stationId }) => stationId)]
      .toSorted(([a], [b]) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length))
      .map(([stationId, parts]) => rowOf(stationId, parts, of));
  });
}

/** The day's export for Excel in French: the same bytes as long as the day's clock stays ([X5], [X7]). */
export function writeDayCsv(day: DayNumber, rows: readonly ExportRow[]): string {
  const jour = formatDay(day);
  return writeFrenchCsv([
    HEADER,
    ...rows.map(
      (row): CsvRow => [
        jour,
        row.shortHour,
        row.line,
        row.station,
        row.operation,
        row.pieces,
        row.stitches,
        row.trims,
        row.earnedMinutes,
      ],
    ),
  ]);
}

/** A clock hour as its rows name it, and the plans that hold within it. */
interface ExportHour extends Pick<ExportRow, "hour" | "shortHour"> {
  readonly inForce: ReturnType<typeof plansWithin>;
}

/** Once an hour, and not for each station: naming one takes longer than all else in a row. */
function hourOf(hour: number, plans: readonly PlanVersion[]): ExportHour {
  return {
    hour: formatHour(hour, plans),
    shortHour: formatShortHour(hour, plans),
    inForce: plansWithin(plans, hour),
  };
}

function rowOf(
  stationId: string,
  parts: readonly DayCell[],
  { inForce, hour, shortHour }: ExportHour,
): ExportRow {
  breathe();
  const places = inTimeOrder(parts, stationId, inForce);
  const names = places.map(({ lineId }) => {
    const plan = inForce.findLast((each) => planStationOf(each, lineId, stationId) !== undefined);
    return {
      line: (plan && planLineOf(plan, lineId)?.name) ?? lineId,
      station: (plan && planStationOf(plan, lineId, stationId)?.name) ?? stationId,
    };
  });
  return {
    ...{ hour, shortHour, stationId },
    line: joined(names.map(({ line }) => line)),
    station: joined(names.map(({ station }) => station)),
    operation: joined(places.map(({ operation }) => operation)),
    pieces: total(parts, "pieces"),
    stitches: total(parts, "stitches"),
    trims: total(parts, "trims"),
    earnedMinutes: earnedMinutes(parts),
  };
}

/** The plans that hold within a clock hour, ascending. */
function plansWithin(plans: readonly PlanVersion[], hour: number) {
  return plans
    .filter(({ from }, index) => {
      const to = plans[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      return from < hour + HOUR_MS && to > hour;
    })
    .map(({ plan }) => plan);
}

function inTimeOrder(
  parts: readonly DayCell[],
  stationId: string,
  inForce: ReturnType<typeof plansWithin>,
): readonly DayCell[] {
  const since = ({ lineId, operation }: DayCell): number =>
    inForce.findIndex((plan) => planStationOf(plan, lineId, stationId)?.operation === operation);
  return parts.toSorted((a, b) => since(a) - since(b));
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].join(" + ");
}
