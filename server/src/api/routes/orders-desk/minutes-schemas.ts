import { Type } from "@fastify/type-provider-typebox";
import { TextOrNull, WordsSchema } from "../floor/card-schemas.ts";
import { MaskedSchema } from "../reports/report-schemas.ts";

const sums = {
  estimatedMinutes: Type.Number({ description: "Σ ordered × standard minutes" }),
  earnedMinutes: Type.Number({ description: "Σ good × standard minutes in force" }),
  attendedMinutes: Type.Union([Type.Number(), Type.Null()], {
    description: "Attended minutes shared out to the order; null: not told",
  }),
  efficiency: Type.Union([Type.Number(), Type.Null()], { description: "Earned / attended" }),
  masked: MaskedSchema,
};

/** Minutes of an order. */
export const MinutesSchema = Type.Object({
  total: Type.Object(sums),
  operations: Type.Array(
    Type.Object({
      styleId: Type.Union([Type.String(), Type.Null()], {
        description: "null for packing kits, and for what no routing of the order knows",
      }),
      code: TextOrNull,
      label: WordsSchema,
      standardMinutes: Type.Union([Type.Number(), Type.Null()]),
      ordered: Type.Integer(),
      good: Type.Integer(),
      ...sums,
    }),
    { description: "In the order in which they are done; they add up to the total" },
  ),
});

/** How a style is learnt. */
export const LearningSchema = Type.Object({
  points: Type.Array(
    Type.Object({
      day: Type.String(),
      garments: Type.Number({ description: "Made when half of the day's were" }),
      minutes: Type.Number({ description: "Mean attended minutes per good garment" }),
    }),
  ),
  maskedDays: Type.Integer({
    description: "Days without a point, since fewer than four people were counted on them",
  }),
  fit: Type.Union(
    [
      Type.Object({
        firstMinutes: Type.Number({ description: "T(1)" }),
        ratio: Type.Number({ description: "r: what is left of the time at each doubling" }),
        explained: Type.Number({ description: "R² on logarithms, 0..1" }),
      }),
      Type.Null(),
    ],
    { description: "null below five days with output" },
  ),
});
