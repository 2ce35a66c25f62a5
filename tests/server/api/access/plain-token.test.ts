import { describe, expect, it } from "vitest";
import { openHttp, TOKEN } from "../support/open-http.ts";

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
