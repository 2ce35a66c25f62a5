/** The demo's workshop tells minutes and efficiency by operation, as one may that consulted first; at the start Trame does not. */
import type { Api } from "@trame/firmware-sim";
import type { PrivacySetting } from "@trame/shared";

const PATH = "/api/v1/settings/privacy";
const REASON =
  "Atelier d’exemple, sans personne réelle : montrer aussi les minutes et le rendement par opération";

/** Decides so, with a reason and a consultation on record. Once there is a plan, and with it a day. */
export async function decideDemo(api: Api): Promise<void> {
  const { day } = await api.get<{ day: string }>("/api/v1/board");
  const before = await api.get<PrivacySetting>(PATH);
  await api.send("PUT", PATH, {
    ...before,
    ...{ operationMinutes: true, reason: REASON, since: day },
    consultation: { body: "CSE", date: day },
  });
}
