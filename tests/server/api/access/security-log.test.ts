import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { addAccount, FIRST, openBrowser, PASSWORD } from "./browser.ts";

const ANA = { name: "Ana Élise", role: "supervisor" } as const;
const FROM = "192.168.1.40";
const page = { headers: { host: "localhost:8080", origin: "http://localhost:8080" } };

/** What the administrator reads, without what is the same for all. */
async function told(http: TestHttp) {
  const { json, text } = await http.get("/api/v1/security-log", { token: TOKEN });
  const lines: { code: string; what: string | null }[] = Object(json).lines;
  return { lines, text, find: (code: string) => lines.filter((line) => line.code === code) };
}

describe("what the security log tells", () => {
  it("[AC19] has wrong passwords, tokens and codes, by whom and from where, counted", async () => {
    const http = await openHttp(undefined, { host: "0.0.0.0" });
    const id = await addAccount(http, ANA);
    const browser = openBrowser(http, page);
    for (const name of [ANA.name, ANA.name, "nobody"]) await browser.signIn(name, "wrong one");
    await browser.ask("POST", "/api/v1/setup", { code: "AAAA-AAAA-AAAA", ...ANA });
    await http.ask("GET", "/api/v1/journal", { token: "guessed-secret-key", from: FROM });
    await http.ask("GET", "/api/v1/journal", { from: FROM });
    await http.ask("POST", "/api/v1/stations/S01/key", { from: FROM });
    await http.ask("GET", "/api/v1/screens/pairings/AAAAAA", { token: TOKEN });

    const { find } = await told(http);

    const signIn = { who: "anonymous", from: "127.0.0.1", what: "POST /api/v1/sessions" };
    expect(find("sign-in-wrong")).toMatchObject([
      { ...signIn, about: id, count: 2 },
      { ...signIn, about: null, count: 1 },
    ]);
    const asked = { who: "anonymous", from: FROM, what: "GET /api/v1/journal", count: 1 };
    expect(find("token-wrong")).toMatchObject([asked]);
    expect(find("token-missing")).toContainEqual(expect.objectContaining(asked));
    expect(find("pairing-unknown")).toMatchObject([{ who: "token" }]);
  });

  it("[AC19] has what somebody may not do, rights that changed and sessions that were ended", async () => {
    const http = await openHttp(undefined, { host: "0.0.0.0" });
    const id = await addAccount(http, ANA);
    const browser = openBrowser(http, page);
    await browser.signIn(ANA.name, PASSWORD);
    await browser.ask("GET", "/api/v1/accounts");
    const sessionId = http.deps.access.sessions.all()[0]?.id;
    await http.ask("PATCH", `/api/v1/accounts/${id}`, { token: TOKEN, body: { role: "manager" } });
    await http.ask("DELETE", `/api/v1/sessions/${sessionId}`, { token: TOKEN });

    const { find } = await told(http);

    const who = `account:${id}`;
    expect(find("not-allowed")).toMatchObject([{ who, what: "GET /api/v1/accounts" }]);
    expect(find("done")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ who: "token", what: "PATCH /api/v1/accounts/:id", about: id }),
        expect.objectContaining({ who: "token", about: sessionId }),
        expect.objectContaining({ what: "POST /api/v1/sessions", who, about: null }),
      ]),
    );
  });

  it("[AC19] has no secret, no name, and nothing that somebody sent", async () => {
    const http = await openHttp(undefined, { host: "0.0.0.0" });
    await addAccount(http, ANA);
    const browser = openBrowser(http, page);
    await browser.signIn(ANA.name, "my dog Médor");
    await browser.signIn("somebody\n{}", "my dog Médor");
    await http.ask("GET", "/api/v1/journal?q=planted", { token: "planted-secret-key" });
    await http.ask("GET", "/planted/address");
    await http.ask("DELETE", "/api/v1/accounts/planted", { token: TOKEN });

    const { text, lines } = await told(http);

    expect(lines.length).toBeGreaterThan(3);
    for (const word of ["Élise", "Médor", "somebody", "planted", PASSWORD, FIRST, TOKEN]) {
      expect(text).not.toContain(word);
    }
  });

  it("[AC19] is read by whoever manages access, one day at a time", async () => {
    const http = await openHttp(undefined, { host: "0.0.0.0" });
    await http.ask("GET", "/api/v1/journal", { from: FROM });
    await http.deps.security.settled();
    const url = "/api/v1/security-log?day=2026-11-22";

    const { json } = await http.get("/api/v1/security-log", { token: TOKEN });
    const before = await http.get(url, { token: TOKEN });

    expect(json).toMatchObject({ keptDays: 180, days: ["2026-11-23"], day: "2026-11-23" });
    expect(before.json).toMatchObject({ day: "2026-11-22", lines: [] });
    const odd = await http.get("/api/v1/security-log?day=../../x", { token: TOKEN });
    expect([odd.status, (await http.get(url)).status]).toEqual([422, 401]);
  });
});
