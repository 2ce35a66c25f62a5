import { Type } from "@fastify/type-provider-typebox";
import { formatDay } from "@trame/shared";
import type { TrainingMinutes, TrainingRow } from "../../../store/people/training-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";
import { answering } from "../floor/card-schemas.ts";

const MinutesSchema = Type.Union([
  Type.Object({
    supportMinutes: Type.Number({
      description: "Stops of the class support: help and training, working minutes of the stations",
    }),
    learningMinutes: Type.Number({
      description: "Presence at a station whose operation is noted at level 1 or 2, breaks removed",
    }),
  }),
  Type.Null(),
]);

interface Training {
  readonly from: string;
  readonly to: string;
  readonly operations: readonly TrainingRow[];
  readonly total: TrainingMinutes | null;
}

const AnswerSchema = Type.Object({
  from: Type.String(),
  to: Type.String(),
  operations: Type.Array(Type.Object({ operation: Type.String(), minutes: MinutesSchema }), {
    description: "By name; null minutes: they would be of fewer than 4 people",
  }),
  total: MinutesSchema,
});

/** Training hours of the days for which it is known who was where: always of a group. */
export function routeTraining(app: Api, { now, store }: RouteDeps): void {
  const schema = {
    tags: ["people"],
    summary: "Training hours by operation over the last 31 days, masked under 4 people",
    response: { 200: answering<Training>(AnswerSchema), "4xx": RefusalSchema },
  };
  const config = { look: { what: "training" } } as const;
  app.get("/api/v1/people/training", { schema, config }, async () => {
    const { from, to, ...rest } = await store.reports.readTraining(now());
    return { from: formatDay(from), to: formatDay(to), ...rest };
  });
}
