import Type, { type Static } from "typebox";
import { ColourName, Id, Label, Pieces, SizeName, strict } from "./fields.ts";
import { OperationSchema } from "./routing-schema.ts";

const OrderStateSchema = Type.Union([
  Type.Literal("prepared"),
  Type.Literal("released"),
  Type.Literal("running"),
  Type.Literal("done"),
  Type.Literal("closed"),
]);

const QuantitySchema = Type.Object({ size: SizeName, colour: ColourName, pieces: Pieces }, strict);

const OrderStyleSchema = Type.Object(
  {
    styleId: Id,
    /** The version that the order began with; newer ones change nothing for it ([O7]). */
    routingVersion: Type.Integer({ minimum: 1, maximum: 100_000 }),
    quantities: Type.Array(QuantitySchema, { minItems: 1, maxItems: 2_400 }),
    /** Pieces of the style in one kit; only in an order of kits. */
    perKit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  },
  strict,
);

const KitSchema = Type.Object(
  {
    /** Kits to deliver. */
    quantity: Pieces,
    /** Operations on the whole kit, after the last one of each style: packing, labelling. May be none. */
    packing: Type.Array(OperationSchema, { maxItems: 20 }),
  },
  strict,
);

/** A work order: so many pieces by size and colour for a customer, of one style, or of several that make a kit. */
export const OrderSchema = Type.Object(
  {
    /** The number in the codes of its bundles; see `nextOrderNumber`. */
    number: Type.Integer({ minimum: 1, maximum: 99_999 }),
    /** The customer's own reference: an import knows the order by it. */
    reference: Type.Optional(Label),
    customer: Label,
    /** `2026-12-18`. */
    dueOn: Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
    /** 1 goes first, 9 last; 5 when not given. */
    priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
    state: OrderStateSchema,
    styles: Type.Array(OrderStyleSchema, { minItems: 1, maxItems: 20 }),
    kit: Type.Optional(KitSchema),
    /** Ids of the lines that sew it; any line when not given. */
    lines: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200 })),
  },
  strict,
);

export type Order = Static<typeof OrderSchema>;
export type OrderState = Static<typeof OrderStateSchema>;
export type OrderStyle = Static<typeof OrderStyleSchema>;
export type OrderKit = Static<typeof KitSchema>;
