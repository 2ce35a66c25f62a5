import { Type } from "@fastify/type-provider-typebox";
import { ORDER_STORY_KINDS, ORDER_STORY_TOPICS } from "@trame/shared";
import type { OrderStory } from "../../../store/orders-desk/story-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering, IntegerOrNull, TextOrNull } from "../floor/card-schemas.ts";
import { wholeNumber } from "./whole-number.ts";

const StorySchema = Type.Object({
  facts: Type.Array(
    Type.Object({
      at: Type.Number({ description: "UTC ms" }),
      kind: Type.Union(Object.keys(ORDER_STORY_KINDS).map((kind) => Type.Literal(kind))),
      code: Type.Union([Type.String(), Type.Null()], { description: "Ticket of the bundle" }),
      bundles: Type.Integer(),
      stationId: TextOrNull,
      operation: TextOrNull,
      pieces: IntegerOrNull,
      outcome: Type.Union([
        Type.Object({
          good: Type.Integer(),
          rework: Type.Integer(),
          second: Type.Integer(),
          scrap: Type.Integer(),
        }),
        Type.Null(),
      ]),
      number: Type.Union([Type.Integer(), Type.Null()], { description: "Of a carton" }),
      fields: Type.Array(Type.String(), { description: "Of the order, that changed" }),
      partner: TextOrNull,
      slipId: TextOrNull,
      reason: TextOrNull,
      choice: TextOrNull,
      isUndone: Type.Boolean(),
    }),
    { description: "In the order in which they happened" },
  ),
  total: Type.Integer(),
  next: Type.Union([Type.Integer(), Type.Null()], {
    description: "Given back as `after` for the next page",
  }),
});

/** All that happened to an order. */
export function routeOrderStory(app: Api, { store }: RouteDeps): void {
  const schema = {
    summary: "An order's whole story, by pages; it names nobody",
    tags: ["orders"],
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    querystring: Type.Object({
      topic: Type.Optional(
        Type.Union(
          ORDER_STORY_TOPICS.map((topic) => Type.Literal(topic)),
          { description: "All if absent" },
        ),
      ),
      after: Type.Optional(wholeNumber("`next` of the page before")),
    }),
    response: { 200: answering<OrderStory>(StorySchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/orders/:id/story", { schema }, async (request, reply) => {
    const { id } = request.params;
    const { topic = null, after = "0" } = request.query;
    const story = await store.reports.readOrderStory(id, { topic, after: Number(after) });
    return story ?? refuse(request, reply, { code: "order-unknown", blanks: { id } });
  });
}
