/** A workshop's day by chance on the real server: counters, bundles, calls, causes, inspections, targets, all from one seed. */
import { createRandom, type Random } from "@trame/firmware-sim";
import type { Plan } from "@trame/shared";
import { cutShirts } from "./cut-shirts.ts";
import { type DayClock, startDayClock } from "./day-clock.ts";
import { openWorkshop, planOf, type Workshop } from "./open-workshop.ts";
import { openCounter, type SewingCounter } from "./sewing-counter.ts";

/** A day that goes on step by step. */
export interface RandomDay {
  readonly workshop: Workshop;
  readonly clock: DayClock;
  /** Some minutes pass, and what happens in them is told. */
  step(): Promise<void>;
  /** What the server said to what people did: its codes, and how often. */
  readonly answers: ReadonlyMap<string, number>;
}

const MINUTE_MS = 60_000;
/** From the last of it to when it is told. */
const TELLING_MS = 5_000;
const SHIFT = { from: "08:00", to: "17:00", breaks: [{ from: "12:00", to: "13:00" }] };
const DAY = "2026-11-24";
export const MORNING = Date.parse(`${DAY}T08:00:00+01:00`);
export const EVENING = Date.parse(`${DAY}T17:00:00+01:00`);

/** Two lines: one with bundles and a table at its end, one of machines alone. */
const PLAN: Plan = {
  ...planOf({}),
  workshop: { name: "Atelier Lons", timeZone: "Europe/Paris" },
  calendar: { shifts: [{ days: [1, 2, 3, 4, 5], ...SHIFT }], holidays: "FR" },
  lines: [
    {
      ...{ id: "L1", name: "Chemises", target: 260, operators: 4 },
      stations: [
        stationOf("S01", "Coudre", "esp-01"),
        stationOf("S02", "Coudre", "esp-02"),
        stationOf("S03", "Ourler", "esp-03"),
        stationOf("S04", "Contrôle"),
      ],
    },
    {
      ...{ id: "L2", name: "Masques", operators: 2 },
      stations: [stationOf("T01", "Plis", "esp-11"), stationOf("T02", "Biais", "esp-12")],
    },
  ],
  devices: planOf({
    S01: { device: "esp-01" },
    S02: { device: "esp-02" },
    S03: { device: "esp-03" },
    T01: { device: "esp-11" },
    T02: { device: "esp-12" },
  }).devices,
};
const COUNTERS = { S01: "esp-01", S02: "esp-02", S03: "esp-03", T01: "esp-11", T02: "esp-12" };

function stationOf(id: string, operation: string, device?: string) {
  const name = `Poste ${id}`;
  return { id, name, operation, standardMinutes: 0.8, ...(device !== undefined && { device }) };
}

/** Opens the doors at a quarter to eight. */
export async function openRandomDay(seed: number): Promise<RandomDay> {
  const clock = startDayClock(MORNING - 15 * MINUTE_MS);
  const workshop = await openWorkshop();
  await workshop.plan(PLAN, MORNING - 20 * MINUTE_MS);
  const random = createRandom(seed);
  const answers = new Map<string, number>();
  const codes = await cutShirts(workshop);
  const counters = await Promise.all(
    Object.entries(COUNTERS).map(([station, device]) =>
      openCounter(workshop, { device, boot: random.fork(station).hex(8), began: clock.now() }),
    ),
  );
  const say = createMouth(workshop, clock, answers);
  const people = createPeople({ random, codes, say, now: clock.now });
  return {
    ...{ workshop, clock, answers },
    async step() {
      const from = clock.now();
      clock.goTo(from + random.between(5, 16) * MINUTE_MS);
      for (const counter of counters) await sew(counter, random, { from, to: clock.now() });
      for (const act of people.draw()) await act();
    },
  };
}

/** A counter's share of these minutes: it sews, breaks down, or is out of reach until later. */
async function sew(
  counter: SewingCounter,
  random: Random,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const stretches = 1 + Math.floor(random.between(0, 3));
  for (let n = 1; n <= stretches; n++) {
    const at = Math.floor(from + ((to - TELLING_MS - from) * n) / stretches);
    const isBroken = random.chance(0.08);
    const pieces = isBroken ? 0 : Math.floor(random.between(0, 6));
    counter.sewn(at, pieces, isBroken ? "fault" : pieces === 0 ? "idle" : "running");
  }
  // What is not delivered now comes late.
  if (random.chance(0.8)) await counter.deliver();
}

interface MouthOptions {
  readonly path: string;
  readonly body: object;
}

type Say = (what: MouthOptions) => Promise<string>;

