import { changeFaults, PRIVACY_SETTING, privacyOf, settledChange } from "@trame/shared";
import { PrivacySchema } from "@trame/shared/schemas";
import type { Api, RouteDeps } from "../../api.ts";
import { RefusalSchema, refuse } from "../../refuse.ts";

const URL = "/api/v1/settings/privacy";

/** What a workshop decided about the data of its people; a step that tells more needs why and since when ([PR2]). */
export function routePrivacySetting(app: Api, { access, live, now, store }: RouteDeps): void {
  const common = { tags: ["privacy"], response: { 200: PrivacySchema, "4xx": RefusalSchema } };
  const reading = { ...common, summary: "What is told of people, to whom and for how long" };
  app.get(URL, { schema: reading }, async () => privacyOf(await store.setting(PRIVACY_SETTING)));

  const writing = {
    ...common,
    summary: "Sets it; a step that tells more needs a reason and a date",
    body: PrivacySchema,
  };
  app.put(URL, { schema: writing }, async (request, reply) => {
    const before = privacyOf(await store.setting(PRIVACY_SETTING));
    const { day } = await live.readBoard();
    const [fault] = changeFaults(before, request.body, day);
    if (fault !== undefined) return refuse(request, reply, fault);
    const { supervisorId } = request.body;
    if (supervisorId !== null && !isOpen(access.accounts.find(supervisorId))) {
      return refuse(request, reply, { code: "privacy-supervisor-unknown", path: "/supervisorId" });
    }
    const after = settledChange(before, request.body, day);
    await store.putSetting(PRIVACY_SETTING, JSON.stringify(after), now());
    return after;
  });
}

function isOpen(account: { readonly disabledAt: number | null } | null): boolean {
  return account !== null && account.disabledAt === null;
}
