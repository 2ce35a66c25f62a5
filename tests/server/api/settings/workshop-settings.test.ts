import { describe, expect, it } from "vitest";
import { openHttp, TOKEN } from "../support/open-http.ts";

const QUALITY = "/api/v1/settings/quality";
const SCREENS = "/api/v1/settings/screens";

describe("settings of a workshop", () => {
  it("[SE3] quality is on target from where the workshop says, read by walls without the token", async () => {
    const http = await openHttp();
    const body = { mostDhu: 2.5, leastFirstPass: 0.985 };

    expect((await http.get(QUALITY)).json).toEqual({ mostDhu: 3, leastFirstPass: 0.97 });
    expect((await http.ask("PUT", QUALITY, { body })).status).toBe(401);
    expect((await http.ask("PUT", QUALITY, { token: TOKEN, body })).json).toEqual(body);
    expect((await http.get(QUALITY)).json).toEqual(body);
  });

  it("[SE3] screens speak French until the workshop says otherwise", async () => {
    const http = await openHttp();
    const body = { language: "en" };

    expect((await http.get(SCREENS)).json).toEqual({ language: "fr" });
    expect((await http.ask("PUT", SCREENS, { body })).status).toBe(401);
    expect((await http.ask("PUT", SCREENS, { token: TOKEN, body })).json).toEqual(body);
    expect((await http.get(SCREENS)).json).toEqual(body);
  });

  it.each([
    [QUALITY, { mostDhu: 3, leastFirstPass: 97 }, "/leastFirstPass", "ratio-too-large"],
    [QUALITY, { mostDhu: -1, leastFirstPass: 0.9 }, "/mostDhu", "number-too-small"],
    [SCREENS, { language: "de" }, "/language", "value-not-among"],
  ])("[SE3] %s: %j is refused at its place, and nothing changes", async (url, body, path, code) => {
    const http = await openHttp();
    const before = (await http.get(url)).json;

    const answer = await http.ask("PUT", url, { token: TOKEN, body });

    expect(answer).toMatchObject({ status: 422, json: { code, path } });
    expect((await http.get(url)).json).toEqual(before);
  });
});
