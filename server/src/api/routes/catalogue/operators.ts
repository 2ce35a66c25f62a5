import { type Static, Type } from "@fastify/type-provider-typebox";
import { formatBadge } from "@trame/shared";
import { OperatorSchema, personal } from "@trame/shared/schemas";
import type { BadgedOperator } from "../../../store/catalogue/operators.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer, refuseShape } from "../../faulty.ts";
import { ofAddress } from "../../note-looks.ts";
import { onlyOne } from "./one.ts";

const IdSchema = Type.Object({ id: OperatorSchema.properties.id });
const BodySchema = Type.Object(
  { ...OperatorSchema.properties, id: Type.Optional(OperatorSchema.properties.id) },
  { additionalProperties: false },
);
const AnswerSchema = Type.Object({
  ...OperatorSchema.properties,
  badge: personal(Type.Integer({ description: "Number on the badge" })),
  badgeCode: personal(Type.String({ description: "As people read it: `P-412-E`" })),
});
const common = { tags: ["people"] };
const writing = { ...common, response: { 200: AnswerSchema, "4xx": FaultySchema } };
const code = "operator-invalid";
const under = "/operators/0";

/** Who works at stations: pseudonyms and badges. Reading needs the token too. */
export function routeOperators(app: Api, { now, store }: RouteDeps): void {
  const listing = {
    ...common,
    summary: "Everybody, by badge",
    response: { 200: Type.Object({ operators: Type.Array(AnswerSchema) }), "4xx": FaultySchema },
  };
  const list = { schema: listing, config: { look: { what: "people" } } } as const;
  app.get("/api/v1/operators", list, async () => ({
    operators: (await store.reports.readOperators()).map(answerOf),
  }));

  const options = { attachValidation: true };
  const adding = { ...writing, summary: "Takes somebody new", body: BodySchema };
  const add = { ...options, schema: adding, config: { look: "echo" } } as const;
  app.post("/api/v1/operators", add, async (request, reply) => {
    const shape = refuseShape(request, reply, code);
    if (shape !== null) return shape;
    const answer = await store.addOperator(request.body, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code, answer, under });
    return answerOf(onlyOne(answer.value.operators));
  });

  const changing = {
    ...writing,
    summary: "Changes somebody's entry whole; without a badge they keep theirs",
    params: IdSchema,
    body: BodySchema,
  };
  const config = { look: { what: "people", about: ofAddress } } as const;
  app.put(
    "/api/v1/operators/:id",
    { ...options, schema: changing, config },
    async (request, reply) => {
      const shape = refuseShape(request, reply, code);
      if (shape !== null) return shape;
      const { id } = request.params;
      if (request.body.id !== undefined && request.body.id !== id) {
        const faults = [{ code: "id-mismatch" as const, path: "/id" }];
        return refuseAnswer(request, reply, { code, answer: { faults } });
      }
      const answer = await store.putCatalogue({ operators: [{ ...request.body, id }] }, now());
      if (!answer.ok) return refuseAnswer(request, reply, { code, answer, under });
      return answerOf(onlyOne(answer.value.operators));
    },
  );

  const renewing = {
    ...writing,
    summary: "Gives somebody a badge with a new number",
    params: IdSchema,
  };
  const badge = { schema: renewing, config };
  app.post("/api/v1/operators/:id/badge", badge, async (request, reply) => {
    const answer = await store.renewBadge(request.params.id, now());
    return answer.ok ? answerOf(answer.value) : refuseAnswer(request, reply, { code, answer });
  });
}

function answerOf(operator: BadgedOperator): Static<typeof AnswerSchema> {
  return { ...operator, badgeCode: formatBadge(operator.badge) };
}
