import { Type } from "@fastify/type-provider-typebox";
import { REPORT_STAGES } from "@trame/shared";
import { At, IntegerOrNull, TextOrNull } from "../floor/card-schemas.ts";

const AtOrNull = Type.Union([At, Type.Null()]);
const MinutesOrNull = (description: string) =>
  Type.Union([Type.Number(), Type.Null()], { description });
/** Why attended minutes are not told; null: they are. */
export const MaskedSchema = Type.Union([Type.Literal("few-people"), Type.Null()], {
  description:
    "`few-people`: fewer than four people were counted, here or where a difference would tell it, so that minutes, efficiency and performance are null; they are told per line and day",
});
const RatioOrNull = Type.Union([Type.Number({ description: "0..1" }), Type.Null()]);

const totals = {
  good: Type.Integer({
    description:
      "Output of the lines; of an order or a style its pieces past the last operation; of one operation all of them",
  }),
  rework: Type.Integer({ description: "Declared, whatever became of them" }),
  second: Type.Integer(),
  scrap: Type.Integer(),
  earnedMinutes: Type.Number({ description: "Σ good × standard minutes in force" }),
  attendedMinutes: MinutesOrNull("null: not told"),
  onStandardMinutes: MinutesOrNull("Attended without off-standard; null: not told"),
  efficiency: RatioOrNull,
  performance: RatioOrNull,
  masked: MaskedSchema,
};
const TotalsSchema = Type.Object(totals);

const OperationSchema = Type.Object({
  code: TextOrNull,
  operation: Type.String(),
  standardMinutes: Type.Array(Type.Number(), { description: "Several where it changed" }),
  lineIds: Type.Array(Type.String()),
  origins: Type.Object({
    machine: Type.Integer(),
    scan: Type.Integer(),
    hand: Type.Integer(),
    deduced: Type.Integer(),
    correction: Type.Integer(),
  }),
  totals: TotalsSchema,
});

const OrderSchema = Type.Object({
  orderId: TextOrNull,
  styleId: TextOrNull,
  name: TextOrNull,
  customer: TextOrNull,
  totals: TotalsSchema,
  operations: Type.Array(OperationSchema),
  cells: Type.Array(
    Type.Object({ size: Type.String(), colour: Type.String(), totals: TotalsSchema }),
  ),
});

/** `ProductionReport` of shared, for the documentation. */
export const ReportSchema = Type.Object({
  scope: Type.Object({
    from: Type.String(),
    to: Type.String(),
    lineId: TextOrNull,
    orderId: TextOrNull,
    styleId: TextOrNull,
  }),
  asOf: Type.Integer({ description: "UTC ms until which it knows what happened" }),
  closedAt: AtOrNull,
  stage: Type.Union(
    REPORT_STAGES.map((stage) => Type.Literal(stage)),
    { description: "Of its last working day; ahead: its first one has not begun" },
  ),
  corrected: Type.Array(Type.Object({ day: Type.String(), version: Type.Integer(), at: At }), {
    description: "Days that changed after they were over",
  }),
  isRefolding: Type.Boolean({ description: "Figures may still move" }),
  totals: TotalsSchema,
  orders: Type.Array(OrderSchema, { description: "Then what no order explains" }),
  hours: Type.Array(Type.Object({ hour: At, pieces: Type.Integer() }), {
    description: "Of one day only",
  }),
  stops: Type.Array(
    Type.Object({
      class: TextOrNull,
      cause: TextOrNull,
      minutes: Type.Number(),
      count: Type.Integer(),
    }),
    { description: "Off-standard minutes by cause, most first" },
  ),
  quality: Type.Object({
    inspected: Type.Integer(),
    goodFirst: Type.Integer(),
    defects: Type.Integer(),
    dhu: Type.Union([Type.Number(), Type.Null()]),
    firstPassYield: RatioOrNull,
    byDefect: Type.Array(Type.Object({ defect: Type.String(), pieces: Type.Integer() })),
  }),
  trend: Type.Array(Type.Object({ day: Type.String(), target: IntegerOrNull, ...totals }), {
    description: "The last day and the twenty working days before it",
  }),
  nearest: Type.Union([Type.String(), Type.Null()], {
    description: "The nearest day with data, where the report holds none",
  }),
});
