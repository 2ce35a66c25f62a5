import { Type } from "@fastify/type-provider-typebox";
import { StyleSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { BODY_BYTES_MAX, FaultySchema, refuseAnswer, refuseShape } from "../../faulty.ts";

const IdSchema = Type.Object({ id: StyleSchema.properties.id });
const BodySchema = Type.Object(
  { ...StyleSchema.properties, id: Type.Optional(StyleSchema.properties.id) },
  { additionalProperties: false },
);

/** What is sewn: sizes, colours, a photo. */
export function routeStyles(app: Api, { now, store }: RouteDeps): void {
  const reading = {
    summary: "Every style",
    tags: ["catalogue"],
    response: { 200: Type.Object({ styles: Type.Array(StyleSchema) }) },
  };
  app.get("/api/v1/styles", { schema: reading }, async () => ({
    styles: await store.reports.readStyles(),
  }));

  const writing = {
    summary: "Makes a style, or replaces it whole",
    tags: ["catalogue"],
    params: IdSchema,
    body: BodySchema,
    response: { 200: StyleSchema, "4xx": FaultySchema },
  };
  const options = {
    schema: writing,
    attachValidation: true,
    bodyLimit: BODY_BYTES_MAX,
  };
  app.put("/api/v1/styles/:id", options, async (request, reply) => {
    const code = "style-invalid";
    const shape = refuseShape(request, reply, code);
    if (shape !== null) return shape;
    const { id } = request.params;
    const style = { ...request.body, id };
    if (request.body.id !== undefined && request.body.id !== id) {
      const faults = [{ code: "id-mismatch" as const, path: "/id" }];
      return refuseAnswer(request, reply, { code, answer: { faults } });
    }
    const answer = await store.putCatalogue({ styles: [style] }, now());
    return answer.ok ? style : refuseAnswer(request, reply, { code, answer, under: "/styles/0" });
  });
}
