import { SCREENS_SETTING, screenSettingsOf } from "@trame/shared";
import { ScreenSettingsSchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema } from "../../refuse.ts";

const URL = "/api/v1/settings/screens";

/** The language of screens that were not asked for in another; they read it, so that reading is open. */
export function routeScreenSettings(app: Api, { now, store }: RouteDeps): void {
  const common = {
    tags: ["supervising"],
    response: { 200: ScreenSettingsSchema, "4xx": RefusalSchema },
  };
  const reading = { ...common, summary: "The language of the screens" };
  app.get(URL, { schema: reading }, async () =>
    screenSettingsOf(await store.setting(SCREENS_SETTING)),
  );

  const writing = {
    ...common,
    summary: "Sets it; screens follow when they are opened next",
    body: ScreenSettingsSchema,
  };
  app.put(URL, { schema: writing }, async ({ body }) => {
    await store.putSetting(SCREENS_SETTING, JSON.stringify(body), now());
    return body;
  });
}
