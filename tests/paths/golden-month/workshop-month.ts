/** A workshop's month: a line of two machines and two tables, two orders, and all that reached the server in November 2026. */
import type { Month, MonthHappening, MonthStation } from "@trame/firmware-sim";
import { sewMonth } from "@trame/firmware-sim";
import { openHttp, type TestHttp, TOKEN } from "../../server/api/support/open-http.ts";
import { tellMinutes } from "../../server/api/support/privacy.ts";
import { planOf } from "../../server/api/support/workshop.ts";

export interface GoldenMonth {
  readonly http: TestHttp;
  readonly month: Month;
  readonly stations: readonly MonthStation[];
  readonly orderIds: readonly string[];
  /** Codes of the refusals that were answered; none in a month in which nothing went wrong. */
  readonly refused: readonly string[];
  get<Json>(url: string): Promise<Json>;
}

const BEFORE = "2026-10-30T08:00:00+01:00";
const AFTER = "2026-12-01T07:00:00+01:00";
const MINUTES = { S01: 2, S02: 1.5, S03: 2.5, S04: 1 } as const;
/** Minutes allowed by operation. */
export const STANDARD_MINUTES = new Map(
  Object.values(MINUTES).map((minutes, index) => [`${index + 1}0`, minutes]),
);
const STATION_IDS = ["S01", "S02", "S03", "S04"] as const;
const MACHINES: readonly string[] = ["S01", "S02"];
const CELLS = [
  { size: "M", colour: "Bleu", pieces: 400 },
  { size: "L", colour: "Bleu", pieces: 400 },
  { size: "M", colour: "Noir", pieces: 400 },
  { size: "L", colour: "Noir", pieces: 400 },
];
/** The armistice is a public holiday. */
const HOLIDAY = "2026-11-11";

/** Working days of the month, 8 to 12 and 13 to 17 at UTC + 1. */
export const DAYS = Array.from({ length: 30 }, (_, index) => {
  const day = `2026-11-${String(index + 1).padStart(2, "0")}`;
  const at = (time: string): number => Date.parse(`${day}T${time}:00+01:00`);
  const windows = [
    { from: at("08:00"), to: at("12:00") },
    { from: at("13:00"), to: at("17:00") },
  ];
  return { day, weekday: new Date(`${day}T12:00Z`).getUTCDay(), windows };
}).filter(({ day, weekday }) => weekday > 0 && weekday < 6 && day !== HOLIDAY);

/** Opens the workshop, lets the whole month happen, and looks at it on the first of December. */
export async function liveThrough(seed: string): Promise<GoldenMonth> {
  const http = await openHttp(BEFORE);
  const send = async <Json>(url: string, body: object, method: "POST" | "PUT" = "POST") => {
    const answer = await http.ask(method, `/api/v1${url}`, { token: TOKEN, body });
    if (answer.status !== 200) throw new Error(`${url}: ${answer.text}`);
    return answer.json as Json;
  };
  await http.putPlan(planOfMonth(), "2026-10-26T00:00:00Z");
  // Its truth is known to the finest row.
  await tellMinutes(http);
  const stations = await Promise.all(
    STATION_IDS.map(async (stationId, index): Promise<MonthStation> => {
      const person = { id: `p${index + 1}`, pseudonym: `Personne ${index + 1}` };
      const { badgeCode } = await send<{ badgeCode: string }>("/operators", person);
      const device = MACHINES.includes(stationId) ? `esp-${stationId}` : null;
      const operation = `${index + 1}0`;
      return {
        stationId,
        operation,
        standardMinutes: MINUTES[stationId],
        device,
        badge: badgeCode,
      };
    }),
  );
  await send("/styles/POLO", styleOf("POLO", "Polo"), "PUT");
  await send("/styles/TABLIER", styleOf("TABLIER", "Tablier"), "PUT");
  const orders = [await order(send, "POLO"), await order(send, "TABLIER")];
  const bundles = orders.flatMap(({ bundles }) => bundles);
  const month = sewMonth({ seed, stations, days: DAYS, bundles });
  const refused = await deliver(http, month.happenings);
  http.setNow(AFTER);
  await http.settled();
  return {
    ...{ http, month, stations, refused },
    orderIds: orders.map(({ orderId }) => orderId),
    async get<Json>(url: string) {
      const answer = await http.get(url, { token: TOKEN });
      if (answer.status !== 200) throw new Error(`${url}: ${answer.text}`);
      return answer.json as Json;
    },
  };
}

