import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { permitRoutes } from "../../../../server/src/api/access/permit.ts";
import { ROUTE_PERMISSIONS } from "../../../../server/src/api/access/route-permissions.ts";
import type { Api } from "../../../../server/src/api/api.ts";
import { openHttp } from "../support/open-http.ts";
import { openToAll, SPEAKERS, type Speaker } from "./roles.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Answered by the gate and by nothing behind it. */
const REFUSED = new Set(["token-missing", "token-wrong", "station-key-missing", "not-allowed"]);

/** Every route but those that the gate lets everybody through to. */
const GUARDED = [...ROUTE_PERMISSIONS].flatMap(([route, needed]) => {
  if (needed === "public") return [];
  const [method = "GET", url = ""] = route.split(" ");
  return [{ route, method: method as Method, url: url.replaceAll(/:\w+/g, "x"), needed }];
});

function refusalOf(speaker: Speaker, needed: string): { status: number; code: string } {
  const isUnknown = ["nobody", "a secret that nobody has"].includes(speaker.name);
  if (!isUnknown) return { status: 403, code: "not-allowed" };
  if (needed === "station.act") return { status: 401, code: "station-key-missing" };
  return { status: 401, code: speaker.name === "nobody" ? "token-missing" : "token-wrong" };
}

/** Routes that answer somebody otherwise than the tables say. */
async function holesFor(speaker: Speaker): Promise<object[]> {
  const http = await openToAll();
  const holes: object[] = [];
  for (const { route, method, url, needed } of GUARDED) {
    // A body that no route can use: what gets past the gate changes nothing.
    const body = method === "GET" ? {} : { body: "{" };
    const { status, json } = await http.ask(method, url, { headers: speaker.headers, ...body });
    const answered = { status, code: String(Object(json).code) };
    const wanted = speaker.permissions.has(needed) ? null : refusalOf(speaker, needed);
    const isRight =
      wanted === null ? !REFUSED.has(answered.code) : isDeepStrictEqual(answered, wanted);
    if (!isRight) holes.push({ route, answered, wanted });
  }
  return holes;
}

describe("each route and each role", () => {
  it.for(SPEAKERS)(
    "[RO3] $name gets in where the tables say, and nowhere else",
    async (speaker) => {
      expect(await holesFor(speaker)).toEqual([]);
    },
  );

  it("[RO3] control: somebody who is taken for another is seen at each route that they differ in", async () => {
    const [supervisor, manager] = ["supervisor", "manager"].map((name) =>
      SPEAKERS.find((speaker) => speaker.name === name),
    );
    const differing = GUARDED.filter(
      ({ needed }) => manager?.permissions.has(needed) && !supervisor?.permissions.has(needed),
    );

    const holes = await holesFor({
      name: "supervisor",
      headers: supervisor?.headers ?? {},
      permissions: manager?.permissions ?? new Set(),
    });

    expect(holes).toHaveLength(differing.length);
    expect(differing.length).toBeGreaterThan(10);
  });

  it("[RO3] the gate is asked before the body is read", async () => {
    const http = await openToAll();

    const { status, json } = await http.ask("PUT", "/api/v1/plan", { body: "{ no JSON" });

    expect({ status, code: Object(json).code }).toEqual({ status: 401, code: "token-missing" });
  });

  it("[RO7] a key that writes orders imports them, and no people", async () => {
    const http = await openToAll();
    const headers = { authorization: "Bearer trame_orders", "content-type": "text/csv" };
    const send = async (kind: string) => {
      const { json } = await http.ask("POST", `/api/v1/imports/${kind}`, { headers, body: "x" });
      return REFUSED.has(String(Object(json).code));
    };

    expect({ styles: await send("styles"), operators: await send("operators") }).toEqual({
      styles: false,
      operators: true,
    });
  });

  it("[RO2] each name of the table is a route that is served", async () => {
    const http = await openHttp();
    const served = await http.get("/api/openapi.json");

    const paths = Object(served.json).paths as Record<string, Record<string, unknown>>;
    const described = new Set(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map(
          (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
        ),
      ),
    );
    const hidden = GUARDED.filter(({ route }) => !described.has(route)).map(({ route }) => route);
    expect(hidden.toSorted()).toEqual(["GET /api/v1/live", "GET /metrics"]);
  });

  it("[RO2] a route that the table does not name can't be added", () => {
    const add = routesAdded();

    expect(() => add("/api/v1/forgotten")).toThrow("GET /api/v1/forgotten is not in the table");
    expect(() => add("/api/v1/board")).not.toThrow();
  });
});

/** What the gate does when a route is added. */
function routesAdded(): (url: string) => void {
  let onRoute: (route: { method: string; url: string }) => void = () => undefined;
  const app: Pick<Api, "decorateRequest" | "addHook"> = Object.assign(Object.create(null), {
    decorateRequest: () => app,
    addHook: (name: string, hook: typeof onRoute) => {
      if (name === "onRoute") onRoute = hook;
    },
  });
  permitRoutes(app as Api, () => Promise.resolve(null));
  return (url) => onRoute({ method: "GET", url });
}

describe("nobody at the server's own machine", () => {
  /** What somebody sees who shows nothing. */
  const opened = async (host: string): Promise<string[]> => {
    const http = await openHttp(undefined, { host });
    const open: string[] = [];
    for (const { route, method, url } of GUARDED) {
      const body = method === "GET" ? {} : { body: "{" };
      const { json } = await http.ask(method, url, body);
      if (!REFUSED.has(String(Object(json).code))) open.push(route);
    }
    return open;
  };

  it.for(["127.0.0.1", "::1", "localhost"])(
    "[RO4] on %s reads the floor and its reports, and no person",
    async (host) => {
      const open = await opened(host);

      expect(open).toContain("GET /api/v1/board");
      expect(open).toContain("GET /api/v1/exports/daily");
      const needed = new Set(open.map((route) => ROUTE_PERMISSIONS.get(route)));
      expect([...needed].toSorted()).toEqual([
        "board.read",
        "floor.read",
        "metrics.read",
        "reports.read",
      ]);
      const writing = open.filter((route) => !route.startsWith("GET "));
      expect(writing).toEqual(["POST /api/v1/balance"]);
    },
  );

  it.for(["0.0.0.0", "::", "192.168.1.20", "atelier.local"])(
    "[RO4] on %s, which others hear, sees nothing",
    async (host) => {
      expect(await opened(host)).toEqual([]);
    },
  );
});
