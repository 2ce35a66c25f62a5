import { Type } from "@fastify/type-provider-typebox";
import { CALLS_SETTING, callSettingsOf, formatDay } from "@trame/shared";
import { CallBody, CallSettingsSchema, CallStepBody } from "@trame/shared/schemas";
import type { CallRead, CallTotal } from "../../../store/supervision/calls-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { readKeptDayOf } from "../../day-of.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { actResponse } from "../floor/acts.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";
import { createSenders } from "../floor/senders.ts";

const AtOrNull = Type.Union([At, Type.Null()]);
const MinutesOrNull = Type.Union([Type.Number(), Type.Null()]);
const CallKindSchema = Type.Union(
  (["mechanic", "material", "quality", "supervisor"] as const).map((kind) => Type.Literal(kind)),
);

const CallsSchema = Type.Object({
  day: Type.String(),
  escalateAfterMinutes: Type.Number(),
  calls: Type.Array(
    Type.Object({
      key: Type.String(),
      stationId: Type.String(),
      lineId: TextOrNull,
      call: CallKindSchema,
      note: TextOrNull,
      at: At,
      takenAt: AtOrNull,
      resolvedAt: AtOrNull,
      responseMinutes: MinutesOrNull,
      repairMinutes: MinutesOrNull,
      isEscalated: Type.Boolean({ description: "Nobody took it within the delay" }),
      isRaised: Type.Boolean({
        description: "false: a counter told of it more than 30 minutes late; on record only",
      }),
    }),
    { description: "Made on the day, or not resolved yet when it began; the oldest first" },
  ),
  totals: Type.Array(
    Type.Object({
      call: CallKindSchema,
      count: Type.Integer(),
      escalated: Type.Integer(),
      responseMinutes: MinutesOrNull,
      repairMinutes: MinutesOrNull,
    }),
    { description: "Of the calls made on the day, by kind; mean minutes of those that have any" },
  ),
});

interface Calls {
  readonly day: string;
  readonly escalateAfterMinutes: number;
  readonly calls: readonly CallRead[];
  readonly totals: readonly CallTotal[];
}

const tags = ["supervising"];
const SETTINGS = "/api/v1/settings/calls";
const StepParams = Type.Object({ key: Type.String({ minLength: 8, maxLength: 64 }) });

/** Somebody at a station asks for help, somebody goes there, it is resolved. */
export function routeCalls(app: Api, deps: RouteDeps): void {
  routeCalling(app, deps);
  routeCallSteps(app, deps);
  routeCallList(app, deps);
  routeCallSettings(app, deps);
}

function routeCalling(app: Api, deps: RouteDeps): void {
  const { station } = createSenders(deps);
  const schema = {
    summary: "Somebody at a station asks for help; the same again while it is open is that call",
    tags,
    body: CallBody,
    response: actResponse,
  };
  app.post("/api/v1/calls", { schema }, (request, reply) =>
    station({ kind: "call", body: request.body }, request, reply),
  );
}

function routeCallSteps(app: Api, deps: RouteDeps): void {
  const { admin, from } = createSenders(deps);
  const step = { tags, params: StepParams, body: CallStepBody, response: actResponse };
  const taking = { ...step, summary: "Somebody goes there" };
  app.post("/api/v1/calls/:key/take", { schema: taking }, (request, reply) =>
    admin(
      { kind: "call-take", body: { ...request.body, call: request.params.key } },
      request,
      reply,
    ),
  );

  const resolving = {
    ...step,
    summary: "It is resolved; with the admin token, or the key of the station that called",
  };
  app.post("/api/v1/calls/:key/resolve", { schema: resolving }, (request, reply) =>
    from(
      request.body.stationId ?? "",
      { kind: "call-resolve", body: { ...request.body, call: request.params.key } },
      { request, reply },
    ),
  );
}

function routeCallList(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const schema = {
    summary: "The calls of a day, with how long each took",
    tags,
    querystring: Type.Object({
      day: Type.Optional(Type.String()),
      line: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    response: { 200: answering<Calls>(CallsSchema), 422: RefusalSchema },
  };
  app.get("/api/v1/calls", { schema }, async (request, reply) => {
    const day = await readKeptDayOf(request.query.day, deps);
    if (typeof day !== "number") return refuse(request, reply, day);
    const { line: lineId = null } = request.query;
    const read = await store.reports.readCalls({ day, lineId, now: now() });
    return { day: formatDay(day), ...read };
  });
}

function routeCallSettings(app: Api, { now, store }: RouteDeps): void {
  const common = {
    tags,
    response: { 200: CallSettingsSchema, "4xx": RefusalSchema },
  };
  const reading = { ...common, summary: "When a call is escalated, and whether it is heard" };
  app.get(SETTINGS, { schema: reading }, async () =>
    callSettingsOf(await store.setting(CALLS_SETTING)),
  );

  const writing = { ...common, summary: "Sets both", body: CallSettingsSchema };
  app.put(SETTINGS, { schema: writing }, async ({ body }) => {
    await store.putSetting(CALLS_SETTING, JSON.stringify(body), now());
    return body;
  });
}
