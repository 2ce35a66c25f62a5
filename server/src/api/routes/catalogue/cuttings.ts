import { randomUUID } from "node:crypto";
import { Type } from "@fastify/type-provider-typebox";
import { CuttingSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { BODY_BYTES_MAX, FaultySchema, refuseAnswer, refuseShape } from "../../faulty.ts";

const strict = { additionalProperties: false };
const Key = Type.String({
  minLength: 8,
  maxLength: 60,
  pattern: "^[A-Za-z0-9._:-]+$",
  description: "Drawn by the sender: the same key again does nothing again",
});
const IdSchema = Type.Object({ id: Type.String({ maxLength: 64 }) });
const CutBodySchema = Type.Object(
  {
    ...CuttingSchema.properties,
    key: Type.Optional(Key),
    at: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: "When it was cut, UTC ms, never after it is told; now if absent",
      }),
    ),
  },
  strict,
);
const PackBodySchema = Type.Object(
  {
    key: Key,
    kits: Type.Integer({
      minimum: -1_000_000,
      maximum: 1_000_000,
      description: "Below 0 for kits that were opened again",
    }),
  },
  strict,
);
const BundlesSchema = Type.Object({
  bundles: Type.Immutable(
    Type.Array(
      Type.Object({
        code: Type.String({ description: "As people read it: `118-117-K`" }),
        number: Type.Integer(),
        set: Type.Integer({ description: "The same for the parts of the same pieces" }),
        part: Type.Union([Type.String(), Type.Null()]),
        size: Type.String(),
        colour: Type.String(),
        shade: Type.Integer(),
        pieces: Type.Integer(),
      }),
    ),
  ),
});
const KitsSchema = Type.Object({
  ordered: Type.Integer(),
  complete: Type.Integer({ description: "That the good pieces make, packed ones among them" }),
  packed: Type.Integer(),
});
const writing = { tags: ["orders"], params: IdSchema };

/** Pieces of an order are cut into bundles at its beginning, and packed into kits at its end. */
export function routeCuttings(app: Api, { now, store }: RouteDeps): void {
  const common = { attachValidation: true, bodyLimit: BODY_BYTES_MAX };
  const code = "cutting-invalid";
  const cutting = {
    ...writing,
    summary: "Cuts pieces into bundles that never mix size, colour or shade",
    body: CutBodySchema,
    response: { 200: BundlesSchema, "4xx": FaultySchema },
  };
  app.post(
    "/api/v1/orders/:id/cuttings",
    { ...common, schema: cutting },
    async (request, reply) => {
      const shape = refuseShape(request, reply, code);
      if (shape !== null) return shape;
      const { key = randomUUID(), at, ...rest } = request.body;
      const told = now();
      const cutAt = Math.min(at ?? told, told);
      const command = { orderId: request.params.id, key, cutAt, cutting: rest };
      const answer = await store.cutOrder(command, told);
      return answer.ok ? { bundles: answer.value } : refuseAnswer(request, reply, { code, answer });
    },
  );

  const packing = {
    ...writing,
    summary: "Packs whole kits, as many as the good pieces make",
    body: PackBodySchema,
    response: { 200: KitsSchema, "4xx": FaultySchema },
  };
  const options = { schema: packing };
  app.post("/api/v1/orders/:id/packings", options, async (request, reply) => {
    const command = { orderId: request.params.id, ...request.body };
    const answer = await store.packKits(command, now());
    return answer.ok
      ? answer.value
      : refuseAnswer(request, reply, { code: "order-invalid", answer });
  });
}
