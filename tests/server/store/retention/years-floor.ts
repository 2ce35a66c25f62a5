/** A floor that worked on days of one year and of the next: one order in each, one over both, and what people said of the floor. */
import { join } from "node:path";
import { EXPORT_KINDS, PRIVACY, PRIVACY_SETTING } from "@trame/shared";
import { openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { addTaken, type PurgeStep } from "../../../../server/src/store/retention/purge.ts";
import { type FloorHttp, openFloor, STEPS, TOKEN } from "../../api/floor/floor-http.ts";
import { startCounter } from "../../api/support/workshop.ts";

const DAY_MS = 86_400_000;

/** Monday and Tuesday of the year that goes, and of the one that stays. */
export const OLD = ["2026-11-23", "2026-11-24"] as const;
export const YOUNG = ["2027-06-14", "2027-06-15"] as const;
/** With a year kept, the border is at its date of the year before. */
const NOW = "2027-12-15";
export const BORDER = Date.parse("2026-12-15") / DAY_MS;

/** A month of days is sealed in a night: so many nights seal a year. */
export const NIGHTS_OF_A_YEAR = 14;
const NOW_AT = Date.parse(`${NOW}T12:00:00+01:00`);

export type Sqlite = ReturnType<typeof openWriter>;

export interface YearsFloor extends FloorHttp {
  /** Old, over both years, young; ids of orders. */
  readonly orders: readonly [string, string, string];
  on(day: string, time: string): void;
  /** Purges so many nights up to {@link NOW}, aggregates kept so many years; answers the rows that went, by table, and the bytes that are to be nowhere. */
  purge(years: number, nights?: number): Promise<Omit<PurgeStep, "isMore">>;
  /** What reports, lists and exports say of the young days and of the orders that stay, and the board; computed anew. */
  figures(): Promise<Record<string, string>>;
  sql<Result>(work: (sqlite: Sqlite) => Result): Result;
}

/** Pieces. */
const BUNDLE = 50;

export async function openYearsFloor(): Promise<YearsFloor> {
  const floor = await openFloor({
    at: `${OLD[0]}T07:00:00+01:00`,
    stations: {
      S01: { operation: "10", device: "esp-01" },
      S02: { operation: "20" },
      S03: { operation: "30" },
      S04: { operation: "40" },
    },
    routing: STEPS,
    pieces: 2 * BUNDLE,
  });
  const on: YearsFloor["on"] = (day, time) => floor.setNow(`${day}T${time}:00+01:00`);
  const both = await cutOrder(floor, { key: "both", bundles: 4 });
  const counter = startCounter("esp-01", `${OLD[0]}T07:30:00+01:00`);
  for (const [index, day] of OLD.entries()) {
    await workDay({ floor, on, counter }, { day, codes: [floor.codes[index], both.codes[index]] });
  }
  await close(floor, floor.orderId);
  on(YOUNG[0], "07:00");
  const young = await cutOrder(floor, { key: "young", bundles: 2 });
  const later = startCounter("esp-01", `${YOUNG[0]}T07:30:00+01:00`, "0b00t002");
  for (const [index, day] of YOUNG.entries()) {
    const codes = [young.codes[index], both.codes[index + 2]];
    await workDay({ floor, on, counter: later }, { day, codes });
  }
  await close(floor, both.id);
  on(NOW, "12:00");
  await floor.settled();
  const orders = [floor.orderId, both.id, young.id] as const;
  return { ...floor, ...createOwn(floor, orders.slice(1)), on, orders };
}

async function cutOrder(
  { send }: FloorHttp,
  { key, bundles }: { readonly key: string; readonly bundles: number },
) {
  const pieces = bundles * BUNDLE;
  const lot = { size: "M", colour: "Bleu", pieces };
  const { id } = await send<{ id: string }>("POST", "/orders", {
    ...{ customer: `Client ${key}`, dueOn: "2027-12-18", state: "running" },
    styles: [{ styleId: "POLO", quantities: [lot] }],
  });
  const cutting = { key: `cutting-${key}`, styleId: "POLO", bundleSize: BUNDLE };
  const lots = [{ ...lot, shade: 1 }];
  const cut = await send<{ bundles: { code: string }[] }>("POST", `/orders/${id}/cuttings`, {
    ...cutting,
    lots,
  });
  return { id, codes: cut.bundles.map(({ code }) => code) };
}

function close({ send }: FloorHttp, id: string): Promise<unknown> {
  return send("PATCH", `/orders/${id}`, { state: "closed" });
}

interface At {
  readonly floor: FloorHttp;
  readonly on: YearsFloor["on"];
  readonly counter: ReturnType<typeof startCounter>;
}

/** Two bundles to their end, pieces of a counter, and what people say of a floor: also a count that was taken back, and a refusal. */
async function workDay(
  { floor, on, counter }: At,
  { day, codes }: { readonly day: string; readonly codes: readonly (string | undefined)[] },
): Promise<void> {
  for (const [index, code = ""] of codes.entries()) {
    on(day, `0${8 + index}:00`);
    for (const station of ["S01", "S02", "S03"]) await floor.work(station, code, 50);
    await floor.scan("S04", code);
    await floor.finish("S04", code, { good: 47, second: 1 + index, scrap: 2 - index });
    await floor.record(counter.sewn(`${day}T0${8 + index}:50:00+01:00`, 40 + index));
  }
  on(day, "10:30");
  await floor.scan("S01", "no code at all");
  const to = floor.deps.now() - 600_000;
  const stop = { scope: { stationId: "S01" }, from: to - 600_000, to, cause: "thread" };
  await said(floor, "/stops", { key: `stop-of-${day}`, ...stop });
  const upkeep = { key: `upkeep-of-${day}`, stationId: "S01", upkeep: "oil" };
  await said(floor, "/machines/S01/upkeep", upkeep);
  await said(floor, "/messages", { key: `message-of-${day}`, lineId: null, text: "Bonjour" });
  for (const pieces of [7, 9]) {
    const hour = floor.deps.now() - 3_600_000;
    const body = { key: `count-${pieces}-of-${day}`, stationId: "S03", hour, pieces };
    await floor.send("POST", "/counts", { ...body, reason: "Panne" });
  }
  await said(floor, "/undos", {
    key: `undo-of-${day}`,
    stationId: "S03",
    undoes: `count-9-of-${day}`,
  });
}

async function said({ send, deps }: FloorHttp, path: string, body: object): Promise<void> {
  const now = deps.now();
  await send("POST", path, { at: now, sentAt: now, origin: "hand", ...body });
}

/** @param kept ids of orders that stay */
function createOwn(
  floor: FloorHttp,
  kept: readonly string[],
): Pick<YearsFloor, "purge" | "figures" | "sql"> {
  const sql: YearsFloor["sql"] = (work) => {
    const sqlite = openWriter(join(floor.folder, DATABASE_FILE));
    try {
      return work(sqlite);
    } finally {
      sqlite.close();
    }
  };
  const get = async (url: string): Promise<string> =>
    withoutTrend((await floor.get(`/api/v1${url}`, { token: TOKEN })).text);
  return {
    sql,
    async purge(years, count = 1) {
      const { retention } = PRIVACY;
      const setting = { ...PRIVACY, retention: { ...retention, aggregatesYears: years } };
      await floor.store.putSetting(PRIVACY_SETTING, JSON.stringify(setting), floor.deps.now());
      let gone: Omit<PurgeStep, "isMore"> = { taken: {}, traces: [] };
      const nights = Array.from({ length: count }, (_, n) => NOW_AT - (count - 1 - n) * DAY_MS);
      for (let night = nights.shift(); night !== undefined; ) {
        const step = await floor.store.purgeStep(night);
        gone = {
          taken: addTaken(gone.taken, step.taken),
          traces: [...gone.traces, ...step.traces],
        };
        if (!step.isMore) night = nights.shift();
      }
      return gone;
    },
    async figures() {
      sql((sqlite) => sqlite.exec("DELETE FROM day_rows"));
      const span = `from=${YOUNG[0]}&to=${YOUNG[1]}`;
      const urls = [
        ...YOUNG.flatMap((day) => [
          `/counts?day=${day}`,
          `/reports/production?from=${day}&to=${day}`,
          `/reports/facts?day=${day}&figure=good`,
          `/stops?day=${day}`,
          `/targets?day=${day}`,
        ]),
        `/reports/production?${span}`,
        ...EXPORT_KINDS.map((kind) => `/exports/${kind}?${span}&format=json`),
        ...kept.flatMap((id) => [`/orders/${id}`, `/orders/${id}/progress`, `/orders/${id}/story`]),
        `/journal?from=${YOUNG[0]}&to=${YOUNG[1]}`,
      ];
      const figures: [string, string][] = [];
      for (const url of urls) figures.push([url, await get(url)]);
      const board = await floor.store.readBoard(floor.deps.now());
      return { ...Object.fromEntries(figures), board: JSON.stringify({ ...board, clock: 0 }) };
    },
  };
}

/** Beside a day stand those that were worked before it, whatever year they were of: one that went is not there any more. */
function withoutTrend(json: string): string {
  return JSON.stringify({ ...JSON.parse(json), trend: null });
}
