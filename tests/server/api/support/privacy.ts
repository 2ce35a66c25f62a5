import type { PrivacySetting } from "@trame/shared";
import { type Answer, type TestHttp, TOKEN } from "./open-http.ts";

export const PRIVACY_PATH = "/api/v1/settings/privacy";

/** Changes some of what the workshop decided about the data of its people, with a reason and as of the board's day. */
export async function decide(
  http: Pick<TestHttp, "ask">,
  parts: Partial<PrivacySetting>,
): Promise<Answer> {
  const read = async (url: string) => (await http.ask("GET", url, { token: TOKEN })).json;
  const before = (await read(PRIVACY_PATH)) as PrivacySetting;
  const { day } = (await read("/api/v1/board")) as { day: string };
  const body = { ...before, reason: "Demandé par l’équipe", since: day, ...parts };
  return http.ask("PUT", PRIVACY_PATH, { token: TOKEN, body });
}
