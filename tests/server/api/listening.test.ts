import { connect as connectTcp } from "node:net";
import type { Duplex } from "node:stream";
import type { Board, LiveMessage } from "@trame/shared";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { startHttp } from "../../../server/src/api/start-http.ts";
import { openHttp, type TestHttp } from "./support/open-http.ts";
import { planOf, startCounter } from "./support/workshop.ts";

/** The same server, listening. */
async function listen(http: TestHttp, overrides: Partial<TestHttp["deps"]> = {}) {
  const server = await startHttp({ ...http.deps, ...overrides });
  onTestFinished(() => server.close());
  return { ...server, url: `ws://127.0.0.1:${server.port}` };
}

/** A WebSocket with all that it hears, in order. */
function open(url: string, options: { protocol?: string; origin?: string } = {}) {
  const { protocol, origin } = options;
  const socket = new WebSocket(url, protocol ?? [], origin === undefined ? {} : { origin });
  const heard: LiveMessage[] = [];
  let wake: () => void = () => undefined;
  socket.on("message", (data) => {
    heard.push(JSON.parse(String(data)));
    wake();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on("close", (code, reason) => resolve({ code, reason: String(reason) }));
  });
  const opened = new Promise<string>((resolve) => {
    socket.on("open", () => resolve("open"));
    socket.on("error", ({ message }) => resolve(message));
  });
  onTestFinished(() => socket.terminate());
  return {
    socket,
    opened,
    closed,
    async next(): Promise<LiveMessage> {
      while (heard.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return heard.shift() as LiveMessage;
    },
  };
}

/** Resolves when the server has read all that the client sent, answers to its pings included. */
async function roundTrip(socket: WebSocket): Promise<void> {
  await new Promise((resolve) => socket.once("ping", resolve));
  const answered = new Promise((resolve) => socket.once("pong", resolve));
  socket.ping();
  await answered;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("live socket", () => {
  it("[A12] a hello gets the board, then what changes, then what it missed", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
    const server = await listen(http);
    const { sewn } = startCounter("esp-01", "2026-11-23T11:00:00+01:00");

    const screen = open(`${server.url}/api/v1/live`);
    await screen.opened;
    screen.socket.send('{"type":"hello","clock":0}');
    const snapshot = await screen.next();
    const board = (await http.get("/api/v1/board")).json as Board;
    await http.record(sewn("2026-11-23T11:34:00+01:00", 3));
    const patch = await screen.next();
    const again = open(`${server.url}/api/v1/live`);
    await again.opened;
    again.socket.send(JSON.stringify({ type: "hello", clock: patch.clock }));
    const difference = await again.next();

    const { clock, serverTime } = board;
    expect(snapshot).toEqual({ type: "snapshot", clock, serverTime, board });
    expect(patch).toMatchObject({
      type: "patch",
      lines: [{ lineId: "L1", pieces: 3 }],
      stations: [{ stationId: "S01", pieces: 3 }],
    });
    expect(difference).toMatchObject({ type: "patch", lines: [], stations: [] });
  });

  it("[A12] anything but a hello closes it, and says what it waits for", async () => {
    const http = await openHttp();
    const server = await listen(http);
    const wrong = ["x", "{}", '{"type":"hello"}', '{"type":"hello","clock":-1}', "null", ""];

    for (const text of wrong) {
      const screen = open(`${server.url}/api/v1/live`);
      await screen.opened;
      screen.socket.send(text);
      expect(await screen.closed, text).toEqual({
        code: 1008,
        reason: 'say {"type":"hello","clock":0} first',
      });
    }
  });

  it("[A13] a screen that takes nothing any more is let go, and the others hear on", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const large = "x".repeat(1_024 * 1_024);
    const watching: ((message: LiveMessage) => void)[] = [];
    const live = {
      ...http.deps.live,
      watch: (_clock: number, send: (message: LiveMessage) => void) => {
        watching.push(send);
        return Promise.resolve(() => undefined);
      },
    };
    const server = await listen(http, { live });
    const [slow, quick] = [open(`${server.url}/api/v1/live`), open(`${server.url}/api/v1/live`)];
    for (const { opened, socket } of [slow, quick]) {
      await opened;
      socket.send('{"type":"hello","clock":0}');
    }
    await vi.waitUntil(() => watching.length === 2);
    slow.socket.pause();

    for (let clock = 1; clock <= 64; clock++) {
      // A message of 1 MiB, as far as the network is concerned.
      const message = { type: "tick", clock, serverTime: 0, padding: large } as LiveMessage;
      for (const send of watching) send(message);
      expect(await quick.next()).toMatchObject({ clock });
    }
    slow.socket.resume();

    expect((await slow.closed).code).toBe(1006);
    expect(quick.socket.readyState).toBe(WebSocket.OPEN);
  });

  it("[A13] a screen that answers no ping is let go", async () => {
    const http = await openHttp();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const server = await listen(http);
    const screen = open(`${server.url}/api/v1/live`);
    await screen.opened;
    screen.socket.send('{"type":"hello","clock":0}');
    await screen.next();

    for (let ping = 0; ping < 3; ping++) {
      vi.advanceTimersByTime(20_000);
      await roundTrip(screen.socket);
    }
    expect(screen.socket.readyState).toBe(WebSocket.OPEN);
    screen.socket.pause();
    vi.advanceTimersByTime(40_000);
    screen.socket.resume();

    expect((await screen.closed).code).toBe(1006);
  });

  it("[A14] a page from elsewhere is refused, this server's own and programs are not", async () => {
    const http = await openHttp();
    const server = await listen(http);
    const refused = "Unexpected server response: 403";
    const own = `http://127.0.0.1:${server.port}`;

    for (const path of ["/api/v1/live", "/mqtt"]) {
      const from = (origin: string) => open(server.url + path, { protocol: "mqtt", origin }).opened;
      expect(await from("http://elsewhere.example")).toBe(refused);
      expect(await from("null")).toBe(refused);
      expect(await from(own)).toBe("open");
      expect(await open(server.url + path, { protocol: "mqtt" }).opened).toBe("open");
    }
  });
});