/** Says it to the server as a screen does; what it answers with a code, refusals of acts too. */
function createMouth(workshop: Workshop, clock: DayClock, answers: Map<string, number>): Say {
  return async ({ path, body }) => {
    const now = clock.now();
    const head = { at: now - 1_000, sentAt: now, origin: "hand" };
    const method = path === "targets" ? "PUT" : "POST";
    const response = await workshop.ask(method, `/api/v1/${path}`, { ...head, ...body });
    const text = await response.text();
    if (![200, 409].includes(response.status)) throw new Error(`${path}: ${text}`);
    const { code } = JSON.parse(text) as { code: string };
    answers.set(code, (answers.get(code) ?? 0) + 1);
    return code;
  };
}

interface PeopleOptions {
  readonly random: Random;
  readonly codes: readonly string[];
  readonly say: Say;
  readonly now: () => number;
}

/** What people do in some minutes, drawn by chance; most of it makes sense, some of it is refused. */
function createPeople({ random, codes, say, now }: PeopleOptions) {
  const stations = ["S01", "S02", "S03", "S04", "T01", "T02"];
  const calls = new Set<string>();
  const keys: string[] = [];
  let last = 0;
  const nextKey = () => {
    last += 1;
    const key = `day-word-${last}`;
    keys.push(key);
    return key;
  };
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random.next() * items.length)] as Item;
  const outcome = () => {
    const [rework, second, scrap] = [0.3, 0.1, 0.05].map((ratio) => (random.chance(ratio) ? 1 : 0));
    return { rework: rework ?? 0, second: second ?? 0, scrap: scrap ?? 0 };
  };
  const defects = (pieces: number) =>
    pieces === 0 ? [] : [{ defect: pick(["open-seam", "stain", "size"]), operation: null, pieces }];

  async function sewBundle(): Promise<void> {
    const code = pick(codes);
    const stationId = pick(["S01", "S02", "S03", "S04"]);
    const said = await say({ path: "scans", body: { key: nextKey(), stationId, code } });
    if (said !== "scan-accepted" && !said.startsWith("scan")) return;
    if (random.chance(0.3)) return;
    const bad = outcome();
    const good = 20 - bad.rework - bad.second - bad.scrap;
    const what = { stationId, code, good, ...bad };
    await say({ path: "finishes", body: { key: nextKey(), ...what } });
  }

  async function call(): Promise<void> {
    const key = nextKey();
    calls.add(key);
    const kind = pick(["mechanic", "material", "quality", "supervisor"]);
    await say({ path: "calls", body: { key, stationId: pick(stations), call: kind } });
  }

  async function answerCall(): Promise<void> {
    const key = pick([...calls]);
    const step = pick(["take", "resolve"]);
    if (step === "resolve") calls.delete(key);
    if (key !== undefined) await say({ path: `calls/${key}/${step}`, body: { key: nextKey() } });
  }

  async function explain(): Promise<void> {
    const from = now() - Math.floor(random.between(4, 40)) * MINUTE_MS;
    const to = random.chance(0.3) ? null : now() - Math.floor(random.between(1, 4)) * MINUTE_MS;
    const scope = pick([
      ...stations.map((stationId) => ({ stationId })),
      { lineId: "L1" },
      { workshop: true },
    ]);
    const cause = pick(["machine", "material", "support", "power", "thread", null]);
    await say({ path: "stops", body: { key: nextKey(), scope, from, to, cause } });
  }

  async function inspect(): Promise<void> {
    const bad = outcome();
    const pieces = bad.rework + bad.second + bad.scrap;
    const what = { stationId: "S04", good: 10 - pieces, ...bad, defects: defects(pieces) };
    await say({ path: "inspections", body: { key: nextKey(), ...what } });
  }

  async function aim(): Promise<void> {
    const pieces = random.chance(0.2) ? null : Math.floor(random.between(150, 500));
    const body = { key: nextKey(), lineId: pick(["L1", "L2"]), day: DAY, pieces };
    await say({ path: "targets", body });
  }

  async function tell(): Promise<void> {
    const text = random.chance(0.2) ? null : `Livraison à ${Math.floor(random.between(14, 18))} h`;
    await say({ path: "messages", body: { key: nextKey(), lineId: pick([null, "L1"]), text } });
  }

  async function undo(): Promise<void> {
    const undoes = pick(keys);
    if (undoes === undefined) return;
    await say({ path: "undos", body: { key: nextKey(), stationId: "S01", undoes } });
  }

  const habits: readonly (readonly [ratio: number, act: () => Promise<void>])[] = [
    [0.9, sewBundle],
    [0.7, sewBundle],
    [0.3, call],
    [0.5, answerCall],
    [0.3, explain],
    [0.4, inspect],
    [0.12, aim],
    [0.08, tell],
    [0.12, undo],
  ];
  return { draw: () => habits.filter(([ratio]) => random.chance(ratio)).map(([, act]) => act) };
}
