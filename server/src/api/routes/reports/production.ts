import { Type } from "@fastify/type-provider-typebox";
import { formatDay, type ProductionReport } from "@trame/shared";
import { readProductionReport } from "../../../reports/read-report.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";
import { DaySpanQuery, IdQuery, readDaySpan } from "./day-span.ts";
import { ReportSchema } from "./report-schemas.ts";

/** What was produced on some days: a day, a week, a month, an order or a style ([RP5]). */
export function routeProduction(app: Api, deps: RouteDeps): void {
  const schema = {
    summary:
      "What some working days produced, at most 400; of a line, an order or a style if one is named",
    tags: ["reports"],
    querystring: Type.Object({ ...DaySpanQuery, line: IdQuery, order: IdQuery, style: IdQuery }),
    response: { 200: answering<ProductionReport>(ReportSchema), 422: RefusalSchema },
  };
  app.get("/api/v1/reports/production", { schema }, async (request, reply) => {
    const span = await readDaySpan(request.query, deps);
    if ("code" in span) return refuse(request, reply, span);
    const { line: lineId = null, order: orderId = null, style: styleId = null } = request.query;
    const days = { from: formatDay(span.from), to: formatDay(span.to) };
    return readProductionReport(deps.store, { ...days, lineId, orderId, styleId }, deps.now());
  });
}
