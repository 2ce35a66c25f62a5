import { type Blanks, type RefusalCode, sentenceOf } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { openHttp, TOKEN } from "./support/open-http.ts";
import { planOf } from "./support/workshop.ts";

const WRITING = [
  ["PUT", "/api/v1/plan"],
  ["POST", "/api/v1/suspects/1-2/accept"],
  ["POST", "/api/v1/suspects/1-2/reject"],
  ["POST", "/api/v1/quarantine/1/release"],
  ["POST", "/api/v1/quarantine/1/dismiss"],
  ["PUT", "/api/v1/settings/pairing-code"],
  ["GET", "/api/v1/settings/pairing-code"],
  ["PUT", "/api/v1/settings/deduce-limit"],
  ["GET", "/api/v1/settings/deduce-limit"],
  ["PUT", "/api/v1/settings/defects"],
  ["GET", "/api/v1/settings/defects"],
  ["PUT", "/api/v1/styles/MASQUE"],
  ["POST", "/api/v1/routings"],
  ["POST", "/api/v1/orders"],
  ["PATCH", "/api/v1/orders/2026-1"],
  ["POST", "/api/v1/orders/2026-1/cuttings"],
  ["POST", "/api/v1/orders/2026-1/packings"],
  ["POST", "/api/v1/orders/2026-1/cartons"],
  ["POST", "/api/v1/orders/2026-1/cartons/1/undo"],
  ["POST", "/api/v1/bundles/118-1-K/reprint"],
  ["POST", "/api/v1/bundles/118-1-K/void"],
  ["GET", "/api/v1/operators"],
  ["POST", "/api/v1/operators"],
  ["PUT", "/api/v1/operators/op-1"],
  ["POST", "/api/v1/operators/op-1/badge"],
] as const;

describe("admin token", () => {
  it("[A2] without it every writing address answers 401 and how to get in", async () => {
    const http = await openHttp();

    for (const [method, url] of WRITING) {
      const answer = await http.ask(method, url, { body: "no JSON, and never read" });
      expect(answer, url).toMatchObject({
        status: 401,
        headers: { "www-authenticate": 'Bearer realm="trame"' },
        json: { code: "token-missing", message: sentenceOf("token-missing", "fr") },
      });
    }
  });

  it("[A2] another one answers 401, and changes nothing", async () => {
    const http = await openHttp();

    for (const token of ["another", `${TOKEN}x`, TOKEN.slice(1)]) {
      const ask = { token, language: "en", body: planOf() };
      expect(await http.ask("PUT", "/api/v1/plan", ask)).toMatchObject({
        status: 401,
        headers: { "www-authenticate": 'Bearer realm="trame", error="invalid_token"' },
        json: { code: "token-wrong", message: sentenceOf("token-wrong", "en") },
      });
    }
    expect(await http.store.plans()).toEqual([]);
  });

  it("[A2] with it every one of these addresses goes on", async () => {
    const http = await openHttp();

    for (const [method, url] of WRITING) {
      expect((await http.ask(method, url, { token: TOKEN })).status, url).not.toBe(401);
    }
  });
});

describe("refusal", () => {
  it("[A4] what Fastify refuses has a code and a sentence of ours", async () => {
    const http = await openHttp();
    const ask = async (...[method, url, options]: Parameters<typeof http.ask>) => {
      const { status, json } = await http.ask(method, url, { token: TOKEN, ...options });
      return [status, json];
    };
    const told = (status: number, ...[code, blanks]: [RefusalCode, Blanks?]) => [
      status,
      { code, message: sentenceOf(code, "fr", blanks) },
    ];
    const yaml = { "content-type": "application/yaml" };

    expect(await ask("GET", "/nowhere")).toEqual(told(404, "route-unknown"));
    expect(await ask("GET", "/api/v1/live")).toEqual(told(426, "upgrade-required"));
    expect(await ask("GET", "/mqtt")).toEqual(told(426, "upgrade-required"));
    expect(await ask("DELETE", "/api/v1/plan")).toEqual(told(404, "route-unknown"));
    expect(await ask("GET", "/%zz")).toEqual(told(404, "route-unknown"));
    expect(await ask("PUT", "/api/v1/plan", { body: "{" })).toEqual(
      told(400, "body-not-json", { line: 1, column: 2 }),
    );
    const poison = '{"__proto__":{"a":1}}';
    expect(await ask("PUT", "/api/v1/plan", { body: poison })).toEqual(
      told(400, "request-malformed"),
    );
    expect(await ask("PUT", "/api/v1/plan", { body: "a: 1", headers: yaml })).toEqual(
      told(415, "body-type-unsupported"),
    );
    const large = JSON.stringify({ code: "x".repeat(70_000) });
    expect(await ask("PUT", "/api/v1/settings/pairing-code", { body: large })).toEqual(
      told(413, "body-too-large"),
    );
  });

  it("[A4] a fault of ours tells nothing of itself, and is logged", async () => {
    const { store } = await openHttp();
    const failure = new Error("disk I/O error at sector 7");
    const http = await openHttp(0, {
      store: { ...store, plans: () => Promise.reject(failure) },
    });

    expect(await http.get("/api/v1/plan")).toMatchObject({
      status: 500,
      text: JSON.stringify({ code: "internal", message: sentenceOf("internal", "fr") }),
    });
    expect(http.logged.join()).toContain("sector 7");
  });

  it("[A3] it speaks the language asked for, French by default", async () => {
    const http = await openHttp();
    const asked = [
      [undefined, "fr"],
      ["", "fr"],
      ["en", "en"],
      ["en-GB,en;q=0.9", "en"],
      ["de, en;q=0.5, fr;q=0.8", "fr"],
      ["fr;q=0.2, en;q=0.7", "en"],
      ["de,*;q=0.1", "fr"],
      ["en;q=0", "fr"],
      ["constructor;q=1", "fr"],
    ] as const;

    for (const [language, spoken] of asked) {
      const { json } = await http.get("/api/v1/plan", { ...(language && { language }) });
      const message = sentenceOf("plan-none", spoken);
      expect(json, language).toEqual({ code: "plan-none", message });
    }
  });
});
