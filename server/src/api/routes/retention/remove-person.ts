import { Type } from "@fastify/type-provider-typebox";
import { REMOVAL_REASONS } from "@trame/shared";
import { OperatorSchema } from "@trame/shared/schemas";
import { withAuthor } from "../../../author.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";

/** Takes somebody out of everything that is kept; no figure moves by it ([RT3]). */
export function routeRemovePerson(app: Api, { now, purges, store }: RouteDeps): void {
  const schema = {
    tags: ["people"],
    summary: "Removes somebody: their sheet, badge and code, and where they were",
    params: Type.Object({ id: OperatorSchema.properties.id }),
    querystring: Type.Object(
      {
        reason: Type.Union(
          REMOVAL_REASONS.map((reason) => Type.Literal(reason)),
          { description: "They left, they asked for it, or they were noted by mistake" },
        ),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        rows: Type.Record(Type.String(), Type.Integer(), {
          description: "How many rows went, by table",
        }),
      }),
      "4xx": FaultySchema,
    },
  };
  app.delete("/api/v1/operators/:id", { schema }, async (request, reply) => {
    const { id } = request.params;
    const answer = await store.removePerson({ id, reason: request.query.reason }, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code: "operator-invalid", answer });
    // What it left in the bytes of the files goes at once, and is looked for.
    withAuthor(null, () => purges.soon(answer.value));
    return { rows: answer.value.taken };
  });
}
