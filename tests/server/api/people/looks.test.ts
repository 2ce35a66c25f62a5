import type { OwnData } from "@trame/shared";
import { personal } from "@trame/shared/schemas";
import { describe, expect, it } from "vitest";
import type { Api } from "../../../../server/src/api/api.ts";
import { noteLooks } from "../../../../server/src/api/note-looks.ts";
import type { TestHttp } from "../support/open-http.ts";
import { type DescribedRoute, describedRoutes } from "./described.ts";
import { type OwnFloor, openOwn } from "./own-http.ts";

const SHEET = { pseudonym: "Luc", badge: 413 };
/** What is sent to routes that need more than an address. */
const SENT: Readonly<Record<string, { readonly query?: string; readonly body?: object }>> = {
  "GET /api/v1/absences": { query: "?from=2026-11-23" },
  "GET /api/v1/balance/line": { query: "?line=L1" },
  "PUT /api/v1/balance/line": { query: "?line=L1", body: { orderId: "1", people: [] } },
  "PUT /api/v1/operators/{id}": { body: SHEET },
  "POST /api/v1/people/requests/{n}/answer": { body: { answer: "done", words: null } },
  "POST /api/v1/imports/{kind}": { body: { pseudonym: "Luc" } },
};
const NAMES: Readonly<Record<string, string>> = { id: "luc", n: "1", kind: "operators" };

/** As Luc is told of them, whatever badge he has by now. */
async function looksAtLuc({ deps }: OwnFloor) {
  return (await deps.store.reports.readOwnData("luc", deps.now()))?.looks ?? [];
}

function ask(http: TestHttp, { method, path, name }: DescribedRoute, token: string) {
  const { query = "", body } = SENT[name] ?? {};
  const address = path === "/api/v1/stations/{id}" ? path.replace("{id}", "S01") : path;
  const url = address.replaceAll(/\{(\w+)\}/g, (_, word) => NAMES[word] ?? "") + query;
  return http.ask(method, url, { token, ...(body !== undefined && { body }) });
}

describe("looks", () => {
  it("[PD1] [PD2] each route that tells something of people puts a look on record, or is the person's own", async () => {
    const floor = await openOwn();
    const routes = await describedRoutes(floor);
    const telling = routes.filter(({ personFields }) => personFields.length > 0);
    expect(telling.length).toBeGreaterThan(15);
    expect(telling.filter(({ look }) => look === null)).toEqual([]);
    const looking = telling.filter(({ look }) => look !== "own" && look !== "echo");
    for (const [hour, route] of looking.entries()) {
      floor.setNow(Date.parse("2026-11-23T08:00:00+01:00") + hour * 2 * 3_600_000);
      const before = (await looksAtLuc(floor)).length;
      const { status } = await ask(floor, route, floor.deps.adminToken);
      expect(status, route.name).toBeLessThan(500);
      const [latest, ...others] = await looksAtLuc(floor);
      expect([latest?.what, others.length], route.name).toEqual([route.look, before]);
    }
  });

  it("[PD1] a route that tells of people and not whose look that is keeps the server from starting", () => {
    const hooks = new Map<string, (route: object) => void>();
    const app = {
      addHook: (name: string, hook: (route: object) => void) => hooks.set(name, hook),
    };
    noteLooks(app as unknown as Api, { store: {} as never, now: Date.now });
    const response = { 200: { properties: { who: personal({ type: "string" }) } } };
    const add = (config: object) => () =>
      hooks.get("onRoute")?.({ method: "GET", url: "/who", schema: { response }, config });
    expect(add({})).toThrow("GET /who tells 200.who of people, and not whose look that is");
    expect(add({ look: "own" })).not.toThrow();
  });

  it("[PD2] are told with who looked, at what, and whether at everybody", async () => {
    const floor = await openOwn();
    await floor.get("/api/v1/presence", { token: floor.deps.adminToken });
    floor.setNow("2026-11-23T08:05:00+01:00");
    await floor.desk("POST", "/operators/luc/badge");
    const token = { by: "token", name: null };
    const [morning, later] = ["08:00", "08:05"].map((time) =>
      Date.parse(`2026-11-23T${time}:00+01:00`),
    );
    const { badgeCode } = (await floor.desk("POST", "/operators/luc/badge")).json as {
      badgeCode: string;
    };
    const { looks } = (await floor.own("own-data", { badge: badgeCode })).json as OwnData;
    expect(looks.slice(1)).toEqual([
      { what: "people", ...token, isOfAll: false, at: later },
      { what: "presence", ...token, isOfAll: true, at: morning },
    ]);
  });

  it("[PD2] are on record before anything is read: what is refused to be written is not shown", async () => {
    const floor = await openOwn();
    const { store } = floor.deps;
    Object.assign(store, { noteLook: () => Promise.reject(new Error("disk full")) });
    const { status, text } = await floor.desk("GET", "/operators");
    expect([status, /Luc/.test(text)]).toEqual([500, false]);
  });

  it("[PD3] at a list that a page reads again each minute count once an hour and reader", async () => {
    const floor = await openOwn();
    const start = Date.parse("2026-11-23T08:00:00+01:00");
    for (const minute of [0, 1, 30, 59, 60, 61]) {
      floor.setNow(start + minute * 60_000);
      await floor.presence();
    }
    const looks = await looksAtLuc(floor);
    expect(looks.map(({ at }) => (at - start) / 60_000)).toEqual([60, 0]);
  });

  it("[PD4] are forgotten after a year", async () => {
    const floor = await openOwn();
    await floor.presence();
    const year = 365 * 86_400_000;
    floor.setNow(floor.deps.now() + year);
    expect(await looksAtLuc(floor)).toHaveLength(1);
    floor.setNow(floor.deps.now() + 1);
    expect(await looksAtLuc(floor)).toHaveLength(0);
  });
});
