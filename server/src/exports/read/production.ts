import type { ProductionRow } from "@trame/shared";
import { createProductionReport } from "../../reports/production-report.ts";
import type { ExportHead } from "../book.ts";
import type { ProductionFacts } from "../facts.ts";
import { readReportDay } from "./bodies.ts";
import { type ExportSource, type ExportSpan, eachDay } from "./span.ts";

/** The finest rows of the span's report, and the report. */
export async function readProduction(
  store: ExportSource,
  span: ExportSpan,
  { from, to }: Pick<ExportHead, "from" | "to">,
): Promise<ProductionFacts> {
  const days = await eachDay(span, (at) => readReportDay(store, at, span));
  const rows = days.flatMap(({ body }) => body.rows);
  const report = createProductionReport({
    scope: { from, to, lineId: span.lineId, orderId: span.orderId, styleId: null },
    ...{ days, trend: [], isRefolding: span.isRefolding },
    names: await store.reports.readOrderNames(ordersOf(rows)),
    ...{ asOf: 0, closedAt: null, stage: "closed", nearest: null },
  });
  const { totals, orders, stops, quality } = report;
  return { rows, report: { totals, orders, stops, quality } };
}

function ordersOf(rows: readonly ProductionRow[]) {
  const orders = new Map<string, { orderId: string; styleId: string }>();
  for (const { orderId, styleId } of rows) {
    if (orderId !== null && styleId !== null) {
      orders.set(`${orderId} ${styleId}`, { orderId, styleId });
    }
  }
  return [...orders.values()];
}
