import {
  type CellReport,
  type OperationReport,
  type OrderReport,
  type ProductionRow,
  totalsOf,
} from "@trame/shared";
import type { OrderNames } from "../store/reports/order-names.ts";

/** Rows by order and style, most earned minutes first; then what no order explains. */
export function orderReports(
  rows: readonly ProductionRow[],
  names: readonly OrderNames[],
): OrderReport[] {
  const groups = Map.groupBy(rows, ({ orderId, styleId }) => JSON.stringify([orderId, styleId]));
  return [...groups.values()]
    .map((own) => orderReport(own, names))
    .toSorted(
      (a, b) =>
        Number(a.orderId === null) - Number(b.orderId === null) ||
        b.totals.earnedMinutes - a.totals.earnedMinutes ||
        compare(`${a.orderId} ${a.styleId}`, `${b.orderId} ${b.styleId}`),
    );
}

function orderReport(rows: readonly ProductionRow[], all: readonly OrderNames[]): OrderReport {
  const { orderId = null, styleId = null } = rows[0] ?? {};
  const names = all.find((each) => each.orderId === orderId && each.styleId === styleId);
  return {
    ...{ orderId, styleId, name: names?.name ?? null, customer: names?.customer ?? null },
    totals: totalsOf(rows, ({ isLast }) => isLast),
    operations: operationReports(rows, names),
    cells: orderId === null ? [] : cellReports(rows, names),
  };
}

/** In the order in which they are done: of an order as its routing says, of no order along the line. */
function operationReports(
  rows: readonly ProductionRow[],
  names: OrderNames | undefined,
): OperationReport[] {
  const rank = rankIn(names?.codes ?? []);
  const groups = Map.groupBy(rows, ({ code, operation }) => code ?? ` ${operation}`);
  return [...groups.values()]
    .map((own) => ({ at: firstPlace(own), report: operationReport(own) }))
    .toSorted(
      ({ at, report: a }, { at: otherAt, report: b }) =>
        rank(a.code ?? "") - rank(b.code ?? "") ||
        compare(at, otherAt) ||
        compare(a.operation, b.operation),
    )
    .map(({ report }) => report);
}

/** The first of the stations of some rows; what was done at none comes after all of them. */
function firstPlace(rows: readonly ProductionRow[]): string {
  const places = rows.flatMap(({ lineId, stationId }) =>
    stationId === null ? [] : [JSON.stringify([lineId, stationId])],
  );
  return places.toSorted(compare)[0] ?? "~";
}

function operationReport(rows: readonly ProductionRow[]): OperationReport {
  const { code = null, operation = "" } = rows.find(({ good }) => good > 0) ?? rows[0] ?? {};
  const times = rows.flatMap(({ stationId, standardMinutes }) =>
    stationId === null ? [] : [standardMinutes],
  );
  const sum = (of: keyof OperationReport["origins"]): number =>
    rows.reduce((total, { origins }) => total + origins[of], 0);
  return {
    ...{ code, operation },
    standardMinutes: [...new Set(times)].toSorted((a, b) => a - b),
    lineIds: [...new Set(rows.flatMap(({ lineId }) => lineId ?? []))].toSorted(compare),
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

/** Sizes and colours as the style lists them. */
function cellReports(rows: readonly ProductionRow[], names: OrderNames | undefined): CellReport[] {
  const bySize = rankIn(names?.sizes ?? []);
  const byColour = rankIn(names?.colours ?? []);
  const groups = Map.groupBy(rows, ({ size, colour }) => JSON.stringify([size, colour]));
  return [...groups.values()]
    .map((own) => ({
      size: own[0]?.size ?? "",
      colour: own[0]?.colour ?? "",
      totals: totalsOf(own, ({ isLast }) => isLast),
    }))
    .toSorted(
      (a, b) =>
        byColour(a.colour) - byColour(b.colour) ||
        bySize(a.size) - bySize(b.size) ||
        compare(`${a.colour} ${a.size}`, `${b.colour} ${b.size}`),
    );
}

/** Where something stands in a list; what is not in it comes last. */
function rankIn(list: readonly string[]): (of: string) => number {
  const ranks = new Map(list.map((each, index) => [each, index]));
  return (of) => ranks.get(of) ?? list.length;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
