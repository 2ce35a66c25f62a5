import { type ReportDay, type ReportStore, readReportDays } from "../../reports/report-days.ts";
import type { ExportDay } from "./span.ts";

/** A day as its report tells it: of one that goes on, as of its latest change and not of now ([EX1]). */
export async function readReportDay(
  store: ReportStore,
  { day, asOf }: Pick<ExportDay, "day" | "asOf">,
): Promise<ReportDay[]> {
  const { days } = await readReportDays(store, { from: day, to: day }, asOf);
  return [...days];
}
