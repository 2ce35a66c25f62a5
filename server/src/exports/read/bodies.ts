import type { DayBody } from "@trame/shared";
import type { ExportDay, Reports } from "./span.ts";

/** What a day comes to: as it was kept when it is over, else as of its latest change. */
export async function readBody(
  reports: Reports,
  { day, asOf, isOver }: ExportDay,
): Promise<DayBody> {
  const kept = isOver ? await reports.readKeptDay(day) : null;
  return JSON.parse(kept ?? (await reports.readReportDay({ day, asOf })));
}
