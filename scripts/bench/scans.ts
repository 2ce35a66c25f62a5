import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type CounterClient, connectCounter } from "./counter-client.ts";
import { makeWorkshop } from "./plan.ts";
import { percentile } from "./statistics.ts";
import { startTrameWithPlan, type TrameServer } from "./trame-server.ts";

/** How the answers to scans are measured. */
export interface ScanOptions {
  readonly stations: number;
  /** Bundles in the store: few, then many. */
  readonly bundles: readonly [number, number];
  readonly rounds: number;
  /** How long each store is scanned at, in each round. */
  readonly roundMs: number;
  /** Between two acts on a line. */
  readonly pauseMs: number;
}

/** Answers of one store, all rounds together. */
export interface ScanFigure {
  readonly stations: number;
  readonly bundles: number;
  readonly scans: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** The whole view of a station, which each tablet reads after a scan. */
  readonly viewP99Ms: number;
}

const STATIONS_PER_LINE = 4;
const BUNDLE_PIECES = 20;
const BUNDLES_PER_ORDER = 20_000;
const STYLE = "BANC";
/** Each counter says one thing a second. */
const COUNT_EVERY_MS = 1_000;

/** A store with its bundles, its counters and the codes that are still to be scanned. */
interface Floor {
  readonly server: TrameServer;
  readonly counters: readonly CounterClient[];
  readonly codes: string[];
  readonly bundles: number;
  readonly scanMs: number[];
  readonly viewMs: number[];
}

/**
 * Measures from just before a scan is sent to its whole answer, while every station's counter speaks: at a store with few
 * bundles and at one with many, which take turns. Each bundle is scanned and finished at the stations of its line in turn.
 */
export async function measureScans(options: ScanOptions): Promise<ScanFigure[]> {
  const floors: Floor[] = [];
  try {
    for (const bundles of options.bundles) floors.push(await openFloor(options.stations, bundles));
    for (let round = 0; round < options.rounds; round++) {
      for (const floor of floors) await sew(floor, options);
    }
    return floors.map(({ bundles, scanMs, viewMs }) => ({
      stations: options.stations,
      bundles,
      scans: scanMs.length,
      p50Ms: percentile(scanMs, 50),
      p99Ms: percentile(scanMs, 99),
      maxMs: Math.max(...scanMs),
      viewP99Ms: percentile(viewMs, 99),
    }));
  } finally {
    for (const { server, counters } of floors) {
      for (const counter of counters) counter.close();
      await server.close();
    }
  }
}

async function openFloor(stations: number, bundles: number): Promise<Floor> {
  const { plan, devices } = makeWorkshop(stations, STATIONS_PER_LINE);
  const server = await startTrameWithPlan(plan);
  const codes: string[] = [];
  await putStyle(server);
  for (let left = bundles; left > 0; left -= BUNDLES_PER_ORDER) {
    codes.push(...(await cutOrder(server, Math.min(left, BUNDLES_PER_ORDER))));
  }
  await folded(server);
  const onLost = (reason: string): void => console.error(reason);
  const counters = await Promise.all(
    devices.map((identity) =>
      connectCounter({ port: server.mqttPort, identity, onAcknowledged: () => undefined, onLost }),
    ),
  );
  return { server, counters, codes, bundles, scanMs: [], viewMs: [] };
}

async function putStyle({ http, token }: TrameServer): Promise<void> {
  const colours = [{ name: "Bleu", pattern: "rising" }];
  await ask(http, token, {
    method: "PUT",
    path: `/styles/${STYLE}`,
    body: { name: "Banc d'essai", sizes: ["M"], colours },
  });
  const operations = Array.from({ length: STATIONS_PER_LINE }, (_, place) => ({
    code: String(10 * (place + 1)),
    label: { fr: `Opération ${place + 1}` },
    machine: "Piqueuse",
    standardMinutes: 0.42,
    after: place === 0 ? [] : [String(10 * place)],
    countedBy: "machine",
  }));
  await ask(http, token, {
    method: "POST",
    path: "/routings",
    body: { styleId: STYLE, parts: [], operations },
  });
}

async function cutOrder({ http, token }: TrameServer, bundles: number): Promise<string[]> {
  const quantity = { size: "M", colour: "Bleu", pieces: bundles * BUNDLE_PIECES };
  const styles = [{ styleId: STYLE, quantities: [quantity] }];
  const { id } = await ask(http, token, {
    method: "POST",
    path: "/orders",
    body: { customer: "Banc d'essai", dueOn: "2099-12-18", styles },
  });
  await ask(http, token, { method: "PATCH", path: `/orders/${id}`, body: { state: "released" } });
  const cutting = { styleId: STYLE, bundleSize: BUNDLE_PIECES, lots: [{ ...quantity, shade: 1 }] };
  const { bundles: cut } = await ask(http, token, {
    method: "POST",
    path: `/orders/${id}/cuttings`,
    body: cutting,
  });
  return cut.map(({ code }: { code: string }) => code);
}

/** A large cutting is folded in the background, which is not what is measured. */
async function folded({ http, token }: TrameServer): Promise<void> {
  const read = () => ask(http, token, { method: "GET", path: "/board" });
  while ((await read()).recomputing > 0) await wait(500);
}

/** All lines work side by side, and all counters speak, for the time of a round. */
async function sew(floor: Floor, { stations, roundMs, pauseMs }: ScanOptions): Promise<void> {
  const until = performance.now() + roundMs;
  const lines = Array.from({ length: Math.ceil(stations / STATIONS_PER_LINE) }, (_, line) => line);
  await Promise.all([
    speak(floor.counters, until),
    ...lines.map(async (line) => {
      await wait((pauseMs * line) / lines.length);
      while (performance.now() < until) await passLine(floor, line * STATIONS_PER_LINE, pauseMs);
    }),
  ]);
}

async function speak(counters: readonly CounterClient[], until: number): Promise<void> {
  for (let i = 0; performance.now() < until; i++) {
    counters[i % counters.length]?.send(1);
    await wait(COUNT_EVERY_MS / counters.length);
  }
}

/** One bundle from the first station of a line to its last. */
async function passLine(floor: Floor, first: number, pauseMs: number): Promise<void> {
  const code = floor.codes.pop();
  if (code === undefined) throw new Error("the bundles have run out");
  for (let place = 0; place < STATIONS_PER_LINE; place++) {
    const stationId = `S${String(first + place + 1).padStart(3, "0")}`;
    await act(floor, "/scans", { stationId, code });
    await wait(pauseMs);
    await act(floor, "/finishes", {
      stationId,
      code,
      good: BUNDLE_PIECES,
      rework: 0,
      second: 0,
      scrap: 0,
    });
    await wait(pauseMs);
  }
}

async function act({ server, scanMs, viewMs }: Floor, path: string, what: object): Promise<void> {
  const { http, token } = server;
  const now = Date.now();
  const body = { key: randomUUID(), at: now, sentAt: now, origin: "scan", ...what };
  const sent = performance.now();
  const answer = await ask(http, token, { method: "POST", path, body });
  const answered = performance.now();
  if (answer.accepted !== true) throw new Error(`refused: ${JSON.stringify(answer)}`);
  if (path === "/scans") scanMs.push(answered - sent);
  const stationId = Reflect.get(what, "stationId");
  await ask(http, token, { method: "GET", path: `/stations/${stationId}` });
  viewMs.push(performance.now() - answered);
}

interface Question {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  readonly path: string;
  readonly body?: object;
}

async function ask(http: string, token: string, { method, path, body }: Question) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(`${http}/api/v1${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
