import { type Static, Type } from "@fastify/type-provider-typebox";
import type { CartonContent } from "@trame/shared";
import { CartonContentSchema } from "@trame/shared/schemas";
import type { CartonRead } from "../../../store/orders-desk/carton-rows.ts";
import type { CartonsRead } from "../../../store/orders-desk/orders-desk-reads.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer, refuseShape } from "../../faulty.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering, TextOrNull } from "../floor/card-schemas.ts";
import { wholeNumber } from "./whole-number.ts";

const IdSchema = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Pieces = Type.Integer({ minimum: 0 });

const CartonSchema = Type.Object({
  number: Type.Integer({ description: "Within the order; on its label" }),
  packedAt: Type.Integer({ description: "UTC ms" }),
  openedAt: Type.Union([Type.Integer(), Type.Null()], {
    description: "When it was opened again, UTC ms; null while it is closed",
  }),
  content: CartonContentSchema,
});

const counted = {
  ordered: Pieces,
  complete: Type.Integer({ description: "Good, those in cartons among them" }),
  inCartons: Pieces,
};
const StockSchema = Type.Union([
  Type.Object({
    kind: Type.Literal("kits"),
    kits: Type.Array(Type.Object({ size: TextOrNull, ...counted })),
  }),
  Type.Object({
    kind: Type.Literal("pieces"),
    pieces: Type.Array(
      Type.Object({
        ...{ styleId: Type.String(), size: Type.String(), colour: Type.String() },
        ...counted,
      }),
    ),
  }),
]);
const CartonsSchema = Type.Object({
  customer: Type.String(),
  reference: TextOrNull,
  stock: StockSchema,
  cartons: Type.Array(CartonSchema, { description: "By number; opened ones too" }),
});

const PackBodySchema = Type.Object(
  {
    key: Type.String({
      minLength: 8,
      maxLength: 60,
      pattern: "^[A-Za-z0-9._:-]+$",
      description: "Drawn by the sender: the same key again makes no second carton",
    }),
    kits: Type.Optional(CartonContentSchema.properties.kits),
    pieces: Type.Optional(CartonContentSchema.properties.pieces),
  },
  { additionalProperties: false },
);

/** Cartons of an order: what is complete goes in, what went in can come out. */
export function routeCartons(app: Api, deps: RouteDeps): void {
  readCartons(app, deps);
  const { now, store } = deps;
  const writing = { tags: ["orders"] };
  const response = { 200: answering<CartonRead>(CartonSchema), "4xx": FaultySchema };
  const packing = {
    ...writing,
    summary: "Puts complete pieces, or kits, into a new carton",
    params: IdSchema,
    body: PackBodySchema,
    response,
  };
  const options = { schema: packing, attachValidation: true };
  app.post("/api/v1/orders/:id/cartons", options, async (request, reply) => {
    const shape = refuseShape(request, reply, "carton-invalid");
    if (shape !== null) return shape;
    const { key } = request.body;
    const command = { orderId: request.params.id, key, content: contentOf(request.body) };
    const answer = await store.packCarton(command, now());
    return answer.ok
      ? answer.value
      : refuseAnswer(request, reply, { code: "carton-invalid", answer });
  });

  const opening = {
    ...writing,
    summary: "Opens a carton again: what it held is in none any more",
    params: Type.Object({
      ...IdSchema.properties,
      number: wholeNumber("Of the carton"),
    }),
    response,
  };
  const path = "/api/v1/orders/:id/cartons/:number/undo";
  app.post(path, { schema: opening }, async (request, reply) => {
    const { id: orderId, number } = request.params;
    const answer = await store.openCarton({ orderId, number: Number(number) }, now());
    return answer.ok
      ? answer.value
      : refuseAnswer(request, reply, { code: "carton-invalid", answer });
  });
}

function readCartons(app: Api, { store }: RouteDeps): void {
  const schema = {
    summary: "The cartons of an order, and what there is to put into more",
    tags: ["orders"],
    params: IdSchema,
    response: { 200: answering<CartonsRead>(CartonsSchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/orders/:id/cartons", { schema }, async (request, reply) => {
    const { id } = request.params;
    const cartons = await store.reports.readCartons(id);
    return cartons ?? refuse(request, reply, { code: "order-unknown", blanks: { id } });
  });
}

function contentOf({ kits = [], pieces = [] }: Static<typeof PackBodySchema>): CartonContent {
  return { kits, pieces };
}
