import { Type } from "@fastify/type-provider-typebox";
import { personal } from "@trame/shared/schemas";
import type { LineRead } from "../../../store/people/line-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { At, answering, TextOrNull, WordsSchema } from "../floor/card-schemas.ts";
import { PersonSchema } from "./presence.ts";

const URL = "/api/v1/balance/line";
const TASKS_MAX = 200;
const PEOPLE_MAX = 64;

const OrderName = Type.Object({
  orderId: Type.String(),
  name: Type.String(),
  customer: Type.String(),
});

const AcceptedSchema = Type.Object({
  orderId: Type.String(),
  at: At,
  people: Type.Array(
    Type.Object({
      ...PersonSchema.properties,
      tasks: Type.Array(Type.String()),
      stationIds: Type.Array(Type.String(), { description: "The first is where they begin" }),
    }),
    { description: "In the order of the line" },
  ),
  isStale: Type.Boolean({ description: "It can't be kept: one of the three below" }),
  missing: Type.Array(PersonSchema),
  came: Type.Array(PersonSchema),
  hasOtherTasks: Type.Boolean({ description: "The line has other operations to do now" }),
});

const LineSchema = Type.Object({
  lineId: Type.String(),
  name: Type.String(),
  order: Type.Union([OrderName, Type.Null()], { description: "The order that is sewn there" }),
  orders: Type.Array(OrderName, { description: "Those that the line may sew" }),
  tasks: Type.Array(
    Type.Object({
      id: Type.String(),
      styleId: Type.String(),
      code: Type.String(),
      label: WordsSchema,
      standardMinutes: Type.Number({ description: "For one garment or kit; of this share" }),
      share: Type.Integer(),
      shares: Type.Integer({ description: "Stations that do it side by side" }),
      stationIds: Type.Array(Type.String()),
    }),
    { description: "In an order in which they can be done" },
  ),
  precedence: Type.Array(Type.Array(Type.Integer()), {
    description: "Positions of tasks: the first before the second",
  }),
  people: Type.Array(
    Type.Object({
      ...PersonSchema.properties,
      state: Type.Union([Type.Literal("present"), Type.Literal("expected"), Type.Literal("free")]),
      stationId: TextOrNull,
      times: personal(
        Type.Array(Type.Union([Type.Number(), Type.Null()]), {
          description: "Of each task the minutes planned; null where they can't",
        }),
      ),
    }),
  ),
  absent: Type.Array(PersonSchema),
  accepted: Type.Union([AcceptedSchema, Type.Null()]),
});

const Line = Type.Object({ line: Type.String({ minLength: 1, maxLength: 64 }) });

const BodySchema = Type.Object(
  {
    orderId: Type.String({ minLength: 1, maxLength: 64 }),
    people: Type.Array(
      Type.Object(
        {
          operatorId: personal(Type.String({ minLength: 1, maxLength: 64 })),
          tasks: Type.Array(Type.String({ maxLength: 120 }), { maxItems: TASKS_MAX }),
        },
        { additionalProperties: false },
      ),
      { maxItems: PEOPLE_MAX, description: "In the order of the line; without tasks: free" },
    ),
  },
  { additionalProperties: false },
);

const common = { tags: ["people"] };
const response = { 200: answering<LineRead>(LineSchema), "4xx": FaultySchema };

/** Who could do what on a line today, and the proposal that a supervisor accepted. */
export function routeBalanceLine(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const reading = {
    ...common,
    summary: "Who could do what on a line today, as POST /balance is asked",
    querystring: Type.Object({
      ...Line.properties,
      order: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    response: { ...response, "4xx": RefusalSchema },
  };
  const config = { look: { what: "presence" } } as const;
  app.get(URL, { schema: reading, config }, async (request, reply) => {
    const { line, order = null } = request.query;
    const read = await store.reports.readLine({ lineId: line, orderId: order, now: now() });
    if (typeof read !== "string") return read;
    const blanks = { id: order ?? line };
    return refuse(request, reply, { code: read, blanks });
  });

  const accepting = {
    ...common,
    summary: "Accepts who does what on a line today, as proposed or changed",
    querystring: Line,
    body: BodySchema,
    response,
  };
  app.put(URL, { schema: accepting, config }, async (request, reply) => {
    const { line: lineId } = request.query;
    const { orderId, people } = request.body;
    const answer = await store.acceptDivision({ lineId, orderId, people }, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code: "request-malformed", answer });
    const read = await store.reports.readLine({ lineId, orderId, now: now() });
    if (typeof read !== "string") return read;
    return refuse(request, reply, { code: read, blanks: { id: orderId } });
  });
}
