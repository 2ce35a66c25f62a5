import { Type } from "@fastify/type-provider-typebox";
import { formatDay, isKnownBy, parseDay, type Suggestion } from "@trame/shared";
import { personal } from "@trame/shared/schemas";
import type { PersonName } from "../../../store/people/line-members.ts";
import type { PresenceRead, StationPresence } from "../../../store/people/presence-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";
import { suggestFor } from "./suggest-for.ts";

const OperatorId = Type.String({ minLength: 1, maxLength: 64 });
const StationIdOrNull = Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()]);

/** Somebody by name, in answers. */
export const PersonSchema = Type.Object({
  operatorId: personal(Type.String()),
  name: personal(Type.String()),
  pictogram: personal(TextOrNull),
});

const PresenceSchema = Type.Object({
  stations: Type.Array(
    Type.Object({
      stationId: Type.String(),
      lineId: Type.String(),
      people: Type.Array(
        Type.Object({
          ...PersonSchema.properties,
          assignmentId: personal(Type.String()),
          since: personal(At),
        }),
      ),
      expected: Type.Array(PersonSchema, { description: "Sent here, and not badged in yet" }),
    }),
  ),
  free: Type.Array(
    Type.Object({
      ...PersonSchema.properties,
      operations: Type.Array(Type.String(), { description: "Their skills, as they are noted" }),
      stationId: { ...TextOrNull, description: "Where they are badged in without a task" },
      known: Type.Array(Type.String(), { description: "Stations whose operation they know" }),
      suggestion: Type.Union([
        Type.Object({
          stationId: Type.String(),
          reason: Type.Union([Type.Literal("bottleneck"), Type.Literal("empty")]),
        }),
        Type.Null(),
      ]),
    }),
    { description: "Neither at a station nor sent to one, or there without a task; working today" },
  ),
  absent: Type.Array(PersonSchema),
});

interface Presence {
  readonly stations: readonly Omit<StationPresence, "operations">[];
  readonly free: readonly (PersonName & {
    readonly operations: readonly string[];
    readonly stationId: string | null;
    readonly known: readonly string[];
    readonly suggestion: Suggestion | null;
  })[];
  readonly absent: readonly PersonName[];
}

const common = { tags: ["people"] };

/** Who is where, who is sent where, who is away. Personal data: with the admin token only, and never on a wall. */
export function routePresence(app: Api, deps: RouteDeps): void {
  routeReading(app, deps);
  routeSending(app, deps);
  routeAbsences(app, deps);
}

function routeReading(app: Api, { live, now, store }: RouteDeps): void {
  const schema = {
    ...common,
    summary: "Who is where now, who is free and where they would help most",
    querystring: Type.Object({ line: Type.Optional(Type.String({ maxLength: 64 })) }),
    response: { 200: answering<Presence>(PresenceSchema), "4xx": RefusalSchema },
  };
  const config = { look: { what: "presence" } } as const;
  app.get("/api/v1/presence", { schema, config }, async (request, reply) => {
    const { line = null } = request.query;
    const read = await store.reports.readPresence(line, now());
    if (read === null) return refuse(request, reply, { code: "line-unknown", path: "/line" });
    return presenceOf(read, suggestFor(read, await live.readBoard()));
  });
}

function presenceOf(
  { stations, free, absent }: PresenceRead,
  suggestions: ReadonlyMap<string, Suggestion>,
): Presence {
  return {
    stations: stations.map(({ operations: _, ...station }) => station),
    free: free.map(({ skills, ...person }) => ({
      ...person,
      operations: skills.map(({ operation }) => operation),
      known: stations
        .filter((spot) => isKnownBy({ skills: [...skills] }, spot))
        .map(({ stationId }) => stationId),
      suggestion: suggestions.get(person.operatorId) ?? null,
    })),
    absent,
  };
}

function routeSending(app: Api, { now, store }: RouteDeps): void {
  const schema = {
    ...common,
    summary: "Sends somebody to a station for today; null frees them",
    body: Type.Object(
      { operatorId: OperatorId, stationId: StationIdOrNull },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        day: Type.String(),
        operatorId: personal(Type.String()),
        stationId: TextOrNull,
      }),
      "4xx": FaultySchema,
    },
  };
  app.put("/api/v1/postings", { schema, config: { look: "echo" } }, async (request, reply) => {
    const answer = await store.sendPerson(request.body, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code: "request-malformed", answer });
    return { day: formatDay(answer.value.day), ...request.body };
  });
}

function routeAbsences(app: Api, { now, store }: RouteDeps): void {
  const schema = {
    ...common,
    summary: "Notes that somebody is away on a day, or is not",
    body: Type.Object(
      {
        operatorId: OperatorId,
        day: Type.Optional(Type.String({ description: "YYYY-MM-DD; today if absent" })),
        isAbsent: Type.Boolean(),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        day: Type.String(),
        operatorId: personal(Type.String()),
        isAbsent: Type.Boolean(),
      }),
      "4xx": FaultySchema,
    },
  };
  app.put("/api/v1/absences", { schema, config: { look: "echo" } }, async (request, reply) => {
    const { operatorId, day: text, isAbsent } = request.body;
    const day = text === undefined ? null : parseDay(text);
    if (text !== undefined && day === null) {
      const blanks = { value: text };
      return refuse(request, reply, { code: "day-invalid", path: "/day", blanks });
    }
    const answer = await store.setAbsence({ operatorId, day, isAbsent }, now());
    if (!answer.ok) return refuseAnswer(request, reply, { code: "request-malformed", answer });
    return { day: formatDay(answer.value.day), operatorId, isAbsent };
  });
}
