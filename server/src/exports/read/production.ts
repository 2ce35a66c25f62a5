import { formatDay, type ProductionRow } from "@trame/shared";
import { createProductionReport, hoursOf } from "../../reports/production-report.ts";
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
  const { lineId, orderId, styleId } = span;
  const scope = { from, to, lineId, orderId, styleId };
  const report = createProductionReport({
    ...{ scope, days, trend: days, isRefolding: span.isRefolding },
    names: await store.reports.readOrderNames(ordersOf(rows)),
    ...{ asOf: 0, closedAt: null, stage: "closed", nearest: null },
  });
  const { totals, orders, stops, quality, trend } = report;
  const hours = days.flatMap(({ day, body }) =>
    hoursOf(scope, [body]).map((hour) => ({ day: formatDay(day), ...hour })),
  );
  return { rows, hours, report: { totals, orders, stops, quality, trend } };
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
