import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { createHttp } from "../../../../server/src/api/create-http.ts";
import { openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { planOf } from "../support/workshop.ts";
import { addAccount, type Browser, openBrowser, PASSWORD } from "./browser.ts";

const POLICY_VIOLATION = 1008;

/** A server that others hear, with a plan. */
async function openServer(): Promise<TestHttp> {
  const http = await openHttp(undefined, { host: "0.0.0.0" });
  await http.putPlan(planOf(), "2026-11-20T00:00:00+01:00");
  return http;
}

/** A page of this server: as a browser says it. */
const page = (http: TestHttp): Browser =>
  openBrowser(http, { headers: { host: "localhost:8080", origin: "http://localhost:8080" } });

/** A screen that somebody accepted; what it was answered. */
async function paired(http: TestHttp, screen: Browser, accepted: object) {
  const kind = "stationId" in accepted ? "station" : "wall";
  const { json } = await screen.ask("POST", "/api/v1/screens/pairings", { kind });
  const { code, secret } = Object(json);
  const url = `/api/v1/screens/pairings/${code}/accept`;
  const made = await http.ask("POST", url, { token: TOKEN, body: accepted });
  const claimed = await screen.ask("POST", "/api/v1/screens/claim", { secret });
  return { id: Object(made.json).id, ...Object(claimed.json) };
}

/** Watches the floor with the cookies of a browser. */
async function watch(http: TestHttp, { cookies }: Browser) {
  const app = await createHttp(http.deps);
  onTestFinished(() => app.close());
  await app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
  const options = { headers: { cookie }, origin: `http://${host}` };
  const socket = new WebSocket(`ws://${host}/api/v1/live`, options);
  onTestFinished(() => socket.terminate());
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", () => socket.send('{"type":"hello","clock":0}'));
    socket.once("message", resolve);
    socket.once("error", reject);
  });
  const end = async (): Promise<void> => {
    const server = new Promise((resolve) => {
      for (const client of app.websocketServer.clients) client.once("close", resolve);
    });
    socket.close();
    await server;
  };
  return { closed, end };
}

describe("who is let in", () => {
  it("[AC7] sees nothing from the moment on that they signed out: the live socket closes", async () => {
    const http = await openServer();
    await addAccount(http, { name: "Ana", role: "supervisor" });
    const [ana, boss] = [page(http), page(http)];
    await ana.signIn("Ana", PASSWORD);
    await boss.ask("POST", "/api/v1/sessions", { token: TOKEN });
    const sockets = [await watch(http, ana), await watch(http, boss)];
    const still = async (socket: (typeof sockets)[number] | undefined) =>
      Promise.race([socket?.closed, Promise.resolve("open")]);

    await ana.ask("DELETE", "/api/v1/sessions/current");

    expect([await sockets[0]?.closed, await still(sockets[1])]).toEqual([POLICY_VIOLATION, "open"]);
    await boss.ask("DELETE", "/api/v1/sessions/current");
    expect(await sockets[1]?.closed).toBe(POLICY_VIOLATION);
  });

  it("[AC12] is a wall that reads the board and nothing else, until it is removed", async () => {
    const http = await openServer();
    const wall = page(http);
    const read = async (url: string) => (await wall.ask("GET", url)).status;
    expect(await read("/api/v1/board")).toBe(401);

    const { id } = await paired(http, wall, { name: "Mur" });

    expect([await read("/api/v1/board"), await read("/api/v1/operators")]).toEqual([200, 403]);
    await http.ask("DELETE", `/api/v1/screens/${id}`, { token: TOKEN });
    expect(await read("/api/v1/board")).toBe(401);
  });

  it("[AC20] is there as long as its live socket is open, though it asks for nothing", async () => {
    const http = await openServer();
    const wall = page(http);
    await paired(http, wall, { name: "Mur" });
    const seenAt = async () => {
      const { json } = await http.get("/api/v1/screens", { token: TOKEN });
      return Object(json).screens[0].seenAt;
    };
    const { end } = await watch(http, wall);

    http.setNow("2026-11-23T18:00:00+01:00");
    const connected = await seenAt();
    await end();
    http.setNow("2026-11-23T20:00:00+01:00");

    const evening = Date.parse("2026-11-23T18:00:00+01:00");
    expect([connected, await seenAt()]).toEqual([evening, evening]);
  });

  it("[AC12] is a tablet that acts for its own station, until it is removed", async () => {
    const http = await openServer();
    const tablet = page(http);
    const { id, key } = await paired(http, tablet, { name: "Tablette", stationId: "S01" });
    const read = async () => (await http.get("/api/v1/stations/S01", { token: key })).status;

    expect(await read()).toBe(200);

    await http.ask("DELETE", `/api/v1/screens/${id}`, { token: TOKEN });
    expect(await read()).toBe(401);
  });
});
