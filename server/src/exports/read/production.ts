import type { DayBody } from "@trame/shared";
import { composeReport } from "../compose-report.ts";
import type { Names, ProductionFacts } from "../facts.ts";
import { readBody } from "./bodies.ts";
import { type ExportSpan, eachDay, type Reports } from "./span.ts";

/** The finest rows of the span's reports, and what they come to. */
export async function readProduction(
  reports: Reports,
  span: ExportSpan,
  names: Names,
): Promise<ProductionFacts> {
  const bodies = await eachDay(
    span,
    async (at): Promise<DayBody[]> => [await readBody(reports, at)],
  );
  return { rows: bodies.flatMap(({ rows }) => rows), report: composeReport(bodies, names) };
}
