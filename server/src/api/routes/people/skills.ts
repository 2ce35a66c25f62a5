import { Type } from "@fastify/type-provider-typebox";
import { personal } from "@trame/shared/schemas";
import type { SkillsRead } from "../../../store/people/skills-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { RefusalSchema } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";
import { PersonSchema } from "../supervision/presence.ts";

const AnswerSchema = Type.Object({
  operations: Type.Array(
    Type.Object({
      operation: Type.String({ description: "Its label" }),
      isInUse: Type.Boolean({ description: "A station or an open order has it" }),
      alone: Type.Integer({ description: "People at level 3 or 4" }),
      teachers: Type.Integer({ description: "People at level 4" }),
      learning: Type.Integer({ description: "People at level 1 or 2" }),
      isToPassOn: Type.Boolean({ description: "Fewer than two people do it alone" }),
    }),
  ),
  people: Type.Array(
    Type.Object({
      ...PersonSchema.properties,
      levels: personal(
        Type.Array(Type.Union([Type.Integer(), Type.Null()]), {
          description: "In the order of the operations; null: not noted",
        }),
      ),
    }),
    { description: "By badge" },
  ),
});
const BodySchema = Type.Object(
  {
    operatorId: personal(Type.String({ minLength: 1, maxLength: 64 })),
    operation: Type.String({ minLength: 1, maxLength: 120, description: "Its label" }),
    level: Type.Integer({
      minimum: 0,
      maximum: 4,
      description: "1 learning, 2 with help, 3 alone, 4 can teach; 0 takes it away",
    }),
  },
  { additionalProperties: false },
);
const common = { tags: ["people"] };
const PATH = "/api/v1/people/skills";

/** Polyvalence: people by operations, without any figure of work. */
export function routeSkills(app: Api, { now, store }: RouteDeps): void {
  const reading = {
    ...common,
    summary: "Who knows what, and which operations are to be passed on",
    response: { 200: answering<SkillsRead>(AnswerSchema), "4xx": RefusalSchema },
  };
  const config = { look: { what: "skills" } } as const;
  app.get(PATH, { schema: reading, config }, () => store.reports.readSkills(now()));

  const writing = {
    ...common,
    summary: "Notes at which level somebody knows one operation",
    body: BodySchema,
    response: { 200: BodySchema, "4xx": FaultySchema },
  };
  app.put(PATH, { schema: writing, config: { look: "echo" } }, async (request, reply) => {
    const answer = await store.setSkill(request.body, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code: "operator-invalid", answer });
    return request.body;
  });
}
