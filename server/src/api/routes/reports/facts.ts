import { type Static, Type } from "@fastify/type-provider-typebox";
import type { FactFilter, ReportFacts, ReportFigure } from "@trame/shared";
import { parsePlace, readFactPage } from "../../../reports/read-facts.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";
import { DaySpanQuery, IdQuery, readDaySpan } from "./day-span.ts";

const FIGURES: readonly ReportFigure[] = [
  "good",
  "rework",
  "second",
  "scrap",
  "stops",
  "inspected",
  "defects",
];
const NameQuery = Type.Optional(Type.String({ maxLength: 120 }));

const FactsQuery = Type.Object({
  ...DaySpanQuery,
  figure: Type.Union(FIGURES.map((figure) => Type.Literal(figure))),
  line: IdQuery,
  station: IdQuery,
  order: Type.Optional(
    Type.String({ maxLength: 64, description: "`none`: what no order explains" }),
  ),
  style: IdQuery,
  size: NameQuery,
  colour: NameQuery,
  operation: Type.Optional(Type.String({ maxLength: 120, description: "Its code or its name" })),
  after: Type.Optional(Type.String({ maxLength: 64, description: "`next` of the page before" })),
});

const FactsSchema = Type.Object({
  facts: Type.Array(
    Type.Object({
      at: At,
      receivedAt: At,
      origin: Type.String({ description: "machine, late, scan, hand, deduced or correction" }),
      kind: Type.String({ description: "`pieces`: samples of a minute; else the kind of the act" }),
      key: TextOrNull,
      stationId: TextOrNull,
      orderId: TextOrNull,
      code: TextOrNull,
      operation: TextOrNull,
      good: Type.Integer(),
      rework: Type.Integer(),
      second: Type.Integer(),
      scrap: Type.Integer(),
      defects: Type.Integer(),
      minutes: Type.Union([Type.Number(), Type.Null()]),
      what: TextOrNull,
      correctedBy: TextOrNull,
    }),
    { description: "Ascending; what they come to is the figure" },
  ),
  next: TextOrNull,
});

/** What is behind a figure of a report: acts with their origin, samples of counters, stops, inspections ([RP10]). */
export function routeFacts(app: Api, deps: RouteDeps): void {
  const schema = {
    summary: "The facts behind a figure of a report, by pages",
    tags: ["reports"],
    querystring: FactsQuery,
    response: { 200: answering<ReportFacts>(FactsSchema), 422: RefusalSchema },
  };
  app.get("/api/v1/reports/facts", { schema }, async (request, reply) => {
    const { query } = request;
    const span = await readDaySpan(query, deps);
    if ("code" in span) return refuse(request, reply, span);
    const after = query.after === undefined ? null : parsePlace(query.after);
    if (query.after !== undefined && after === null) {
      return refuse(request, reply, { code: "page-unknown", path: "/after" });
    }
    const filter = filterOf(query);
    return readFactPage(deps.store.reports, { ...span, filter, after }, deps.now());
  });
}

function filterOf(query: Static<typeof FactsQuery>): FactFilter {
  const { line, station, order, style, size, colour, operation, figure } = query;
  return {
    figure,
    lineId: line ?? null,
    stationId: station ?? null,
    orderId: order ?? null,
    styleId: style ?? null,
    size: size ?? null,
    colour: colour ?? null,
    operation: operation ?? null,
  };
}
