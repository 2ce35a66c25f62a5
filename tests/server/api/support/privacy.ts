import type { PrivacySetting } from "@trame/shared";
import { type Answer, type TestHttp, TOKEN } from "./open-http.ts";

export const PRIVACY_PATH = "/api/v1/settings/privacy";

/** Lets attended minutes be told of fewer than four people, as a workshop does that consulted first. */
export async function tellMinutes(http: Pick<TestHttp, "ask">): Promise<void> {
  const { json } = await http.ask("GET", "/api/v1/board", { token: TOKEN });
  const { day } = json as { day: string };
  const consultation = { body: "CSE", date: day } as const;
  const { status, text } = await decide(http, { operationMinutes: true, consultation });
  if (status !== 200) throw new Error(text);
}

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
