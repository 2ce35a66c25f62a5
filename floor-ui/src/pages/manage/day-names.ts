import type { OperationReport, OrderReport, ProductionReport } from "@trame/shared";
import type { ReportI18n } from "../../i18n/manage-day.ts";

/** « OF 2026-118 · Masque lavable »; what no bundle explains is « Sans commande ». */
export function orderName({ orderId, name }: OrderReport, { t }: ReportI18n): string {
  if (orderId === null) return t.report.noOrder;
  return name === null ? t.report.order(orderId) : t.report.orderOf({ id: orderId, name });
}

/** « Surjet des bords, OF 2026-118 ». */
export function operationName(
  order: OrderReport,
  operation: OperationReport,
  { t }: ReportI18n,
): string {
  const of = order.orderId === null ? t.report.noOrder : t.report.order(order.orderId);
  return `${operationLabel(operation, t)}, ${of}`;
}

/** What came back from outside without a word of what was done there has no operation. */
export function operationLabel(
  { operation }: Pick<OperationReport, "operation">,
  t: ReportI18n["t"],
): string {
  return operation === "" ? t.report.noOperation : operation;
}

/** « Atelier », or what the report was narrowed to; `lineName` as the plan names it. */
export function scopeName(
  { scope, orders }: Pick<ProductionReport, "scope" | "orders">,
  { i18n, lineName }: { readonly i18n: ReportI18n; readonly lineName: (id: string) => string },
): string {
  const { orderId, styleId, lineId } = scope;
  if (orderId !== null) return i18n.t.report.order(orderId);
  if (styleId !== null) return orders.find((order) => order.name !== null)?.name ?? styleId;
  return lineId === null ? i18n.t.report.workshop : lineName(lineId);
}

/** « 0,42 », or both where it changed meanwhile. */
export function standardText(
  { standardMinutes }: Pick<OperationReport, "standardMinutes">,
  { hundredth }: ReportI18n,
): string {
  return standardMinutes.map(hundredth).join(" · ");
}

/** The minutes allowed for a garment: the sum over its operations; null where one of them changed meanwhile. */
export function orderStandard({ orderId, operations }: OrderReport): number | null {
  if (orderId === null || operations.some(({ standardMinutes }) => standardMinutes.length !== 1))
    return null;
  return operations.reduce((sum, { standardMinutes: [minutes = 0] }) => sum + minutes, 0);
}

/** A figure, or a dash where it is not told. */
export function toldText(value: number | null, format: (value: number) => string): string {
  return value === null ? "—" : format(value);
}

/** Some minutes of it are not told. */
export function hasMasked({ orders, totals }: ProductionReport): boolean {
  const parts = orders.flatMap((order) => [order, ...order.operations]);
  return totals.masked !== null || parts.some((part) => part.totals.masked !== null);
}

/** Nothing was made, whatever the plan says of attendance. */
export function isEmpty({ orders, totals }: ProductionReport): boolean {
  const parts = orders.flatMap(({ operations }) => operations.map((each) => each.totals));
  return [...parts, totals].every(
    ({ good, rework, second, scrap }) => good + rework + second + scrap === 0,
  );
}
