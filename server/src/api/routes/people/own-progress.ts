import { Type } from "@fastify/type-provider-typebox";
import {
  OWN_PROGRESS_SETTING,
  type OwnProgress,
  type OwnProgressSetting,
  ownProgress,
  ownProgressOf,
  type Words,
} from "@trame/shared";
import type { Api, RouteDeps } from "../../api.ts";
import { FaultySchema, refuseAnswer } from "../../faulty.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { answering, WordsSchema } from "../floor/card-schemas.ts";
import type { ActRouteDeps } from "../floor/senders.ts";

const SETTING = "/api/v1/settings/own-progress";
const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);

const SettingSchema = Type.Object({
  enabled: Type.Boolean(),
  reason: Type.Union([Type.String(), Type.Null()]),
  since: Type.Union([Type.Integer({ description: "UTC ms" }), Type.Null()]),
});
const SetSchema = Type.Object(
  {
    enabled: Type.Boolean(),
    reason: Type.Optional(
      Type.Union([Type.String({ maxLength: 500 }), Type.Null()], {
        description: "Why it is turned on; kept",
      }),
    ),
  },
  { additionalProperties: false },
);
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

/** How somebody is getting on, for that person alone, where the workshop has turned it on. */
export function routeOwnProgress(app: Api, deps: ActRouteDeps): void {
  routeSetting(app, deps);
  routeLook(app, deps);
}

function routeSetting(app: Api, { guard, now, store }: RouteDeps): void {
  const common = { tags: ["people"], security: [{ admin: [] }] };
  const response = { 200: answering<OwnProgressSetting>(SettingSchema), "4xx": RefusalSchema };
  const reading = { ...common, summary: "Whether people may see their own progress", response };
  app.get(SETTING, { schema: reading, onRequest: guard }, async () =>
    ownProgressOf(await store.setting(OWN_PROGRESS_SETTING)),
  );

  const writing = {
    ...common,
    summary: "Lets people see their own progress, with a reason, or no longer",
    body: SetSchema,
    response,
  };
  app.put(SETTING, { schema: writing, onRequest: guard }, async (request, reply) => {
    const { enabled } = request.body;
    const reason = (request.body.reason ?? "").trim();
    if (enabled && reason === "")
      return refuse(request, reply, { code: "own-progress-reason", path: "/reason" });
    const before = ownProgressOf(await store.setting(OWN_PROGRESS_SETTING));
    const since = before.enabled === enabled && before.since !== null ? before.since : now();
    const setting = { enabled, reason: enabled ? reason : null, since };
    await store.putSetting(OWN_PROGRESS_SETTING, JSON.stringify(setting), now());
    return setting;
  });
}

/** Each look is put on record, so that asking is writing. Not even the admin token opens it. */
function routeLook(app: Api, { now, stations, store }: ActRouteDeps): void {
  const schema = {
    tags: ["station"],
    security: [{ station: [] }],
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
    const sender = await stations.senderFor(stationId, request.headers.authorization);
    if (sender === "admin") return refuse(request, reply, { code: "own-progress-station-only" });
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
