import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../../api.ts";
import { BODY_BYTES_MAX, FaultySchema, refuseAnswer, refuseShape } from "../../faulty.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { onlyOne } from "./one.ts";
import {
  NewOrderSchema,
  OrderAnswerSchema,
  OrderChangesSchema,
  orderAnswer,
} from "./order-schema.ts";

const IdSchema = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Asked = Type.Object({
  state: Type.Optional(
    Type.Union([Type.Literal("open"), Type.Literal("closed"), Type.Literal("all")], {
      description: "open if absent",
    }),
  ),
});
const writing = {
  tags: ["orders"],
  response: { 200: OrderAnswerSchema, "4xx": FaultySchema },
};

/** Work orders. */
export function routeOrders(app: Api, deps: RouteDeps): void {
  readOrders(app, deps);
  const { now, store } = deps;
  const common = { attachValidation: true, bodyLimit: BODY_BYTES_MAX };
  const code = "order-invalid";

  const adding = { ...writing, summary: "Takes a new order", body: NewOrderSchema };
  app.post("/api/v1/orders", { ...common, schema: adding }, async (request, reply) => {
    const shape = refuseShape(request, reply, code);
    if (shape !== null) return shape;
    const answer = await store.putCatalogue({ orders: [request.body] }, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code, answer, under: "/orders/0" });
    return orderAnswer(onlyOne(answer.value.orders));
  });

  const changing = {
    ...writing,
    summary: "Changes an order; what is not sent stays",
    params: IdSchema,
    body: OrderChangesSchema,
  };
  app.patch("/api/v1/orders/:id", { ...common, schema: changing }, async (request, reply) => {
    const shape = refuseShape(request, reply, code);
    if (shape !== null) return shape;
    const { id } = request.params;
    const answer = await store.changeOrder({ id, changes: request.body }, now());
    return answer.ok ? orderAnswer(answer.value) : refuseAnswer(request, reply, { code, answer });
  });
}

function readOrders(app: Api, { store }: RouteDeps): void {
  const listing = {
    summary: "Orders, the newest first",
    tags: ["orders"],
    querystring: Asked,
    response: { 200: Type.Object({ orders: Type.Array(OrderAnswerSchema) }) },
  };
  app.get("/api/v1/orders", { schema: listing }, async ({ query: { state = "open" } }) => ({
    orders: (await store.reports.readOrders(state)).map(orderAnswer),
  }));

  const reading = {
    summary: "An order",
    tags: ["orders"],
    params: IdSchema,
    response: { 200: OrderAnswerSchema, "4xx": RefusalSchema },
  };
  app.get("/api/v1/orders/:id", { schema: reading }, async (request, reply) => {
    const { id } = request.params;
    const order = await store.reports.readOrder(id);
    if (order === null) return refuse(request, reply, { code: "order-unknown", blanks: { id } });
    return orderAnswer(order);
  });
}