/** In the order in which the server heard of them; samples that come one after the other together. */
async function deliver(http: TestHttp, happenings: readonly MonthHappening[]): Promise<string[]> {
  const refused: string[] = [];
  let samples: Extract<MonthHappening, { kind: "samples" }>[] = [];
  const flush = async (): Promise<void> => {
    const entries = samples.map(({ received, message: { deviceId, ...message } }) => {
      return { kind: "counts" as const, deviceId, received, message };
    });
    samples = [];
    if (entries.length > 0) await http.record(...entries);
  };
  for (const happening of happenings) {
    http.setNow(happening.received);
    if (happening.kind === "samples") {
      samples.push(happening);
      continue;
    }
    await flush();
    const { path, body } = happening;
    const answer = await http.ask("POST", `/api/v1${path}`, { token: TOKEN, body });
    const told = answer.json as { accepted?: boolean; code: string; message: string };
    if (told.accepted !== true) refused.push(`${path} ${told.code}: ${told.message}`);
  }
  await flush();
  return refused;
}

function planOfMonth() {
  return planOf({
    calendar: {
      shifts: [
        {
          days: [1, 2, 3, 4, 5],
          from: "08:00",
          to: "17:00",
          breaks: [{ from: "12:00", to: "13:00" }],
        },
      ],
      holidays: "FR",
    },
    lines: [
      {
        ...{ id: "L1", name: "Ligne 1", target: 150, operators: 4 },
        stations: STATION_IDS.map((id, index) => ({
          ...{ id, name: `Poste ${index + 1}`, operation: `${index + 1}0` },
          standardMinutes: MINUTES[id],
          ...(MACHINES.includes(id) && { device: `esp-${id}`, minStitches: 40, trimsPerPiece: 4 }),
        })),
      },
    ],
    devices: MACHINES.map((id) => ({ id: `esp-${id}`, heartbeatMs: 60_000 })),
  });
}

function styleOf(id: string, name: string) {
  const colours = [
    { name: "Bleu", swatch: "#1f3a6e", pattern: "rising" },
    { name: "Noir", swatch: "#1a1a1a", pattern: "solid" },
  ];
  return { id, name, sizes: ["M", "L"], colours };
}

type Send = <Json>(url: string, body: object) => Promise<Json>;

async function order(send: Send, styleId: string) {
  const operations = STATION_IDS.map((id, index) => ({
    code: `${index + 1}0`,
    label: { fr: `Étape ${index + 1}0` },
    machine: "Piqueuse plate",
    standardMinutes: MINUTES[id],
    after: index === 0 ? [] : [`${index}0`],
    countedBy: MACHINES.includes(id) ? "machine" : "scan",
    ...(index === STATION_IDS.length - 1 && { inspects: true }),
  }));
  await send("/routings", { styleId, parts: [], operations });
  const styles = [{ styleId, quantities: CELLS }];
  const given = { customer: "Ville de Lons", dueOn: "2026-12-18", state: "running", styles };
  const { id: orderId } = await send<{ id: string }>("/orders", given);
  const lots = CELLS.map((cell) => ({ ...cell, shade: 1 }));
  const cutting = { key: `cut-of-${styleId}`, styleId, bundleSize: 20, lots };
  const cut = await send<{ bundles: CutBundle[] }>(`/orders/${orderId}/cuttings`, cutting);
  return { orderId, bundles: cut.bundles.map((bundle) => ({ ...bundle, orderId })) };
}

interface CutBundle {
  readonly code: string;
  readonly size: string;
  readonly colour: string;
  readonly pieces: number;
}
