import {
  formatDay,
  type ProductionReport,
  parseDay,
  type ReportScope,
  type ReportStage,
} from "@trame/shared";
import type { Store } from "../store/open-store.ts";
import type { DaysAsked } from "../store/reports/report-reads.ts";
import { inScope } from "./in-scope.ts";
import { createProductionReport, isOfPieces } from "./production-report.ts";
import { type ReportDay, type ReportStore, readReportDays } from "./report-days.ts";

/** What of the store a report is read from. */
export interface ReportSource extends ReportStore {
  readonly reports: ReportStore["reports"] &
    Pick<
      Store["reports"],
      "readDayTurn" | "readNearestDay" | "readOrderNames" | "readWorkedBefore"
    >;
}

/** Working days that stand beside the last one. */
const TREND_DAYS = 20;

/** Reads a report as of now (UTC ms) ([RP5], [RP6]). */
export async function readProductionReport(
  store: ReportSource,
  scope: ReportScope,
  now: number,
): Promise<ProductionReport> {
  const { reports } = store;
  const asked = { from: parseDay(scope.from) ?? 0, to: parseDay(scope.to) ?? 0 };
  const { days, isRefolding } = await readReportDays(store, asked, now);
  const trend = await readTrend(store, { days, last: asked.to }, now);
  const { beginsAt } = await reports.readDayTurn(asked.from);
  const { endsAt, turnsAt } = await reports.readDayTurn(asked.to);
  const closedAt = endsAt !== null && endsAt <= now ? endsAt : null;
  const rows = days.flatMap(({ body }) => inScope(body, scope).rows);
  return createProductionReport({
    ...{ scope, days, trend, isRefolding },
    names: await reports.readOrderNames(keysOf(rows)),
    asOf: Math.min(now, turnsAt),
    closedAt,
    stage: stageOf({ beginsAt, closedAt, turnsAt }, now),
    nearest: await nearestOf(store, { scope, trend, asked }),
  });
}

function stageOf(
  { beginsAt, closedAt, turnsAt }: { beginsAt: number; closedAt: number | null; turnsAt: number },
  now: number,
): ReportStage {
  if (closedAt !== null) return "closed";
  if (now < beginsAt) return "ahead";
  return now < turnsAt ? "running" : "off";
}

/**
 * Working days, and of the report's own also those off on which something happened, so that its days come to its totals. They are not
 * read twice.
 */
async function readTrend(
  store: ReportSource,
  { days, last }: { days: readonly ReportDay[]; last: number },
  now: number,
): Promise<ReportDay[]> {
  const before = await store.reports.readWorkedBefore({ day: last, count: TREND_DAYS });
  const [first = last] = before;
  const own = days.map(({ day }) => day).filter((day) => day >= first);
  const trend: ReportDay[] = [];
  for (const day of [...new Set([...before, ...own, last])].toSorted((a, b) => a - b)) {
    const known = days.find((each) => each.day === day);
    if (known !== undefined) trend.push(known);
    else trend.push(...(await readReportDays(store, { from: day, to: day }, now)).days);
  }
  return trend;
}

/** Of a line, an order or a style the nearest day is looked for among those of the trend. */
async function nearestOf(
  { reports }: ReportSource,
  { scope, trend, asked }: { scope: ReportScope; trend: readonly ReportDay[]; asked: DaysAsked },
): Promise<string | null> {
  const isWhole = scope.lineId === null && scope.orderId === null && scope.styleId === null;
  const near = isWhole
    ? await reports.readNearestDay(asked)
    : trend.findLast(({ body }) => inScope(body, scope).rows.some(isOfPieces))?.day;
  return near === null || near === undefined ? null : formatDay(near);
}

function keysOf(rows: readonly { orderId: string | null; styleId: string | null }[]) {
  const keys = new Map<string, { orderId: string; styleId: string }>();
  for (const { orderId, styleId } of rows) {
    if (orderId !== null && styleId !== null)
      keys.set(`${orderId} ${styleId}`, { orderId, styleId });
  }
  return [...keys.values()];
}
