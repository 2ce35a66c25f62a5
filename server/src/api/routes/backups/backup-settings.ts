import { Type } from "@fastify/type-provider-typebox";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";

const SettingsSchema = Type.Object(
  {
    nightlyAt: Type.String({
      pattern: "^([01]\\d|2[0-3]):[0-5]\\d$",
      description: "Hour of the nightly backup in the workshop's zone, such as 02:30",
    }),
    folder: Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()], {
      description: "A second folder, on a stick or another disk; its whole path. null for none",
    }),
  },
  { additionalProperties: false },
);

const URL = "/api/v1/settings/backups";
const common = { tags: ["backups"] };
const response = { 200: SettingsSchema, "4xx": RefusalSchema };

/** When the nightly backup is made, and where a second copy goes. */
export function routeBackupSettings(app: Api, { backups: desk, now, store }: RouteDeps): void {
  const reading = { ...common, summary: "When and where backups are made", response };
  app.get(URL, { schema: reading }, async () => {
    await desk.backups.look();
    return desk.backups.settings;
  });

  const writing = {
    ...common,
    summary: "Sets when and where; the newest backup is copied to a new folder at once",
    body: SettingsSchema,
    response,
  };
  app.put(URL, { schema: writing }, async (request, reply) => {
    const before = desk.backups.settings;
    const fault = await desk.backups.setSettings(request.body);
    if (fault !== null) return refuse(request, reply, { code: fault, path: "/folder" });
    const after = desk.backups.settings;
    await store.noteChange({ what: "backup-settings", subject: null, before, after }, now());
    return after;
  });
}
