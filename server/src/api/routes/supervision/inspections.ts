import { Type } from "@fastify/type-provider-typebox";
import { formatDay, type InspectionRequest } from "@trame/shared";
import { DefectSchema, InspectionBody } from "@trame/shared/schemas";
import type { ActRequest } from "../../../store/floor/act-request.ts";
import type { InspectionsRead } from "../../../store/supervision/quality-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { readKeptDayOf } from "../../day-of.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { actResponse } from "../floor/acts.ts";
import { At, answering, OutcomeSchema, TextOrNull } from "../floor/card-schemas.ts";
import { createSenders } from "../floor/senders.ts";

const InspectionsSchema = Type.Object({
  day: Type.String(),
  lines: Type.Array(
    Type.Object({
      lineId: Type.String(),
      inspected: Type.Integer(),
      goodFirst: Type.Integer({ description: "Good when they were first looked at" }),
      defects: Type.Integer({ description: "Named or not: a piece that is not good has one" }),
      dhu: Type.Union([Type.Number(), Type.Null()], {
        description: "defects × 100 / inspected; null while nothing was inspected",
      }),
      firstPassYield: Type.Union([Type.Number(), Type.Null()], {
        description: "goodFirst / inspected, 0 to 1; null while nothing was inspected",
      }),
      top: Type.Array(Type.Object({ defect: Type.String(), pieces: Type.Integer() }), {
        description: "The three most frequent",
      }),
      byOperation: Type.Array(Type.Object({ operation: TextOrNull, pieces: Type.Integer() }), {
        description: "Defects by the operation at fault; null: nobody said which",
      }),
    }),
  ),
  inspections: Type.Array(
    Type.Object({
      key: Type.String(),
      at: At,
      lineId: Type.String(),
      stationId: TextOrNull,
      code: Type.Union([Type.String(), Type.Null()], { description: "null: a sample" }),
      ...OutcomeSchema.properties,
      defects: Type.Array(DefectSchema),
      photo: TextOrNull,
    }),
    { description: "In force, in the order in which they happened" },
  ),
});

interface Inspections extends InspectionsRead {
  readonly day: string;
}

const tags = ["quality"];

/** Pieces that somebody looked at. */
export function routeInspections(app: Api, deps: RouteDeps): void {
  const { from } = createSenders(deps);
  const writing = {
    summary: "Pieces were looked at: of a bundle, which they finish there, or a sample",
    tags,
    body: InspectionBody,
    response: actResponse,
  };
  app.post("/api/v1/inspections", { schema: writing }, (request, reply) =>
    from(request.body.stationId, actOf(request.body), { request, reply }),
  );

  const reading = {
    summary: "What was inspected on a day, by line",
    tags,
    querystring: Type.Object({
      day: Type.Optional(Type.String()),
      line: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    response: { 200: answering<Inspections>(InspectionsSchema), 422: RefusalSchema },
  };
  app.get("/api/v1/inspections", { schema: reading }, async (request, reply) => {
    const day = await readKeptDayOf(request.query.day, deps);
    if (typeof day !== "number") return refuse(request, reply, day);
    const { line: lineId = null } = request.query;
    const read = await deps.store.reports.readInspections({ day, lineId, now: deps.now() });
    return { day: formatDay(day), ...read };
  });
}

/** One path: a bundle is inspected by finishing it, so that its pieces move once ([QI3]). */
function actOf({ code, orderId, ...body }: InspectionRequest): ActRequest {
  if (code !== undefined) return { kind: "finish", body: { ...body, code } };
  return { kind: "inspection", body: { ...body, ...(orderId !== undefined && { orderId }) } };
}
