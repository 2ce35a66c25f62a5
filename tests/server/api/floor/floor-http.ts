/** The HTTP side with a line of four stations and an order cut into bundles; people and bundles are named shortly. */
import type { ActAnswer, PlanStation, Routing, StationView } from "@trame/shared";
import { type Answer, openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { planOf } from "../support/workshop.ts";

export { TOKEN };

/** What is sent of an act besides its head, and of the head what is not as usual. */
export type ActFields = Readonly<Record<string, unknown>>;

export interface Told extends ActAnswer {
  readonly status: number;
}

export interface FloorHttp extends TestHttp {
  /** Codes of the bundles that were cut, in order. */
  readonly codes: readonly string[];
  readonly orderId: string;
  /** Sends an act made now at a station, with the admin token. */
  act(path: string, stationId: string, fields?: ActFields): Promise<Told>;
  scan(stationId: string, code: string, fields?: ActFields): Promise<Told>;
  /** All good unless said otherwise. */
  finish(stationId: string, code: string, fields?: ActFields): Promise<Told>;
  /** Scans and finishes all pieces. */
  work(stationId: string, code: string, good: number): Promise<void>;
  station(id: string): Promise<StationView>;
  /** As the tablet of the station reads it, with its own key. */
  tablet(id: string): Promise<StationView>;
  bundle(code: string): Promise<BundleJson>;
  /** Sends something else that must be taken. */
  send<Json>(method: "GET" | "POST" | "PUT" | "PATCH", url: string, body?: object): Promise<Json>;
  /** Pieces by station of today, those without any left out. */
  counts(): Promise<Record<string, number>>;
}

export interface BundleJson {
  readonly code: string;
  readonly pieces: number;
  readonly rework: number;
  readonly next: string[];
  readonly openAt: string | null;
  readonly state: {
    readonly good: number;
    readonly rework: number;
    readonly second: number;
    readonly scrap: number;
    readonly inProgress: number;
    readonly conflicts: { code: string; key: string; against: string | null }[];
    readonly operations: { code: string; status: string; stationId: string | null }[];
  };
}

export interface FloorOptions {
  readonly at?: string;
  /** By id; by default S01 to S04, each for the operation 10, 20, 30 or 40. */
  readonly stations?: Readonly<Record<string, Partial<PlanStation>>>;
  readonly routing?: Omit<Routing, "version" | "styleId">;
  readonly bundleSize?: number;
  readonly pieces?: number;
  /** Shades cut, each of as many pieces. */
  readonly shades?: readonly number[];
  readonly state?: string;
  readonly order?: object;
}

/** 08:00 on a Monday. */
export const MORNING = "2026-11-23T08:00:00+01:00";

/** Four operations, one after the other. */
export const STEPS: Omit<Routing, "version" | "styleId"> = {
  parts: [],
  operations: ["10", "20", "30", "40"].map((code, index, codes) => ({
    code,
    label: { fr: `Étape ${code}`, en: `Step ${code}` },
    machine: "Piqueuse plate",
    standardMinutes: 0.5,
    after: index === 0 ? [] : [codes[index - 1] ?? ""],
    countedBy: "scan",
  })),
};

const STATIONS = {
  S01: { operation: "10" },
  S02: { operation: "20" },
  S03: { operation: "30" },
  S04: { operation: "40" },
};

function stationsOf(stations: NonNullable<FloorOptions["stations"]>): PlanStation[] {
  return Object.entries(stations).map(([id, fields]) => ({
    id,
    name: `Poste ${id}`,
    operation: "Coudre",
    standardMinutes: 0.5,
    ...fields,
  }));
}

/** Opens the floor; it closes with the test. */
export async function openFloor(options: FloorOptions = {}): Promise<FloorHttp> {
  const { at = MORNING, stations = STATIONS, bundleSize = 50, pieces = 200 } = options;
  const http = await openHttp(at);
  const list = stationsOf(stations);
  const devices = [...new Set(list.flatMap(({ device }) => device ?? []))].map((id) => ({ id }));
  await http.putPlan(
    planOf({ lines: [{ id: "L1", name: "Ligne 1", stations: list }], devices }),
    "2026-11-20T00:00:00Z",
  );
  const send: FloorHttp["send"] = async (method, url, body) => {
    const ask = { token: TOKEN, ...(body !== undefined && { body }) };
    const answer = await http.ask(method as "POST", `/api/v1${url}`, ask);
    if (answer.status !== 200)
      throw new Error(`${method} ${url}: ${answer.text} ${http.logged.join()}`);
    return answer.json as never;
  };
  await send("PUT", "/styles/POLO", {
    id: "POLO",
    name: "Polo",
    sizes: ["M", "L"],
    colours: [{ name: "Bleu", swatch: "#1f3a6e", pattern: "rising" }],
  });
  await send("POST", "/routings", { styleId: "POLO", ...(options.routing ?? STEPS) });
  const { shades = [1], state = "running" } = options;
  const quantities = [{ size: "M", colour: "Bleu", pieces: pieces * shades.length }];
  const order = await send<{ id: string }>("POST", "/orders", {
    customer: "Ville de Lons",
    dueOn: "2026-12-18",
    state,
    styles: [{ styleId: "POLO", quantities }],
    ...options.order,
  });
  const lots = shades.map((shade) => ({ size: "M", colour: "Bleu", shade, pieces }));
  const cutting = { key: "cutting-1", styleId: "POLO", bundleSize, lots };
  const cut = await send<{ bundles: { code: string }[] }>(
    "POST",
    `/orders/${order.id}/cuttings`,
    cutting,
  );
  return floorOver(http, { send, orderId: order.id, codes: cut.bundles.map(({ code }) => code) });
}

type Own = Pick<FloorHttp, "send" | "orderId" | "codes">;

function floorOver(http: TestHttp, { send, orderId, codes }: Own): FloorHttp {
  let drawn = 0;
  const act: FloorHttp["act"] = async (path, stationId, fields = {}) => {
    drawn += 1;
    const now = http.deps.now();
    const head = {
      key: `act-${drawn}-of-the-test`,
      stationId,
      at: now,
      sentAt: now,
      origin: "scan",
    };
    const { token = TOKEN, language, ...body } = { ...head, ...fields } as ActFields;
    const answer = await http.ask("POST", `/api/v1${path}`, {
      token: token as string,
      ...(typeof language === "string" && { language }),
      body,
    });
    return toldOf(answer);
  };
  const finish: FloorHttp["finish"] = (stationId, code, fields) =>
    act("/finishes", stationId, { code, good: 0, rework: 0, second: 0, scrap: 0, ...fields });
  const scan: FloorHttp["scan"] = (stationId, code, fields) =>
    act("/scans", stationId, { code, ...fields });
  return {
    ...http,
    ...{ codes, orderId, send, act, scan, finish },
    async work(stationId, code, good) {
      for (const told of [await scan(stationId, code), await finish(stationId, code, { good })]) {
        if (!told.accepted) throw new Error(told.message);
      }
    },
    station: (id) => send("GET", `/stations/${id}`),
    async tablet(id) {
      const { key } = await send<{ key: string }>("POST", `/stations/${id}/key`);
      return (await http.get(`/api/v1/stations/${id}`, { token: key })).json as StationView;
    },
    bundle: (code) => send("GET", `/bundles/${code}`),
    async counts() {
      const { stations } = await send<{ stations: { stationId: string; pieces: number }[] }>(
        "GET",
        "/counts",
      );
      const made = stations.filter(({ pieces }) => pieces !== 0);
      return Object.fromEntries(made.map(({ stationId, pieces }) => [stationId, pieces]));
    },
  };
}

function toldOf({ status, json }: Answer): Told {
  return { ...(json as ActAnswer), status };
}
