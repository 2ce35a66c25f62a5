import { inScope } from "../../reports/in-scope.ts";
import { type ReportDay, type ReportStore, readReportDays } from "../../reports/report-days.ts";
import type { ExportDay, ExportSpan } from "./span.ts";

/** A day as its report tells it: of one that goes on, as of its latest change and not of now ([EX1]). */
export async function readReportDay(
  store: ReportStore,
  { day, asOf }: Pick<ExportDay, "day" | "asOf">,
  filter: Pick<ExportSpan, "lineId" | "orderId" | "styleId">,
): Promise<ReportDay[]> {
  const { days } = await readReportDays(store, { from: day, to: day }, asOf);
  return days.map((of) => ({ ...of, body: inScope(of.body, filter) }));
}
