import {
  type CellReport,
  type DayBody,
  dhu,
  firstPassYield,
  type GoodOrigins,
  type OffStandard,
  type OperationReport,
  type OrderReport,
  type ProductionReport,
  type ProductionRow,
  qualityOf,
  type ReportQuality,
  totalsOf,
} from "@trame/shared";
import type { Names } from "./facts.ts";

type Composed = Pick<ProductionReport, "totals" | "orders" | "stops" | "quality">;

/** What days come to together: totals, orders with their operations and cells, reasons. */
export function composeReport(bodies: readonly DayBody[], names: Names): Composed {
  const rows = bodies.flatMap((body) => body.rows);
  const orders = [...Map.groupBy(rows, ({ orderId, styleId }) => `${orderId} ${styleId}`).values()];
  return {
    totals: totalsOf(rows, ({ isOutput }) => isOutput),
    orders: orders
      .map((own) => orderOf(own, names))
      .toSorted((a, b) => rankOf(a) - rankOf(b) || byEarned(a, b)),
    stops: stopsOf(bodies),
    quality: qualityReport(bodies),
  };
}

/** What no order explains comes last. */
function rankOf({ orderId }: OrderReport): number {
  return orderId === null ? 1 : 0;
}

function byEarned(a: OrderReport, b: OrderReport): number {
  return b.totals.earnedMinutes - a.totals.earnedMinutes;
}

function orderOf(rows: readonly ProductionRow[], names: Names): OrderReport {
  const { orderId = null, styleId = null } = rows[0] ?? {};
  const operations = Map.groupBy(rows, ({ code, operation }) => JSON.stringify([code, operation]));
  const cells = Map.groupBy(rows, ({ size, colour }) => JSON.stringify([size, colour]));
  return {
    orderId,
    styleId,
    name: names.styles.get(styleId ?? "")?.name ?? null,
    customer: names.orders.get(orderId ?? "")?.customer ?? null,
    totals: totalsOf(rows, ({ isLast }) => isLast),
    operations: [...operations.values()].map(operationOf),
    cells: [...cells.values()].flatMap(cellOf),
  };
}

function operationOf(rows: readonly ProductionRow[]): OperationReport {
  const { code = null, operation = "" } = rows[0] ?? {};
  const sum = (of: keyof GoodOrigins): number =>
    rows.reduce((total, { origins }) => total + origins[of], 0);
  return {
    code,
    operation,
    standardMinutes: [...new Set(rows.map(({ standardMinutes }) => standardMinutes))],
    lineIds: [...new Set(rows.flatMap(({ lineId }) => lineId ?? []))],
    origins: {
      machine: sum("machine"),
      scan: sum("scan"),
      hand: sum("hand"),
      deduced: sum("deduced"),
      correction: sum("correction"),
    },
    totals: totalsOf(rows, () => true),
  };
}

function cellOf(rows: readonly ProductionRow[]): CellReport[] {
  const { size = null, colour = null } = rows[0] ?? {};
  if (size === null || colour === null) return [];
  return [{ size, colour, totals: totalsOf(rows, ({ isLast }) => isLast) }];
}

/** Parts of one stop count once. */
function stopsOf(bodies: readonly DayBody[]): OffStandard[] {
  const parts = bodies.flatMap(({ stops }) => stops);
  return [...Map.groupBy(parts, ({ cause }) => cause)]
    .map(([cause, own]) => ({
      cause,
      class: own[0]?.class ?? null,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      count: new Set(own.map(({ stationId, since }) => `${stationId} ${since}`)).size,
    }))
    .toSorted((a, b) => b.minutes - a.minutes);
}

function qualityReport(bodies: readonly DayBody[]): ReportQuality {
  const inspections = bodies.flatMap((body) => body.inspections);
  const quality = qualityOf(inspections);
  const found = inspections.flatMap(({ defects }) => defects);
  const byDefect = [...Map.groupBy(found, ({ defect }) => defect)].map(([defect, own]) => ({
    defect,
    pieces: own.reduce((sum, { pieces }) => sum + pieces, 0),
  }));
  return {
    inspected: quality?.inspected ?? 0,
    goodFirst: quality?.goodFirst ?? 0,
    defects: quality?.defects ?? 0,
    dhu: dhu(quality),
    firstPassYield: firstPassYield(quality),
    byDefect: byDefect.toSorted((a, b) => b.pieces - a.pieces || (a.defect < b.defect ? -1 : 1)),
  };
}
