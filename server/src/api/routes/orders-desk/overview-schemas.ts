import { Type } from "@fastify/type-provider-typebox";
import { OrderSchema } from "@trame/shared/schemas";
import { IntegerOrNull, TextOrNull, WordsSchema } from "../floor/card-schemas.ts";

const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);
const Pieces = Type.Integer({ minimum: 0 });

const ForecastSchema = Type.Object(
  {
    endsAt: Type.Union([Type.Number(), Type.Null()], { description: "UTC ms" }),
    endsOn: Type.Union([Type.String(), Type.Null()], { description: "Its working day" }),
    gap: Type.Union(
      [
        ...["done", "not-begun", "too-early", "nothing-out", "too-far"].map((each) =>
          Type.Literal(each),
        ),
        Type.Null(),
      ],
      { description: "Why there is none" },
    ),
    styleId: Type.Union([Type.String(), Type.Null()], {
      description: "The style that ends last, or that lets nothing be foreseen",
    }),
    perHour: Type.Union([Type.Number(), Type.Null()], {
      description: "Its good garments per working hour of `days`",
    }),
    days: Type.Array(Type.String(), {
      description: "The last working days on which it was sewn, five at most",
    }),
    hours: Type.Number({ description: "Working hours that they have held so far" }),
  },
  {
    description:
      "Garments left at the good garments per working hour of the last five working days on which it was sewn, over the working time to come",
  },
);

const DelaySchema = Type.Object(
  {
    code: Type.Union(
      [
        ...["not-released", "nothing-cut", "conflicts", "to-settle", "stopped"],
        ...["queue", "outside", "kit-style", "not-cut"],
      ].map((each) => Type.Literal(each)),
    ),
    bundles: Type.Optional(Pieces),
    stationIds: Type.Optional(Type.Array(Type.String())),
    styleId: Type.Optional(Type.String()),
    operation: Type.Optional(Type.String()),
    pieces: Type.Optional(Pieces),
    hours: Type.Optional(
      Type.Number({ description: "Working hours that what waits takes at the operation's pace" }),
    ),
    kits: Type.Optional(Pieces),
  },
  { description: "What holds it back most: the first of these that holds" },
);

const overview = {
  id: Type.String(),
  customer: Type.String(),
  reference: TextOrNull,
  dueOn: Type.String(),
  state: OrderSchema.properties.state,
  styles: Type.Array(Type.Object({ styleId: Type.String(), name: Type.String() })),
  ordered: Pieces,
  cut: Pieces,
  good: Pieces,
  bundles: Pieces,
  kits: Type.Union([
    Type.Object({ ordered: Pieces, complete: Pieces, packed: Pieces }),
    Type.Null(),
  ]),
  forecast: ForecastSchema,
  daysLate: Type.Union([Type.Integer(), Type.Null()], {
    description: "Days from the due day to the forecast one, below 0 before it",
  }),
  delay: Type.Union([DelaySchema, Type.Null()]),
  delayLabel: Type.Union([WordsSchema, Type.Null()], {
    description: "Of the operation that `delay` names",
  }),
};

/** The open orders at a glance. */
export const OverviewsSchema = Type.Object({ orders: Type.Array(Type.Object(overview)) });

/** One order at a glance, with what its page shows. */
export const OverviewSchema = Type.Object({
  ...overview,
  queues: Type.Array(
    Type.Object({
      styleId: Type.String(),
      code: Type.String(),
      waiting: Type.Integer({ description: "Pieces that wait for it" }),
      bundles: Pieces,
      perHour: NumberOrNull,
      isEntry: Type.Boolean({ description: "Nothing comes before it: what waits is stock" }),
    }),
    { description: "What waits for each operation, in the order in which they are done" },
  ),
  kitSizes: Type.Union(
    [Type.Array(Type.Object({ size: Type.String(), kits: IntegerOrNull })), Type.Null()],
    { description: "null where kits mix sizes, and without kits" },
  ),
});
