import { type TSchema, Type } from "@fastify/type-provider-typebox";
import { OperationSchema, OrderSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";

const Pieces = Type.Integer({ minimum: 0 });

function list<Item extends TSchema>(items: Item, description: string) {
  return Type.Immutable(Type.Array(items, { description }));
}

const QuantitySchema = Type.Object({
  size: Type.String(),
  colour: Type.String(),
  ordered: Pieces,
  cut: Type.Integer({ description: "good + rework + second + scrap + inProgress" }),
  good: Pieces,
  rework: Type.Integer({ description: "In repair now" }),
  second: Pieces,
  scrap: Pieces,
  inProgress: Pieces,
  outside: Type.Integer({ description: "Of those in progress, at a subcontractor's" }),
  left: Type.Integer({ description: "Still to be made good: ordered − good, never below 0" }),
});

const OperationProgressSchema = Type.Object({
  code: Type.String(),
  label: OperationSchema.properties.label,
  good: Type.Integer({ description: "Done there and gone on" }),
  deduced: Type.Integer({ description: "Of them, those that nobody scanned" }),
  rework: Type.Integer({ description: "Sent to repair there and not back yet" }),
  second: Pieces,
  scrap: Pieces,
});

const ProgressSchema = Type.Object({
  orderId: Type.String(),
  number: Type.Integer(),
  state: OrderSchema.properties.state,
  styles: list(
    Type.Object({
      styleId: Type.String(),
      routingVersion: Type.Integer(),
      quantities: list(QuantitySchema, "Garments; parts that join count once"),
      operations: list(OperationProgressSchema, "In the order in which they are done"),
    }),
    "Each style of the order",
  ),
  kits: Type.Union([
    Type.Object({
      ordered: Pieces,
      complete: Type.Integer({ description: "That the good pieces make, packed ones among them" }),
      packed: Pieces,
    }),
    Type.Null(),
  ]),
  bundles: Type.Object({
    waiting: Pieces,
    open: Type.Integer({ description: "Under the needle" }),
    outside: Pieces,
    inRepair: Type.Integer({ description: "Only pieces in repair are left of it" }),
    out: Type.Integer({ description: "Finished, or gone on in another bundle" }),
    inConflict: Type.Integer({ description: "Of all of these" }),
  }),
});

/** How far an order is. */
export function routeProgress(app: Api, { store }: RouteDeps): void {
  const schema = {
    summary: "How far an order is: pieces by size and colour, operations, kits, bundles",
    tags: ["orders"],
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    response: { 200: ProgressSchema, "4xx": RefusalSchema },
  };
  app.get("/api/v1/orders/:id/progress", { schema }, async (request, reply) => {
    const { id } = request.params;
    const progress = await store.reports.readProgress(id);
    return progress ?? refuse(request, reply, { code: "order-unknown", blanks: { id } });
  });
}
