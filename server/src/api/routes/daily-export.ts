import { Type } from "@fastify/type-provider-typebox";
import { type DayNumber, formatDay } from "@trame/shared";
import type { DayFileFormat } from "../../reports/day-files.ts";
import type { Api, RouteDeps } from "../api.ts";
import { readKeptDayOf } from "../day-of.ts";
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

const TYPES: Readonly<Record<DayFileFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** The file comes as bytes from the thread that reads: this one acknowledges what counters say meanwhile. */
export function routeDailyExport(app: Api, deps: RouteDeps): void {
  const { reports } = deps.store;
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
          "text/csv": { schema: Type.Unsafe<Buffer>({ type: "string" }) },
          // Written elsewhere: the schema is for whoever reads the documentation.
          "application/json": { schema: Type.Unsafe<Buffer>(ExportSchema) },
        },
      },
      304: Type.Unsafe<undefined>({ description: "The same as the `If-None-Match` given" }),
      422: RefusalSchema,
    },
  };
  app.get("/api/v1/exports/daily", { schema }, async (request, reply) => {
    const { day: asked, format = "csv" } = request.query;
    const day = await readKeptDayOf(asked, deps);
    if (typeof day !== "number") return reply.send(refuse(request, reply, day));
    reply.header("cache-control", "no-cache");
    const known = request.headers["if-none-match"];
    if (known !== undefined) {
      // Who has it waits for its clock alone.
      const tag = tagOf(day, await reports.readDayClock(day), format);
      if (isKnownTag(known, tag)) return reply.header("etag", tag).code(304).send(undefined);
    }
    const { clock, bytes } = await reports.writeDayFile({ day, format });
    reply.header("etag", tagOf(day, clock, format));
    if (format === "csv") {
      const name = `trame-${formatDay(day)}.csv`;
      reply.header("content-disposition", `attachment; filename="${name}"`);
    }
    return reply.type(TYPES[format]).send(Buffer.from(bytes.buffer));
  });
}

/** The day's clock says whether anything changed: the same clock, the same bytes ([X7]). */
function tagOf(day: DayNumber, clock: number, format: string): string {
  return `"${formatDay(day)}-${clock}-${format}"`;
}
