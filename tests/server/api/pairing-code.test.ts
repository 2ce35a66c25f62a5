import { matchesSecret } from "@trame/broker";
import { describe, expect, it } from "vitest";
import { openHttp, TOKEN } from "./support/open-http.ts";

const URL = "/api/v1/settings/pairing-code";
const CODE = "poste-du-fond";

describe("pairing code", () => {
  it("[A11] pairing is off, then on with a code that is never given back, then off", async () => {
    const http = await openHttp();
    const read = async () => (await http.get(URL, { token: TOKEN })).json;
    const put = (code: string | null) => http.ask("PUT", URL, { token: TOKEN, body: { code } });

    expect(await read()).toEqual({ isOn: false });
    expect((await put(CODE)).text).toBe('{"isOn":true}');
    expect(await read()).toEqual({ isOn: true });
    expect(matchesSecret(CODE, http.pairingCode()!)).toBe(true);
    expect((await put(null)).json).toEqual({ isOn: false });
    expect(http.pairingCode()).toBeNull();
    expect(http.logged.join()).not.toContain(CODE);
  });

  it("[A11] only a hash of the code is stored, and the same code again leaves it as it is", async () => {
    const http = await openHttp();
    const put = (code: string) => http.ask("PUT", URL, { token: TOKEN, body: { code } });

    await put(CODE);
    const stored = await http.store.setting("pairing-code");
    expect(stored).not.toContain(CODE);
    await put(CODE);
    expect(await http.store.setting("pairing-code")).toBe(stored);
    await put("poste-de-devant");
    expect(await http.store.setting("pairing-code")).not.toBe(stored);
  });

  it.each([
    [
      { code: "short" },
      "text-too-short",
      "Ce texte est trop court\u00a0: au moins 8\u00a0caractères.",
    ],
    [{ code: 12345678 }, "value-not-text", "Il faut ici un texte entre guillemets."],
    [{}, "value-missing", "Il manque «\u00a0code\u00a0»."],
  ])("[A11] %j is refused and pairing stays off", async (body, code, message) => {
    const http = await openHttp();

    expect(await http.ask("PUT", URL, { token: TOKEN, body })).toMatchObject({
      status: 422,
      json: { code, message, path: "/code" },
    });
    expect(await http.store.setting("pairing-code")).toBeNull();
  });
});