describe("MQTT over WebSocket", () => {
  it("[A15] bytes pass both ways under the subprotocol mqtt", async () => {
    const http = await openHttp();
    const echo = (stream: Duplex): void => void stream.pipe(stream);
    const server = await listen(http, { attachMqtt: echo });
    const client = open(`${server.url}/mqtt`, { protocol: "mqtt" });
    await client.opened;

    const answer = new Promise((resolve) => client.socket.once("message", resolve));
    client.socket.send(Buffer.from("[1,2]"));

    expect(String(await answer)).toBe("[1,2]");
    expect(client.socket.protocol).toBe("mqtt");
  });

  it("[A15] another subprotocol, none, or text is closed", async () => {
    const http = await openHttp();
    const server = await listen(http);
    const other = open(`${server.url}/mqtt`, { protocol: "mqttv3.1" });
    const none = open(`${server.url}/mqtt`);
    const reading = await listen(http, { attachMqtt: (stream) => void stream.resume() });
    const text = open(`${reading.url}/mqtt`, { protocol: "mqtt" });
    await text.opened;
    text.socket.send("text");

    expect(await other.opened).toBe("Server sent no subprotocol");
    expect((await none.closed).code).toBe(1002);
    expect((await text.closed).code).toBe(1003);
  });
});

describe("closing", () => {
  it("[A18] ends screens, MQTT and idle connections, and leaves nothing listening", async () => {
    const http = await openHttp();
    const server = await listen(http, { attachMqtt: (stream) => void stream.resume() });
    const screen = open(`${server.url}/api/v1/live`);
    const counter = open(`${server.url}/mqtt`, { protocol: "mqtt" });
    const idle = connectTcp(server.port, "127.0.0.1");
    const idleClosed = new Promise((resolve) => idle.once("close", resolve));
    await Promise.all([screen.opened, counter.opened]);
    screen.socket.send('{"type":"hello","clock":0}');
    await screen.next();

    await server.close();

    await Promise.all([screen.closed, counter.closed, idleClosed]);
    const refused = new Promise((resolve) => {
      connectTcp(server.port, "127.0.0.1").once("error", resolve);
    });
    expect(await refused).toMatchObject({ code: "ECONNREFUSED" });
  });

  it("[A18] a port that is taken is told, and nothing is left", async () => {
    const http = await openHttp();
    const { port } = await listen(http);

    await expect(startHttp({ ...http.deps, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
