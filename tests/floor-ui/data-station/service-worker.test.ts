import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { registerServiceWorker } from "../../../floor-ui/src/data/station/register-service-worker.ts";

const SOURCE = join(import.meta.dirname, "../../../floor-ui/service-worker/service-worker.js");
const ORIGIN = "https://atelier.lan";

type Listener = (event: Record<string, unknown>) => void;

/** A browser's caches and network, and the worker in them. */
function startWorker(version: string, stores: Map<string, Map<string, string>>) {
  const listeners = new Map<string, Listener>();
  const net: { answer: (url: string) => Promise<Response> } = {
    answer: async (url) => new Response(`net ${new URL(url, ORIGIN).pathname}`),
  };
  const pathOf = (request: string | { url: string }) =>
    new URL(typeof request === "string" ? request : request.url, ORIGIN).pathname;
  const caches = {
    open: (name: string) => {
      if (!stores.has(name)) stores.set(name, new Map());
      return Promise.resolve({
        addAll: (all: { url: string }[]) => {
          for (const one of all) stores.get(name)?.set(pathOf(one), `${version} ${pathOf(one)}`);
          return Promise.resolve();
        },
      });
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: (request: string | { url: string }, { cacheName }: { cacheName: string }) => {
      const text = stores.get(cacheName)?.get(pathOf(request));
      return Promise.resolve(text === undefined ? undefined : new Response(text));
    },
  };
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    skipWaiting: async () => {},
    clients: { claim: async () => {} },
  };
  class Request {
    readonly url: string;
    constructor(path: string) {
      this.url = new URL(path, ORIGIN).href;
    }
  }
  const source = readFileSync(SOURCE, "utf8")
    .replace("__VERSION__", version)
    .replace('"__FILES__"', JSON.stringify(JSON.stringify(["/assets/main-1.js"])));
  const fetch = (request: string | { url: string }) =>
    net.answer(typeof request === "string" ? request : request.url);
  runInContext(
    source,
    createContext({ self, caches, fetch, Request, Response, URL, AbortSignal, Promise }),
  );

  async function life(type: "install" | "activate"): Promise<void> {
    let done: unknown;
    listeners.get(type)?.({
      waitUntil: (work: unknown) => {
        done = work;
      },
    });
    await done;
  }

  /** What the worker answers; null when it leaves the request to the browser. */
  async function ask(path: string, over: { mode?: string; method?: string } = {}) {
    let answer: Promise<Response> | null = null;
    const request = { url: new URL(path, ORIGIN).href, method: "GET", mode: "cors", ...over };
    const respondWith = (given: Promise<Response>) => {
      answer = given;
    };
    listeners.get("fetch")?.({ request, respondWith });
    return answer === null ? null : await ((await answer) as Response).text();
  }

  return { net, life, ask };
}

const away = () => Promise.reject(new TypeError("away"));

describe("service worker", () => {
  it("[H21] starts a station's page without the network, with the files of its version", async () => {
    const worker = startWorker("v1", new Map());
    await worker.life("install");
    const online = await worker.ask("/station/S01", { mode: "navigate" });
    worker.net.answer = away;
    const offline = await worker.ask("/station/S01", { mode: "navigate" });
    expect([online, offline, await worker.ask("/assets/main-1.js")]).toEqual([
      "net /station/S01",
      "v1 /",
      "v1 /assets/main-1.js",
    ]);
  });

  it("[H21] shows the kept page while the server is there but ill", async () => {
    const worker = startWorker("v1", new Map());
    await worker.life("install");
    worker.net.answer = async () => new Response("…", { status: 502 });
    expect(await worker.ask("/station/S01", { mode: "navigate" })).toBe("v1 /");
  });

  it("[H21] keeps no answer of the API, no write and no other page", async () => {
    const worker = startWorker("v1", new Map());
    await worker.life("install");
    expect([
      await worker.ask("/api/v1/stations/S01"),
      await worker.ask("/api/v1/scans", { method: "POST" }),
      await worker.ask("/wall", { mode: "navigate" }),
      await worker.ask("https://elsewhere.example/assets/main-1.js"),
    ]).toEqual([null, null, null, null]);
  });

  it("[H21] a new version takes the place of the old one and leaves the rest alone", async () => {
    const stores = new Map([["other", new Map<string, string>()]]);
    await startWorker("v1", stores).life("install");
    const next = startWorker("v2", stores);
    await next.life("install");
    await next.life("activate");
    next.net.answer = away;
    expect([[...stores.keys()], await next.ask("/station", { mode: "navigate" })]).toEqual([
      ["other", "trame-v2"],
      "v2 /",
    ]);
  });

  it("[H21] is only asked for where browsers have one, and breaks nothing where it fails", async () => {
    const asked: string[] = [];
    const register = (path: string) => {
      asked.push(path);
      return Promise.reject(new Error("not today"));
    };
    registerServiceWorker({} as Navigator);
    registerServiceWorker({ serviceWorker: { register } } as unknown as Navigator);
    await null;
    expect(asked).toEqual(["/service-worker.js"]);
  });
});
