import { Type } from "@fastify/type-provider-typebox";
import { type DayNumber, formatDay } from "@trame/shared";
import { createExportRows, writeDayCsv } from "../../reports/daily-export.ts";
import type { Api, RouteDeps } from "../api.ts";
import { readDayOf } from "../day-of.ts";
import { isKnownTag } from "../known-tag.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

const ExportSchema = Type.Object({
  day: Type.String(),
  rows: Type.Array(
    Type.Object({
      hour: Type.String({ description: "Start of the clock hour with its offset" }),
      shortHour: Type.String({ description: "As in the CSV: `08:00`" }),
      stationId: Type.String(),
      line: Type.String(),
      station: Type.String(),
      operation: Type.String({ description: "Joined with ` + ` where it changed within the hour" }),
      pieces: Type.Integer(),
      stitches: Type.Integer(),
      trims: Type.Integer(),
      earnedMinutes: Type.Number(),
    }),
  ),
});

export function routeDailyExport(app: Api, deps: RouteDeps): void {
  const schema = {
    summary: "A working day by station and hour, for Excel in French or for programs",
    tags: ["reports"],
    querystring: Type.Object({
      day: Type.Optional(Type.String({ description: "YYYY-MM-DD; today's working day if absent" })),
      format: Type.Optional(Type.Union([Type.Literal("csv"), Type.Literal("json")])),
    }),
    response: {
      200: {
        content: {
          "text/csv": { schema: Type.String() },
          "application/json": { schema: ExportSchema },
        },
      },
      304: Type.Unsafe<undefined>({ description: "The same as the `If-None-Match` given" }),
      422: RefusalSchema,
    },
  };
  app.get("/api/v1/exports/daily", { schema }, async (request, reply) => {
    const { day: asked, format = "csv" } = request.query;
    const day = await readDayOf(asked, deps);
    if (typeof day !== "number") return reply.send(refuse(request, reply, day));
    const read = await deps.store.reports.readDay(day);
    const tag = tagOf(day, read.clock, format);
    reply.header("etag", tag).header("cache-control", "no-cache");
    if (isKnownTag(request.headers["if-none-match"], tag)) return reply.code(304).send(undefined);
    const rows = createExportRows(read, day);
    if (format === "json") return reply.send({ day: formatDay(day), rows });
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="trame-${formatDay(day)}.csv"`)
      .send(writeDayCsv(day, rows));
  });
}

/** The day's clock says whether anything changed: the same clock, the same bytes ([X7]). */
function tagOf(day: DayNumber, clock: number, format: string): string {
  return `"${formatDay(day)}-${clock}-${format}"`;
}
