/** Three people, the keys of two stations, and what they ask of their own data. */
import { badgeToQr, PRIVACY, type PrivacySetting } from "@trame/shared";
import { openPeople, type PeopleFloor } from "../supervision/people-http.ts";
import { type Answer, TOKEN } from "../support/open-http.ts";

export const LUC = badgeToQr(413);
export const NOA = badgeToQr(414);

export interface OwnFloor extends PeopleFloor {
  readonly keys: { readonly S01: string; readonly S02: string };
  /** With the key of a station unless said otherwise. */
  own(path: string, body: object, token?: string | null): Promise<Answer>;
  desk(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: object): Promise<Answer>;
}

/** Opens it; it closes with the test. */
export async function openOwn(mode: PrivacySetting["mode"] = "team"): Promise<OwnFloor> {
  const floor = await openPeople({ bundleSize: 10 });
  if (mode !== "team") {
    const setting = { ...PRIVACY, mode, since: "2026-11-23", reason: "Demandé par l’équipe" };
    const answer = await floor.put("/settings/privacy", setting);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
  }
  const keys = {
    S01: (await floor.send<{ key: string }>("POST", "/stations/S01/key")).key,
    S02: (await floor.send<{ key: string }>("POST", "/stations/S02/key")).key,
  };
  return {
    ...floor,
    keys,
    own: (path, body, token = keys.S01) =>
      floor.ask("POST", `/api/v1/stations/S01/${path}`, { token, body }),
    desk: (method, path, body) =>
      floor.ask(method, `/api/v1${path}`, { token: TOKEN, ...(body !== undefined && { body }) }),
  };
}
