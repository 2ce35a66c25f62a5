import { Type } from "@fastify/type-provider-typebox";
import { type OwnProgress, ownProgress, type Words } from "@trame/shared";
import { senderFor } from "../../access/station-keys.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { refuse } from "../../refuse.ts";
import { answering, WordsSchema } from "../floor/card-schemas.ts";

const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);

const ProgressSchema = Type.Object({
  looks: Type.Array(Type.Integer(), {
    description: "When it was looked at in the last 31 days, UTC ms, this time first",
  }),
  operations: Type.Array(
    Type.Object({
      label: WordsSchema,
      daysWorked: Type.Integer({ description: "Of the last 31 days" }),
      first: { ...NumberOrNull, description: "Pieces an hour in their own first three days" },
      latest: { ...NumberOrNull, description: "In their latest three" },
      ratio: { ...NumberOrNull, description: "latest / first; null before six days" },
    }),
  ),
});

interface Progress {
  readonly looks: readonly number[];
  readonly operations: readonly (Omit<OwnProgress, "operation"> & { readonly label: Words })[];
}

/**
 * How somebody is getting on, for that person alone, in a mode that shows people their own. Each look is put on record, so that
 * asking is writing. Not even the admin token opens it.
 */
export function routeOwnProgress(app: Api, { now, store }: RouteDeps): void {
  const schema = {
    tags: ["station"],
    summary:
      "Somebody's own progress, with their badge at the station where they are; each look is logged",
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    body: Type.Object(
      {
        assignmentId: Type.String({ minLength: 1, maxLength: 64 }),
        badge: Type.String({ maxLength: 64, description: "Of that person, as read or typed" }),
      },
      { additionalProperties: false },
    ),
    response: { 200: answering<Progress>(ProgressSchema), "4xx": FaultySchema },
  };
  app.post("/api/v1/stations/:id/own-progress", { schema }, async (request, reply) => {
    const { id: stationId } = request.params;
    const sender = senderFor(request.principal, stationId);
    if (sender === "supervisor")
      return refuse(request, reply, { code: "own-progress-station-only" });
    if (sender !== "station") return refuse(request, reply, { code: sender });
    const at = now();
    const look = await store.lookAtProgress({ stationId, ...request.body }, at);
    if (!look.ok) return refuseAnswer(request, reply, { code: "own-progress-off", answer: look });
    const { works, labels, looks } = await store.reports.readOwnWork(look.value.operatorId, at);
    return {
      looks,
      operations: ownProgress(works).map(({ operation, ...progress }) => ({
        label: labels.get(operation) ?? { fr: operation },
        ...progress,
      })),
    };
  });
}
