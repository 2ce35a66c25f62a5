import { Type } from "@fastify/type-provider-typebox";
import {
  CAUSE_CLASSES,
  formatDay,
  type OffStandard,
  offStandardMinutes,
  type StopRequest,
} from "@trame/shared";
import { StopBody } from "@trame/shared/schemas";
import type { StopRead } from "../../../store/supervision/stop-read.ts";
import type { UnexplainedRead } from "../../../store/supervision/unexplained-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { readDayOf, readKeptDayOf } from "../../day-of.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { actResponse } from "../floor/acts.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";
import { createSenders } from "../floor/senders.ts";

const AtOrNull = Type.Union([At, Type.Null()]);
const ClassOrNull = Type.Union([
  ...CAUSE_CLASSES.map((each) => Type.Literal(each)),
  Type.Null({ description: "Nobody said why" }),
]);

const StopListSchema = Type.Array(
  Type.Object({
    stationId: Type.String(),
    lineId: Type.String(),
    from: At,
    to: AtOrNull,
    state: Type.Union([Type.Literal("stopped"), Type.Literal("waiting"), Type.Literal("support")]),
    minutes: Type.Number({ description: "Working minutes until now: breaks count nothing" }),
    cause: TextOrNull,
    class: ClassOrNull,
    note: TextOrNull,
    origin: Type.Union([Type.Literal("machine"), Type.Literal("hand")]),
    keys: Type.Array(Type.String(), { description: "Of the words that explain it" }),
    needsCause: Type.Boolean({ description: "Pinned until somebody says why" }),
  }),
  { description: "By station, ascending" },
);

const Version = Type.Integer({
  description: "Sent back with a word: nothing that was said since is overwritten",
});

const StopsSchema = Type.Object({
  day: Type.String(),
  version: Version,
  stops: StopListSchema,
  totals: Type.Array(
    Type.Object({
      class: ClassOrNull,
      cause: TextOrNull,
      minutes: Type.Number(),
      count: Type.Integer(),
    }),
    { description: "Off-standard minutes, most first" },
  ),
});

const UnexplainedSchema = Type.Object({ version: Version, stops: StopListSchema });

interface Stops {
  readonly day: string;
  readonly version: number;
  readonly stops: readonly StopRead[];
  readonly totals: readonly OffStandard[];
}

const tags = ["supervising"];
const URL = "/api/v1/stops";

/** Time in which stations did not work, and why. */
export function routeStops(app: Api, deps: RouteDeps): void {
  routeStopList(app, deps);
  routeUnexplained(app, deps);
  routeStopWords(app, deps);
}

function routeStopList(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const schema = {
    summary: "The stops of a day, those that nobody explained among them",
    tags,
    querystring: Type.Object({
      day: Type.Optional(Type.String()),
      line: Type.Optional(Type.String({ maxLength: 64 })),
      station: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    response: { 200: answering<Stops>(StopsSchema), 422: RefusalSchema },
  };
  app.get(URL, { schema }, async (request, reply) => {
    const day = await readKeptDayOf(request.query.day, deps);
    if (typeof day !== "number") return refuse(request, reply, day);
    const { line: lineId = null, station: stationId = null } = request.query;
    const asked = { day, now: now(), lineId, stationId };
    const { version, stops } = await store.reports.readStops(asked);
    return { day: formatDay(day), version, stops, totals: offStandardMinutes(stops) };
  });
}

function routeUnexplained(app: Api, deps: RouteDeps): void {
  const { now, store } = deps;
  const schema = {
    summary: "The stops of the five working days before this one that nobody explained",
    tags,
    querystring: Type.Object({ line: Type.Optional(Type.String({ maxLength: 64 })) }),
    response: { 200: answering<UnexplainedRead>(UnexplainedSchema), 422: RefusalSchema },
  };
  app.get(`${URL}/unexplained`, { schema }, async (request, reply) => {
    const day = await readDayOf(undefined, deps);
    if (typeof day !== "number") return refuse(request, reply, day);
    const { line: lineId = null } = request.query;
    return store.reports.readUnexplained({ day, now: now(), lineId });
  });
}

function routeStopWords(app: Api, deps: RouteDeps): void {
  const { from } = createSenders(deps);
  const schema = {
    summary: "Why stations did not work; with a station's key of that station alone",
    tags,
    body: StopBody,
    response: actResponse,
  };
  app.post(URL, { schema }, (request, reply) => {
    const { body } = request;
    return from(stationOf(body), { kind: "stop", body: atOwn(body) }, { request, reply });
  });
}

/** Whose key it takes; a line's and the workshop's is nobody's but the supervisor's. */
function stationOf({ scope }: StopRequest): string {
  return "stationId" in scope ? scope.stationId : "";
}

/** What is said at a station is said of it. */
function atOwn(body: StopRequest): StopRequest {
  const { scope, stationId } = body;
  const isElsewhere = "stationId" in scope && stationId !== undefined;
  return isElsewhere ? { ...body, stationId: scope.stationId } : body;
}
