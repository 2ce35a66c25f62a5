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
    {
      ...{ url: QUALITY, body: { mostDhu: 3, leastFirstPass: 97 } },
      ...{ path: "/leastFirstPass", code: "ratio-too-large" },
    },
    {
      ...{ url: QUALITY, body: { mostDhu: -1, leastFirstPass: 0.9 } },
      ...{ path: "/mostDhu", code: "number-too-small" },
    },
    { url: SCREENS, body: { language: "de" }, path: "/language", code: "value-not-among" },
  ])("[SE3] $url: $body is refused at its place, and nothing changes", async (refused) => {
    const { url, body, path, code } = refused;
    const http = await openHttp();
    const before = (await http.get(url)).json;

    const answer = await http.ask("PUT", url, { token: TOKEN, body });

    expect(answer).toMatchObject({ status: 422, json: { code, path } });
    expect((await http.get(url)).json).toEqual(before);
  });
});
