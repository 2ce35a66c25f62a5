import { Type } from "@fastify/type-provider-typebox";
import { UPKEEP_SETTING, upkeepLimitsOf } from "@trame/shared";
import { UpkeepBody, UpkeepLimitsSchema } from "@trame/shared/schemas";
import type { MachineRead } from "../../../store/supervision/machines-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";
import { actResponse } from "../floor/acts.ts";
import { At, answering, TextOrNull } from "../floor/card-schemas.ts";
import { createSenders } from "../floor/senders.ts";

const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);

const UpkeepSchema = Type.Object({
  upkeep: Type.Union([Type.Literal("needle"), Type.Literal("oil"), Type.Literal("service")]),
  doneAt: Type.Union([At, Type.Null()], { description: "null: nobody ever said so" }),
  stitches: Type.Union([Type.Number(), Type.Null()], {
    description: "Since then; null where nobody counts them",
  }),
  hours: Type.Union([Type.Number(), Type.Null()], {
    description: "Clock hours in which pieces were made since; null without a counter",
  }),
  days: Type.Integer({ description: "Working days that began since" }),
  measure: Type.Union([Type.Literal("stitches"), Type.Literal("hours"), Type.Literal("days")], {
    description: "The best there is here; share and limit are in it",
  }),
  limit: Type.Object({
    stitches: Type.Optional(Type.Number()),
    hours: Type.Optional(Type.Number()),
    days: Type.Optional(Type.Number()),
  }),
  share: Type.Number({ description: "Reached of the limit, 0..1 and above" }),
  isDue: Type.Boolean(),
});

const MachinesSchema = Type.Object({
  machines: Type.Array(
    Type.Object({
      stationId: Type.String(),
      lineId: Type.String(),
      name: Type.String(),
      machineType: TextOrNull,
      stitches: NumberOrNull,
      upkeep: Type.Array(UpkeepSchema),
    }),
  ),
});

interface Machines {
  readonly machines: readonly MachineRead[];
}

const tags = ["supervising"];
const SETTINGS = "/api/v1/settings/upkeep";

/** Machines: what they sewed since the last needle, oil and service. */
export function routeMachines(app: Api, deps: RouteDeps): void {
  routeMachineList(app, deps);
  routeUpkeep(app, deps);
  routeUpkeepLimits(app, deps);
}

function routeMachineList(app: Api, { now, store }: RouteDeps): void {
  const schema = {
    summary: "What each machine did since the last needle, oil and service",
    tags,
    querystring: Type.Object({ line: Type.Optional(Type.String({ maxLength: 64 })) }),
    response: { 200: answering<Machines>(MachinesSchema) },
  };
  app.get("/api/v1/machines", { schema }, async ({ query: { line: lineId = null } }) => ({
    machines: await store.reports.readMachines({ lineId, now: now() }),
  }));
}

function routeUpkeep(app: Api, deps: RouteDeps): void {
  const { station } = createSenders(deps);
  const schema = {
    summary: "A needle was changed, a machine oiled or serviced",
    tags,
    params: Type.Object({ stationId: Type.String({ maxLength: 64 }) }),
    body: UpkeepBody,
    response: actResponse,
  };
  app.post("/api/v1/machines/:stationId/upkeep", { schema }, async (request, reply) => {
    if (request.body.stationId !== request.params.stationId) {
      return refuse(request, reply, { code: "id-mismatch", path: "/stationId" });
    }
    return await station({ kind: "upkeep", body: request.body }, request, reply);
  });
}

function routeUpkeepLimits(app: Api, { now, store }: RouteDeps): void {
  const common = {
    tags,
    response: { 200: UpkeepLimitsSchema, "4xx": RefusalSchema },
  };
  const reading = { ...common, summary: "How much a machine may work between two upkeeps" };
  app.get(SETTINGS, { schema: reading }, async () =>
    upkeepLimitsOf(await store.setting(UPKEEP_SETTING)),
  );

  const writing = {
    ...common,
    summary: "Sets the workshop's own limits",
    body: UpkeepLimitsSchema,
  };
  app.put(SETTINGS, { schema: writing }, async ({ body }) => {
    await store.putSetting(UPKEEP_SETTING, JSON.stringify(body), now());
    return body;
  });
}
