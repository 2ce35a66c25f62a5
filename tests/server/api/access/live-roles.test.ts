import type { Board, LiveMessage } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { createHttp } from "../../../../server/src/api/create-http.ts";
import type { HttpDeps } from "../../../../server/src/api/deps.ts";
import { knownSpeakers, openToAll, SPEAKERS } from "./roles.ts";

const POLICY_VIOLATION = 1008;

/** One of each kind; a kind that is added to the protocol is missing here until it is looked at. */
const MESSAGES: { readonly [Kind in LiveMessage["type"]]: Extract<LiveMessage, { type: Kind }> } = {
  snapshot: { type: "snapshot", clock: 1, serverTime: 0, board: {} as Board },
  patch: { type: "patch", clock: 2, serverTime: 0, lines: [], stations: [] },
  tick: { type: "tick", clock: 2, serverTime: 0 },
};

/** A server that others hear, as its gate sees it; it listens on this machine alone. */
async function listen(live?: Pick<HttpDeps["live"], "watch">) {
  const credentials = knownSpeakers();
  const http = await openToAll({ credentials });
  const app = await createHttp({ ...http.deps, live: { ...http.deps.live, ...live } });
  onTestFinished(() => app.close());
  await app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `ws://127.0.0.1:${port}/api/v1/live`, credentials, http };
}

/** What somebody is told first who watches, or the status with which they are refused. */
function watch(url: string, headers: Record<string, string>) {
  // As a browser says it of its own pages.
  const origin = url.replace(/^ws(.*?)\/api.*$/, "http$1");
  const socket = new WebSocket(url, { headers, origin });
  // Refused ones are ended before they are open.
  socket.on("error", () => undefined);
  onTestFinished(() => socket.terminate());
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  const first = new Promise<string>((resolve) => {
    socket.once("open", () => socket.send('{"type":"hello","clock":0}'));
    socket.once("unexpected-response", (_request, response) => {
      resolve(String(response.statusCode));
    });
    socket.once("message", (data) => {
      const message: LiveMessage = JSON.parse(String(data));
      resolve(message.type);
    });
  });
  return { socket, first, closed };
}

/** What a screen might try to have done by its socket. */
const SAID = [
  ...[
    '{"type":"hello","clock":0}',
    '{"type":"act","kind":"scan","code":"1-1-Z","stationId":"S01"}',
  ],
  ...['{"method":"PUT","url":"/api/v1/plan","body":{}}', "[]", '{"__proto__":{"type":"hello"}}'],
];

/** The kinds of the messages that somebody is told, or none as soon as they are refused. */
function hear(url: string, headers: Record<string, string>, count: number): Promise<string[]> {
  const { socket } = watch(url, headers);
  const heard: string[] = [];
  return new Promise((resolve) => {
    socket.once("unexpected-response", () => resolve(heard));
    socket.on("message", (data) => {
      heard.push(JSON.parse(String(data)).type);
      if (heard.length === count) resolve(heard);
    });
  });
}

describe("the live socket", () => {
  it("[RO3] tells the board to each role that may read it, and nothing to the others", async () => {
    const { url } = await listen();

    const told = await Promise.all(
      SPEAKERS.map(async ({ name, headers }) => [name, await watch(url, headers).first]),
    );

    expect(Object.fromEntries(told)).toEqual({
      nobody: "401",
      "a secret that nobody has": "401",
      "the admin token": "snapshot",
      supervisor: "snapshot",
      manager: "snapshot",
      administrator: "snapshot",
      wall: "snapshot",
      tablet: "snapshot",
      trame_orders: "403",
      trame_reports: "403",
    });
  });

  it("[RO3] tells a message of each kind to each role that may read the board, and none to the others", async () => {
    const kinds = Object.values(MESSAGES);
    const { url } = await listen({
      watch(_clock, send) {
        for (const message of kinds) send(message);
        return Promise.resolve(() => undefined);
      },
    });

    const heard = await Promise.all(
      SPEAKERS.map(async ({ name, headers }) => [name, await hear(url, headers, kinds.length)]),
    );

    const wanted = SPEAKERS.map(({ name, permissions }) => {
      return [name, permissions.has("board.read") ? Object.keys(MESSAGES) : []];
    });
    expect(Object.fromEntries(heard)).toEqual(Object.fromEntries(wanted));
    expect(heard.filter(([, told]) => told?.length === 0)).toHaveLength(4);
  });

  it("[RO3] takes a hello of any role and nothing else: what is said after it changes nothing", async () => {
    const { url, http } = await listen();
    const clock = async () => Object((await http.get("/api/v1/health")).json).clock;
    const before = await clock();

    for (const { headers, permissions } of SPEAKERS) {
      if (!permissions.has("board.read")) continue;
      const { socket, first } = watch(url, headers);
      expect(await first).toBe("snapshot");
      for (const said of SAID) socket.send(said);
      // A pong comes after all that was sent before its ping was read.
      await new Promise((resolve) => socket.once("pong", resolve).ping());
    }

    expect(await clock()).toBe(before);
  });

  it("[RO5] closes for a screen that is ended, and for no other", async () => {
    const { url, credentials } = await listen();
    const [wall, tablet] = ["wall", "tablet"].map((name) => {
      return watch(url, SPEAKERS.find((speaker) => speaker.name === name)?.headers ?? {});
    });
    await Promise.all([wall?.first, tablet?.first]);

    credentials.revoke("screen-wall");

    expect(await wall?.closed).toBe(POLICY_VIOLATION);
    const others = await Promise.race([tablet?.closed, Promise.resolve("still open")]);
    expect(others).toBe("still open");
  });
});
