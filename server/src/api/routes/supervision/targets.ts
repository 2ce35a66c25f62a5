import { Type } from "@fastify/type-provider-typebox";
import { CAUSE_CLASSES } from "@trame/shared";
import { TargetBody } from "@trame/shared/schemas";
import { createTargets, type Targets } from "../../../reports/targets.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { readKeptDayOf } from "../../day-of.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { actResponse } from "../floor/acts.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";
import { createSenders } from "../floor/senders.ts";

const URL = "/api/v1/targets";
const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);
const ClassSchema = Type.Union([...CAUSE_CLASSES.map((each) => Type.Literal(each)), Type.Null()]);

const SourceSchema = Type.Object({
  personMinutes: Type.Number({ description: "Σ minutes of the people, breaks removed" }),
  efficiency: Type.Number({ description: "Planned, a ratio" }),
  standardMinutes: Type.Number({ description: "Of one garment on this line" }),
});

const HourSchema = Type.Object({
  hour: At,
  target: NumberOrNull,
  actual: Type.Union([Type.Number(), Type.Null()], { description: "null for an hour to come" }),
  cumulativeTarget: NumberOrNull,
  cumulativeActual: NumberOrNull,
  gap: Type.Union([Type.Number(), Type.Null()], {
    description: "Done less expected at the end of the hour, or now while it runs",
  }),
  short: Type.Array(
    Type.Object({
      cause: TextOrNull,
      class: ClassSchema,
      minutes: Type.Number(),
      stationIds: Type.Array(Type.String()),
    }),
    { description: "Stops within the hour by cause" },
  ),
});

const AnswerSchema = Type.Object({
  day: Type.String(),
  lines: Type.Array(
    Type.Object({
      lineId: Type.String(),
      name: Type.String(),
      pieces: Type.Union([Type.Number(), Type.Null()], {
        description: "For the whole day; null without a target and on a day off",
      }),
      origin: Type.Union([
        Type.Literal("hand"),
        Type.Literal("computed"),
        Type.Literal("plan"),
        Type.Null(),
      ]),
      of: Type.Union([SourceSchema, Type.Null()], { description: "What it was computed from" }),
      people: Type.Object(
        { personMinutes: Type.Number(), count: Type.Number() },
        { description: "On the line or wanted there today; else the operators of the plan" },
      ),
      garment: Type.Union(
        [Type.Object({ orderId: TextOrNull, standardMinutes: Type.Number() }), Type.Null()],
        { description: "What the line takes for a piece, by the order it sews, else by the plan" },
      ),
      hours: Type.Array(HourSchema),
    }),
  ),
});

/** Targets by line and day, by hand or computed, and hour by hour what came of them. */
export function routeTargets(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const tags = ["supervising"];
  const reading = {
    summary: "Targets of a day, and hour by hour what came of them",
    tags,
    querystring: Type.Object({
      day: Type.Optional(Type.String({ description: "YYYY-MM-DD; today's working day if absent" })),
      line: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    response: { 200: answering<Targets>(AnswerSchema), 422: RefusalSchema },
  };
  app.get(URL, { schema: reading }, async (request, reply) => {
    const day = await readKeptDayOf(request.query.day, deps);
    if (typeof day !== "number") return refuse(request, reply, day);
    const asked = { day, lineId: request.query.line ?? null, now: now() };
    return createTargets(await store.reports.readTargets(asked), asked.now);
  });

  const writing = {
    summary:
      "Sets the target of a line on a day: by hand, computed where `of` is given, or the plan's again",
    tags,
    body: TargetBody,
    response: actResponse,
  };
  const { admin } = createSenders(deps);
  app.put(URL, { schema: writing }, (request, reply) =>
    admin({ kind: "target", body: request.body }, request, reply),
  );
}
