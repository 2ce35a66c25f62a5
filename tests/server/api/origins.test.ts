import { describe, expect, it } from "vitest";
import { createBuckets } from "../../../server/src/api/rate-limit.ts";
import { openHttp, TOKEN } from "./support/open-http.ts";

const COOKIE = { cookie: "trame-session=x" };

describe("host names", () => {
  const asked = ["/", "/api/v1/board", "/api/v1/live", "/nowhere"];

  it("[TL7] are addresses, local names and the workshop's own", async () => {
    const http = await openHttp();
    const hosts = [
      ...["localhost:8080", "127.0.0.1:8080", "[fd00::20]:8443", "atelier-pc", "Atelier-PC.local"],
      ...["trame.home.arpa:8080", "workshop.example", "workshop.example.:8080"],
    ];
    for (const host of hosts) {
      const { status } = await http.get("/api/v1/health", { headers: { host } });
      expect([host, status]).toEqual([host, 200]);
    }
  });

  it("[TL7] are refused otherwise, whatever is asked and by whom", async () => {
    const http = await openHttp();
    const hosts = ["evil.example", "127.0.0.1.evil.example", "workshop.example.evil.com", "a b"];
    for (const host of hosts) {
      for (const url of asked) {
        const { status, json } = await http.get(url, { token: TOKEN, headers: { host } });
        expect([host, url, status, Object(json).code]).toEqual([host, url, 421, "host-unknown"]);
      }
    }
  });
});

describe("origins", () => {
  const WRITE = "/api/v1/settings/pairing-code";
  const statusesOf = async (asked: readonly Record<string, string>[]) => {
    const http = await openHttp();
    const write = { token: TOKEN, body: { code: null } };
    const statuses: number[] = [];
    for (const headers of asked) {
      statuses.push((await http.ask("PUT", WRITE, { ...write, headers })).status);
    }
    return statuses;
  };

  it("[TL8] a page from elsewhere writes nothing", async () => {
    const elsewhere = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost:81" },
      { origin: "https://localhost" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "http://localhost" },
      { ...COOKIE, origin: "http://evil.example" },
    ];
    expect(await statusesOf(elsewhere)).toEqual(elsewhere.map(() => 403));
  });

  it("[TL8] this server's own pages and programs write", async () => {
    const here = [
      {},
      { origin: "http://localhost" },
      { "sec-fetch-site": "same-origin" },
      { ...COOKIE, origin: "http://localhost" },
      { ...COOKIE, "sec-fetch-site": "same-origin", origin: "http://localhost" },
    ];
    expect(await statusesOf(here)).toEqual(here.map(() => 200));
  });

  it("[TL8] a cookie without a word on where the request comes from writes nothing", async () => {
    const http = await openHttp();
    const asked = { body: { code: null }, headers: { ...COOKIE, origin: "" } };
    expect((await http.ask("PUT", WRITE, asked)).json).toMatchObject({ code: "origin-foreign" });
  });
});

describe("rate of terminals that nobody knows", () => {
  it("[TL9] is held, told when to go on, and no station or token is held with it", async () => {
    const rateLimits = { burst: 3, perSecond: 1e-6, terminalsMax: 10 };
    const http = await openHttp(undefined, { host: "0.0.0.0", rateLimits });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await http.get("/api/v1/board")).status);
    const wrong = await http.get("/api/v1/board", { token: "guessed" });

    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect([wrong.status, wrong.headers]).toMatchObject([
      429,
      { "retry-after": expect.stringMatching(/^\d+$/) },
    ]);
    for (let i = 0; i < 5; i++) {
      expect((await http.get("/api/v1/board", { token: TOKEN })).status).toBe(200);
    }
  });

  it("[TL9] comes back with time, and what is remembered stays bounded", () => {
    const buckets = createBuckets({ burst: 2, perSecond: 1, terminalsMax: 3 });
    expect([0, 0, 0, 999, 1_000].map((at) => buckets.take("a", at))).toEqual([
      0,
      0,
      1_000,
      expect.closeTo(1),
      0,
    ]);
    for (const terminal of ["b", "c", "d", "e"]) buckets.take(terminal, 2_000);
    expect(buckets.size).toBe(3);
  });
});

describe("headers", () => {
  it("[TL5] say neither what the server is made of nor how long it took", async () => {
    const http = await openHttp();
    for (const url of ["/api/v1/health", "/api/v1/board", "/nowhere"]) {
      const { headers } = await http.get(url, { token: TOKEN });
      for (const name of ["server", "x-powered-by", "server-timing", "x-response-time"]) {
        expect(headers).not.toHaveProperty(name);
      }
      expect(headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "permissions-policy": expect.stringContaining("geolocation=()"),
      });
      expect(String(headers["content-security-policy"])).not.toMatch(/data:|'unsafe-(inline|eval)/);
    }
  });
});
