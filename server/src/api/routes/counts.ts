import { Type } from "@fastify/type-provider-typebox";
import { createCounts } from "../../reports/counts.ts";
import type { Api, RouteDeps } from "../api.ts";
import { readKeptDayOf } from "../day-of.ts";
import { RefusalSchema, refuse } from "../refuse.ts";

const CountsSchema = Type.Object({
  day: Type.String(),
  lines: Type.Array(
    Type.Object({
      lineId: Type.String(),
      pieces: Type.Integer({ description: "Output of the line" }),
      earnedMinutes: Type.Number(),
      attendedMinutes: Type.Number(),
      efficiency: Type.Union([Type.Number(), Type.Null()], {
        description: "Earned over attended, a ratio; null while nobody has attended",
      }),
    }),
  ),
  stations: Type.Array(
    Type.Object({
      stationId: Type.String(),
      pieces: Type.Integer(),
      stitches: Type.Integer(),
      trims: Type.Integer(),
      hours: Type.Array(Type.Object({ hour: Type.String(), pieces: Type.Integer() })),
    }),
  ),
});

export function routeCounts(app: Api, deps: RouteDeps): void {
  const schema = {
    summary: "What a working day has counted",
    tags: ["reports"],
    querystring: Type.Object({
      day: Type.Optional(Type.String({ description: "YYYY-MM-DD; today's working day if absent" })),
    }),
    response: { 200: CountsSchema, 422: RefusalSchema },
  };
  app.get("/api/v1/counts", { schema }, async (request, reply) => {
    const day = await readKeptDayOf(request.query.day, deps);
    if (typeof day !== "number") return refuse(request, reply, day);
    return createCounts(await deps.store.reports.readDay(day), { day, now: deps.now() });
  });
}
