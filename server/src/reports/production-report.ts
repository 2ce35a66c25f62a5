import {
  type DayBody,
  defectsByKind,
  dhu,
  firstPassYield,
  formatDay,
  type InspectionFact,
  type OffStandard,
  type ProductionReport,
  type ProductionRow,
  qualityOf,
  type ReportQuality,
  type ReportScope,
  type ReportStage,
  type StopPart,
  sumMinutes,
  type TrendDay,
} from "@trame/shared";
import type { OrderNames } from "../store/reports/order-names.ts";
import { inScope, piecesIn, totalsIn } from "./in-scope.ts";
import { orderReports } from "./order-reports.ts";
import type { ReportDay } from "./report-days.ts";

/** What a report is put together from. */
export interface ReportFacts {
  readonly scope: ReportScope;
  /** Those of the scope, ascending. */
  readonly days: readonly ReportDay[];
  /** The last day and the working days before it, ascending. */
  readonly trend: readonly ReportDay[];
  readonly names: readonly OrderNames[];
  readonly asOf: number;
  readonly closedAt: number | null;
  readonly stage: ReportStage;
  readonly isRefolding: boolean;
  /** YYYY-MM-DD, where the scope holds nothing. */
  readonly nearest: string | null;
}

/** A day, a week, a month, an order or a style ([RP5]). Pure: the same facts give the same report. */
export function createProductionReport(facts: ReportFacts): ProductionReport {
  const { scope, days, names, asOf, closedAt, stage, isRefolding } = facts;
  const bodies = days.map(({ body }) => inScope(body, scope));
  const rows = bodies.flatMap((body) => body.rows);
  return {
    ...{ scope, asOf, closedAt, stage, isRefolding },
    corrected: days
      .filter(({ version }) => version > 1)
      .map(({ day, version, changedAt }) => ({ day: formatDay(day), version, at: changedAt })),
    totals: totalsIn(scope, rows),
    orders: orderReports(rows, names),
    hours: scope.from === scope.to ? hoursOf(scope, bodies) : [],
    stops: paretoOf(bodies.map(({ stops }) => stops)),
    quality: qualityIn(bodies.flatMap(({ inspections }) => inspections)),
    trend: trendOf(facts),
    nearest: rows.length === 0 ? facts.nearest : null,
  };
}

/** Output by clock hour, ascending; hours without any are not in it. */
export function hoursOf(scope: ReportScope, bodies: readonly DayBody[]): ProductionReport["hours"] {
  const byHour = Map.groupBy(
    bodies.flatMap(({ hours }) => hours),
    ({ hour }) => hour,
  );
  return [...byHour]
    .map(([hour, parts]) => ({
      hour,
      pieces: parts.reduce((sum, part) => sum + piecesIn(scope, part), 0),
    }))
    .filter(({ pieces }) => pieces !== 0)
    .toSorted((a, b) => a.hour - b.hour);
}

/** Off-standard minutes of some days by cause, most first; a stop counts once, whatever was worked on meanwhile ([F14]). */
function paretoOf(days: readonly (readonly StopPart[])[]): OffStandard[] {
  const parts = days.flat();
  return [...Map.groupBy(parts, ({ cause }) => cause)]
    .map(([cause, own]) => ({
      ...{ class: own[0]?.class ?? null, cause },
      minutes: sumMinutes(own.map(({ minutes }) => minutes)),
      count: new Set(own.map(({ stationId, since }) => `${stationId} ${since}`)).size,
    }))
    .toSorted((a, b) => b.minutes - a.minutes || ((a.cause ?? "") < (b.cause ?? "") ? -1 : 1));
}

function qualityIn(inspections: readonly InspectionFact[]): ReportQuality {
  const quality = qualityOf(inspections);
  const { inspected, goodFirst, defects } = quality ?? { inspected: 0, goodFirst: 0, defects: 0 };
  return {
    ...{ inspected, goodFirst, defects },
    dhu: dhu(quality),
    firstPassYield: firstPassYield(quality),
    byDefect: defectsByKind(inspections),
  };
}

/** Days on which something of the scope happened or somebody was there for it, each with its targets taken together. */
function trendOf({ scope, trend }: ReportFacts): TrendDay[] {
  return trend.flatMap(({ day, body }) => {
    const { rows, targets } = inScope(body, scope);
    if (rows.length === 0) return [];
    const set = targets.flatMap(({ target }) => target ?? []);
    const target = set.length === 0 ? null : set.reduce((sum, each) => sum + each, 0);
    return [{ day: formatDay(day), target, ...totalsIn(scope, rows) }];
  });
}

/** Something was made, and not only people there. */
export function isOfPieces({ good, rework, second, scrap }: ProductionRow): boolean {
  return good !== 0 || rework + second + scrap > 0;
}
