import { describe, expect, it } from "vitest";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { openBrowser, PASSWORD, refusalOf, signedIn } from "./browser.ts";
import { openDoor } from "./open-door.ts";
import { openToAll } from "./roles.ts";

const TLS = { httpsPort: 8_443, mqttsPort: null, origin: "made", authority: null } as const;

describe("the admin token over plain HTTP", () => {
  it("[AC13] is of no use from another machine, whatever it is shown for", async () => {
    const http = await openHttp();
    const away = { token: TOKEN, from: "192.168.1.20" };
    const refused = { status: 403, json: { code: "sign-in-no-tls" } };

    expect(await http.ask("GET", "/api/v1/journal", away)).toMatchObject(refused);
    expect(await http.ask("PUT", "/api/v1/plan", { ...away, body: {} })).toMatchObject(refused);
    expect(await http.ask("GET", "/api/v1/me", away)).toMatchObject(refused);
  });

  it("[AC13] is told where to show it", async () => {
    const http = await openHttp(undefined, { tls: TLS });
    const { json } = await http.ask("GET", "/api/v1/journal", { token: TOKEN, from: "10.0.0.7" });
    expect(json).toMatchObject({ code: "sign-in-plain" });
  });

  it("[AC13] control: on the server's own machine it opens what it opens", async () => {
    const http = await openHttp();
    expect((await http.ask("GET", "/api/v1/journal", { token: TOKEN })).status).toBe(200);
  });
});

describe("the key of a program over plain HTTP", () => {
  const KEY = { authorization: "Bearer trame_reports" };
  const report = (http: TestHttp, from: string) =>
    http.get("/api/v1/counts?day=2026-11-23", { headers: KEY, from });

  it("[AC13] is of no use from another machine, which is told where to show it", async () => {
    const plain = await openToAll();
    const withTls = await openToAll({ tls: TLS });
    expect(await report(plain, "192.168.1.20")).toMatchObject({
      ...{ status: 403, json: { code: "key-no-tls" } },
    });
    expect(await report(withTls, "192.168.1.20")).toMatchObject({
      status: 403,
      json: { code: "key-plain", message: expect.stringContaining("https://localhost:8443/") },
    });
  });

  it("[AC13] control: on the server's own machine it reads what it may", async () => {
    const http = await openToAll({ tls: TLS });
    const { status, json } = await report(http, "127.0.0.1");
    expect([status, Object(json).code]).not.toContain("key-plain");
    expect(status).not.toBe(403);
  });
});

describe("the code of a phone over plain HTTP", () => {
  it("[AC13] is neither offered nor taken away from another machine", async () => {
    const http = await openDoor({ httpsPort: 8_443 });
    const ana = await signedIn(http, { name: "Ana", role: "supervisor" });
    const away = openBrowser(http, {
      from: "192.168.1.20",
      cookies: Object.fromEntries(ana.cookies),
    });
    const body = { password: PASSWORD };
    const refused = { status: 403, code: "sign-in-plain" };

    const answers = [
      await away.ask("POST", "/api/v1/accounts/me/totp", body),
      await away.ask("POST", "/api/v1/accounts/me/totp", { code: "123456" }),
      await away.ask("DELETE", "/api/v1/accounts/me/totp", body),
    ];

    expect(answers.map(refusalOf)).toEqual([refused, refused, refused]);
    expect((await ana.ask("POST", "/api/v1/accounts/me/totp", body)).status).toBe(200);
  });
});
