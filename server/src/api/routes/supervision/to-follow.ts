import { Type } from "@fastify/type-provider-typebox";
import { FOLLOW_SETTING, followSettingsOf, stationState } from "@trame/shared";
import { FollowSettingsSchema } from "@trame/shared/schemas";
import type { FollowedBundle } from "../../../store/supervision/follow-read.ts";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";
import { At, answering, BundleCardSchema } from "../floor/card-schemas.ts";

const SETTINGS = "/api/v1/settings/to-follow";

const ToFollowSchema = Type.Object({
  bundles: Type.Array(
    Type.Object({
      bundle: BundleCardSchema,
      reason: Type.Union([Type.Literal("blocked"), Type.Literal("late")]),
      since: At,
      minutes: Type.Number({ description: "Working minutes since then" }),
      stationId: Type.Union([Type.String(), Type.Null()], {
        description: "Where it is, was last, or is waited for",
      }),
      detail: Type.Union(
        ["in-conflict", "station-stopped", "in-repair", "outside", "waits"].map((each) =>
          Type.Literal(each),
        ),
      ),
    }),
    { description: "The worst first, 100 at most" },
  ),
});

interface ToFollow {
  readonly bundles: readonly FollowedBundle[];
}

/** Bundles that somebody should look after. */
export function routeToFollow(app: Api, deps: RouteDeps): void {
  const { live, now, store } = deps;
  const schema = {
    summary: "Bundles that are blocked or late, the worst first",
    tags: ["flow"],
    querystring: Type.Object({ line: Type.Optional(Type.String({ maxLength: 64 })) }),
    response: { 200: answering<ToFollow>(ToFollowSchema), "4xx": RefusalSchema },
  };
  app.get("/api/v1/bundles/to-follow", { schema }, async ({ query: { line: lineId = null } }) => {
    const { stations, windows } = await live.readBoard();
    const moment = { now: now(), windows };
    const stopped = stations
      .map((row) => ({ stationId: row.stationId, ...stationState(row, moment) }))
      .filter(({ state }) => state === "stopped")
      .map(({ stationId, since }) => ({ stationId, since }));
    return { bundles: await store.reports.readToFollow({ now: moment.now, lineId, stopped }) };
  });
  routeSettings(app, deps);
}

function routeSettings(app: Api, { now, store }: RouteDeps): void {
  const common = {
    tags: ["flow"],
    response: { 200: FollowSettingsSchema, "4xx": RefusalSchema },
  };
  const reading = { ...common, summary: "From when on a bundle is to be followed" };
  app.get(SETTINGS, { schema: reading }, async () =>
    followSettingsOf(await store.setting(FOLLOW_SETTING)),
  );

  const writing = { ...common, summary: "Sets it", body: FollowSettingsSchema };
  app.put(SETTINGS, { schema: writing }, async ({ body }) => {
    await store.putSetting(FOLLOW_SETTING, JSON.stringify(body), now());
    return body;
  });
}
