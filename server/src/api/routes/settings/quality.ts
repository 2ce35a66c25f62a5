import { QUALITY_SETTING, qualityTargetsOf } from "@trame/shared";
import { QualityTargetsSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";

const URL = "/api/v1/settings/quality";

/** From when on quality is on target; walls read it, so that reading is open. */
export function routeQualityTargets(app: Api, { now, store }: RouteDeps): void {
  const common = {
    tags: ["supervising"],
    response: { 200: QualityTargetsSchema, "4xx": RefusalSchema },
  };
  const reading = { ...common, summary: "From when on quality is on target" };
  app.get(URL, { schema: reading }, async () =>
    qualityTargetsOf(await store.setting(QUALITY_SETTING)),
  );

  const writing = {
    ...common,
    summary: "Sets it; walls follow within minutes",
    body: QualityTargetsSchema,
  };
  app.put(URL, { schema: writing }, async ({ body }) => {
    await store.putSetting(QUALITY_SETTING, JSON.stringify(body), now());
    return body;
  });
}
