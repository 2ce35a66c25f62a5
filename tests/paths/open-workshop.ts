/** A whole workshop server on a temporary folder and free ports, with what one needs to speak to it from outside. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, startApp } from "@trame/server";
import type { Board, LiveMessage, Plan, PlanStation, Sample } from "@trame/shared";
import { buildTopic, encodeCounts } from "@trame/shared";
import mqtt, { type IClientOptions, type MqttClient } from "mqtt";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { NOON_ZONE } from "./noon-zone.ts";

const TOKEN = "token-of-the-tests";
const HOST = "127.0.0.1";

/** What `GET /api/v1/counts` answers. */
export interface Counts {
  readonly day: string;
  readonly lines: readonly {
    readonly lineId: string;
    readonly pieces: number;
    readonly earnedMinutes: number;
    readonly attendedMinutes: number;
    readonly efficiency: number | null;
  }[];
  readonly stations: readonly {
    readonly stationId: string;
    readonly pieces: number;
    readonly stitches: number;
    readonly trims: number;
    readonly hours: readonly { readonly hour: string; readonly pieces: number }[];
  }[];
}

export interface Workshop {
  readonly folder: string;
  readonly token: string;
  /** Makes the first account; null once there is one. */
  setupCode(): string | null;
  http(): string;
  broker(): string;
  /** The answer whatever its status. */
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** The JSON of a 200. */
  get<Answer = unknown>(path: string): Promise<Answer>;
  board(): Promise<Board>;
  counts(day?: string): Promise<Counts>;
  /** Pieces of each station on a day, those without any left out. */
  pieces(day?: string): Promise<Record<string, number>>;
  /** Records a plan; now when no moment is given. */
  plan(plan: Plan, from?: number): Promise<void>;
  /** Connects a device with its secret, or another password. */
  connect(deviceId: string, options?: IClientOptions): Promise<MqttClient>;
  /** Ends it and starts it again on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Screens that a workshop ships. */
export interface Screens {
  readonly uiFolder: string | null;
  readonly uiVersion: string;
  /** To be heard beyond this machine, where nobody reads anything without being known; nobody calls there. */
  readonly host?: "0.0.0.0";
}

/** Starts it; it ends with the test. */
export async function openWorkshop(
  screens: Screens = { uiFolder: null, uiVersion: "test" },
): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "trame-path-"));
  let app: App | null = null;
  const close = async (): Promise<void> => {
    await app?.close();
    app = null;
  };
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  app = await start(folder, screens);
  const http = (): string => `http://${HOST}:${app?.httpPort}`;
  const broker = (): string => `mqtt://${HOST}:${app?.mqttPort}`;
  const ask: Workshop["ask"] = (method, path, body) =>
    fetch(`${http()}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const get = async <Answer>(path: string): Promise<Answer> => {
    const response = await ask("GET", path);
    if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const counts = (day?: string) =>
    get<Counts>(`/api/v1/counts${day === undefined ? "" : `?day=${day}`}`);
  return {
    ...{ folder, http, broker, ask, get, counts },
    token: TOKEN,
    setupCode: () => app?.setupCode ?? null,
    board: () => get<Board>("/api/v1/board"),
    async pieces(day) {
      const { stations } = await counts(day);
      const made = stations.filter(({ pieces }) => pieces > 0);
      return Object.fromEntries(made.map(({ stationId, pieces }) => [stationId, pieces]));
    },
    async plan(plan, from) {
      const query = from === undefined ? "" : `?from=${new Date(from).toISOString()}`;
      const response = await ask("PUT", `/api/v1/plan${query}`, plan);
      if (!response.ok) throw new Error(`plan: ${response.status} ${await response.text()}`);
    },
    connect: (deviceId, options) => connect(broker(), deviceId, options),
    async restart() {
      await close();
      app = await start(folder, screens);
    },
    close,
  };
}

function start(data: string, screens: Screens): Promise<App> {
  return startApp({
    data,
    host: HOST,
    httpPort: 0,
    mqttPort: 0,
    adminToken: TOKEN,
    ...screens,
    logLevel: "silent",
  });
}

/** Connects a device, which leaves with the test. */
export async function connect(
  broker: string,
  deviceId: string,
  options: IClientOptions = {},
): Promise<MqttClient> {
  const client = await mqtt.connectAsync(
    broker,
    {
      clientId: deviceId,
      username: deviceId,
      password: secretOf(deviceId),
      reconnectPeriod: 0,
      ...options,
    },
    false,
  );
  // A server that closes cuts connections: that is what some tests look at.
  client.on("error", () => undefined);
  onTestFinished(() => client.endAsync(true));
  return client;
}

export function secretOf(deviceId: string): string {
  return `secret of ${deviceId}`;
}

/** A plan that works day and night, with one line and a station for each entry. */
export function planOf(
  stations: Readonly<Record<string, Partial<PlanStation>>>,
  devices: Plan["devices"] = [],
): Plan {
  const bound = Object.values(stations).flatMap(({ device }) => device ?? []);
  const named = new Set(devices.map(({ id }) => id));
  const others = [...new Set(bound)].filter((id) => !named.has(id));
  return {
    workshop: { name: "Atelier Lons", timeZone: NOON_ZONE },
    calendar: { shifts: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }] },
    lines: [
      {
        id: "L1",
        name: "Ligne 1",
        operators: 2,
        stations: Object.entries(stations).map(([id, station]) => ({
          id,
          name: `Poste ${id}`,
          operation: "Coudre",
          standardMinutes: 0.5,
          ...station,
        })),
      },
    ],
    devices: [...others.map((id) => ({ id, secret: secretOf(id) })), ...devices],
  };
}

/** A power-on of a device, as the device knows it: totals at some moments. */
export interface Boot {
  readonly device: string;
  readonly boot: string;
  /** UTC ms. */
  readonly began: number;
}

/** Publishes totals, `[seq, at, pieces]` with `at` in UTC ms; resolves when they are acknowledged. */
export async function report(
  client: MqttClient,
  { device, boot, began }: Boot,
  totals: readonly (readonly [seq: number, at: number, pieces: number])[],
): Promise<void> {
  const samples = totals.map(
    ([seq, at, pieces]): Sample => ({
      seq,
      up: at - began,
      pieces,
      stitches: pieces * 240,
      trims: pieces * 4,
      state: null,
    }),
  );
  const payload = encodeCounts({ boot, up: Date.now() - began, samples });
  await client.publishAsync(buildTopic(device, "counts"), payload, { qos: 1 });
}

/** A screen on the live socket: what it was told, in order. */
export interface Screen {
  readonly heard: readonly LiveMessage[];
  /** The first message, already heard or to come, that makes a claim true. */
  until(claim: (message: LiveMessage) => boolean): Promise<LiveMessage>;
  close(): void;
}

/** Opens the live socket as a screen that last saw this clock. */
export function openScreen(http: string, clock = 0): Screen {
  const socket = new WebSocket(`${http.replace("http", "ws")}/api/v1/live`);
  const heard: LiveMessage[] = [];
  let wake: () => void = () => undefined;
  socket.on("open", () => socket.send(JSON.stringify({ type: "hello", clock })));
  socket.on("message", (data) => {
    heard.push(JSON.parse(String(data)) as LiveMessage);
    wake();
  });
  socket.on("error", () => undefined);
  onTestFinished(() => socket.terminate());
  return {
    heard,
    async until(claim) {
      for (let seen = 0; ; seen++) {
        while (heard.length <= seen) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const message = heard[seen];
        if (message !== undefined && claim(message)) return message;
      }
    },
    close: () => socket.terminate(),
  };
}
