import { Type } from "@fastify/type-provider-typebox";
import { RoutingSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { BODY_BYTES_MAX, FaultySchema, refuseAnswer, refuseShape } from "../../faulty.ts";
import { onlyOne } from "./one.ts";

const { version: _, ...fields } = RoutingSchema.properties;
const BodySchema = Type.Object(fields, { additionalProperties: false });

/** How styles are sewn: operations and what comes before what, in versions that never change. */
export function routeRoutings(app: Api, { now, store }: RouteDeps): void {
  const reading = {
    summary: "Every version of every routing, or of those of a style",
    tags: ["catalogue"],
    querystring: Type.Object({ styleId: Type.Optional(Type.String()) }),
    response: { 200: Type.Object({ routings: Type.Array(RoutingSchema) }) },
  };
  app.get("/api/v1/routings", { schema: reading }, async ({ query: { styleId = null } }) => ({
    routings: await store.reports.readRoutings(styleId),
  }));

  const writing = {
    summary: "Adds the next version of a style's routing",
    description: "One that says what the latest says is that version: none is added.",
    tags: ["catalogue"],
    body: BodySchema,
    response: { 200: RoutingSchema, "4xx": FaultySchema },
  };
  const options = {
    schema: writing,
    attachValidation: true,
    bodyLimit: BODY_BYTES_MAX,
  };
  app.post("/api/v1/routings", options, async (request, reply) => {
    const code = "routing-invalid";
    const shape = refuseShape(request, reply, code);
    if (shape !== null) return shape;
    const answer = await store.putCatalogue({ routings: [request.body] }, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code, answer, under: "/routings/0" });
    return onlyOne(answer.value.routings);
  });
}
