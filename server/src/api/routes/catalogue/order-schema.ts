import { type Static, Type } from "@fastify/type-provider-typebox";
import { OrderSchema } from "@trame/shared/schemas";
import type { StoredOrder } from "../../../store/catalogue/orders.ts";

const strict = { additionalProperties: false };
const properties = OrderSchema.properties;
const { routingVersion, ...styleFields } = properties.styles.items.properties;

/** An order as it is told. */
export const OrderAnswerSchema = Type.Object({
  id: Type.String({ description: "Year of its making and number: `2026-118`" }),
  givenAt: Type.Integer({ description: "UTC ms" }),
  closedAt: Type.Union([Type.Integer({ description: "UTC ms" }), Type.Null()]),
  ...properties,
});

/** A new order: the server gives what is left out. */
export const NewOrderSchema = Type.Object(
  {
    ...properties,
    number: Type.Optional(properties.number),
    state: Type.Optional(
      Type.Union([Type.Literal("prepared"), Type.Literal("released"), Type.Literal("running")]),
    ),
    styles: Type.Array(
      Type.Object({ ...styleFields, routingVersion: Type.Optional(routingVersion) }, strict),
      { minItems: 1, maxItems: 20 },
    ),
  },
  strict,
);

/** What of an order may change. */
export const OrderChangesSchema = Type.Object(
  {
    customer: Type.Optional(properties.customer),
    reference: Type.Optional(properties.reference),
    dueOn: Type.Optional(properties.dueOn),
    priority: Type.Optional(properties.priority),
    state: Type.Optional(
      Type.Union([
        Type.Literal("prepared"),
        Type.Literal("released"),
        Type.Literal("running"),
        Type.Literal("closed"),
      ]),
    ),
    lines: Type.Optional(
      Type.Union([properties.lines, Type.Null()], { description: "null: any line" }),
    ),
    abandon: Type.Optional(
      Type.Boolean({ description: "Closes it though bundles are in progress" }),
    ),
  },
  strict,
);

/** An order as it is told. */
export function orderAnswer({ order, ...row }: StoredOrder): Static<typeof OrderAnswerSchema> {
  return { ...row, ...order };
}
