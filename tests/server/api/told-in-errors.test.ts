/** Makes every route fail in every way that a test can think of, and looks for what is nobody's business in the answers. */
import { describe, expect, it } from "vitest";
import { ROUTE_PERMISSIONS } from "../../../server/src/api/access/route-permissions.ts";
import type { HttpDeps } from "../../../server/src/api/deps.ts";
import type { Store } from "../../../server/src/store/open-store.ts";
import { openHttp, TOKEN } from "./support/open-http.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Paths, frames of a stack, names of files and tables, texts of SQLite or Node. */
const TELLING =
  /\/(home|work|tmp|usr|var|root|private|Users)\/|[A-Z]:\\|node_modules|\bat \S+ \(|\w\.(ts|js|mjs|sql|db)\b|SQLITE|ENOENT|TypeError|ReferenceError|planted/;

const ROUTES = [...ROUTE_PERMISSIONS.keys()].map((route) => {
  const [method = "GET", url = ""] = route.split(" ");
  return { route, method: method as Method, url };
});

const PARAMETERS = ["x", "__proto__", "%00", "%F0%9F", "..%2F..%2Fetc%2Fpasswd", "9".repeat(400)];
const BODIES = ["{", "[]", "null", '{"__proto__":{"admin":true}}', `${"[".repeat(5_000)}`];

const FILE = ["", "home", "lons", "trame.db"].join("/");

interface Request {
  readonly route: string;
  readonly method: Method;
  readonly url: string;
  readonly shown: { readonly body?: string };
}

interface Told {
  readonly route: string;
  readonly status: number;
  readonly text: string;
}

/** Each route with each odd parameter or body. */
const REQUESTS: readonly Request[] = ROUTES.flatMap(({ route, method, url }): Request[] => {
  const urls = url.includes(":") ? PARAMETERS.map((odd) => url.replaceAll(/:\w+/g, odd)) : [url];
  if (method === "GET") return urls.map((asked) => ({ route, method, url: asked, shown: {} }));
  return BODIES.map((body, i) => {
    return { route, method, url: urls[i % urls.length] ?? url, shown: { body } };
  });
});

async function askAll(overrides: (store: Store) => Partial<HttpDeps> = () => ({})) {
  const { store } = await openHttp();
  const http = await openHttp(undefined, overrides(store));
  const told: Told[] = [];
  const statuses = new Set<number>();
  for (const { route, method, url, shown } of REQUESTS) {
    const { status, text } = await http.ask(method, url, { token: TOKEN, ...shown });
    statuses.add(status);
    if (status >= 400 && TELLING.test(text)) told.push({ route, status, text });
  }
  return { told, statuses };
}

/** A store in which every read fails with a text that must not get out. */
function failing(of: Store): Store {
  const fail = () => Promise.reject(new Error(`planted: ${FILE} at read.ts:12`));
  const reports = new Proxy(of.reports, { get: () => fail });
  return { ...of, reports, plans: fail, setting: fail };
}

describe("errors", () => {
  it("[TL10] of every route with what nobody should send tell no path, no stack and no table", async () => {
    const { told, statuses } = await askAll();
    expect(told).toEqual([]);
    expect([...statuses].filter((status) => status >= 400).length).toBeGreaterThan(3);
  });

  it("[TL10] of a store that fails tell nothing of why", async () => {
    const { told, statuses } = await askAll((store) => ({ store: failing(store) }));
    expect(told).toEqual([]);
    expect(statuses).toContain(500);
  });

  it("[TL10] control: what must not be told would be seen", () => {
    const samples = [`planted: ${FILE}`, "    at read (file:1:2)", "SQLITE_BUSY", "C:\\Trame"];
    expect(samples.map((text) => TELLING.test(text))).toEqual([true, true, true, true]);
  });
});
