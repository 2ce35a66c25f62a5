import {
  type DayBody,
  type HourPart,
  type InspectionFact,
  type ProductionRow,
  type ReportScope,
  type ReportTotals,
  type StopPart,
  totalsOf,
} from "@trame/shared";

/** What of days a report is about. */
export type Filter = Pick<ReportScope, "lineId" | "orderId" | "styleId">;

/** What a day came to, as far as a report is about it. */
export function inScope(body: DayBody, filter: Filter): DayBody {
  const { rows, hours, stops, inspections, targets } = body;
  const isMeant = isIn(filter);
  const isWhole = !isOfOrder(filter);
  return {
    rows: rows.filter(isMeant),
    hours: hours.filter(isMeant),
    stops: stops.filter(isMeant),
    inspections: inspections.filter(isMeant),
    // A target is a line's: what of it is an order's nobody said.
    targets: isWhole ? targets.filter(({ lineId }) => isLine(filter, lineId)) : [],
  };
}

/** Totals as a report shows them: of an order or a style the pieces past its last operation count, else the output of the lines. */
export function totalsIn(filter: Filter, rows: readonly ProductionRow[]): ReportTotals {
  return isOfOrder(filter)
    ? totalsOf(rows, ({ isLast }) => isLast, "part")
    : totalsOf(rows, ({ isOutput }) => isOutput, "line");
}

/** Good pieces of an hour, counted as the totals are. */
export function piecesIn(filter: Filter, { output, last }: HourPart): number {
  return isOfOrder(filter) ? last : output;
}

function isOfOrder({ orderId, styleId }: Filter): boolean {
  return orderId !== null || styleId !== null;
}

type Part = Pick<ProductionRow, "lineId" | "orderId" | "styleId">;

function isIn(filter: Filter): (part: Part | HourPart | StopPart | InspectionFact) => boolean {
  const { orderId, styleId } = filter;
  return (part) =>
    isLine(filter, part.lineId) &&
    (orderId === null || part.orderId === orderId) &&
    (styleId === null || part.styleId === styleId);
}

function isLine({ lineId }: Filter, of: string | null): boolean {
  return lineId === null || lineId === of;
}
