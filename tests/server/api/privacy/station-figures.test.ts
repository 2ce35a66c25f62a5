import type { Board, ReportFact } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";
import { TOKEN } from "../support/open-http.ts";
import { decide } from "../support/privacy.ts";

const ADMIN = { token: TOKEN };
/** Of S01, S02 and S03; what S04 makes is the output of the line. */
const OWN = [41, 37, 29];
const DAY = "2026-11-23";

const PATHS = [
  "/board",
  "/counts",
  "/flow",
  "/targets",
  "/exports/daily?format=json",
  "/exports/daily",
  `/reports/production?from=${DAY}&to=${DAY}`,
  ...["production", "stitches", "stops", "attendance"].map(
    (kind) => `/exports/${kind}?from=${DAY}&to=${DAY}&format=json`,
  ),
];

/** Four stations in a row, which made different numbers of pieces by hand. */
async function openUneven(stationFigures: boolean): Promise<FloorHttp> {
  const floor = await openFloor({ at: `${DAY}T09:30:00+01:00` });
  for (const [index, pieces] of [...OWN, 23].entries()) {
    const hour = Date.parse(`${DAY}T08:00:00+01:00`);
    const stationId = `S0${index + 1}`;
    const counted = { key: `by-hand-at-${stationId}`, stationId, hour, pieces };
    await floor.send("POST", "/counts", { ...counted, reason: "Coupure de courant" });
  }
  if (!stationFigures) await decide(floor, { stationFigures });
  return floor;
}

/** Which of some numbers an answer tells, by path. */
async function told(floor: FloorHttp, numbers: readonly number[]) {
  const found: string[] = [];
  for (const path of PATHS) {
    const { status, text } = await floor.get(`/api/v1${path}`, ADMIN);
    expect([path, status]).toEqual([path, 200]);
    const figures: readonly string[] =
      text.replaceAll(/\d\d:\d\d(:\d\d(\.\d+)?)?/g, "").match(/\d+(\.\d+)?/g) ?? [];
    if (numbers.some((number) => figures.includes(String(number))))
      found.push(path.split("?")[0] ?? "");
  }
  return [...new Set(found)];
}

describe("figures that are not told per station", () => {
  it("[PR6] [PR7] are in no answer and no export", async () => {
    expect(await told(await openUneven(false), OWN)).toEqual([]);
  });

  it("[PR7] are found by the same search while they are told", async () => {
    expect(await told(await openUneven(true), OWN)).toEqual([
      ...["/board", "/counts", "/exports/daily", "/reports/production"],
      ...["/exports/production", "/exports/stitches"],
    ]);
  });

  it("[PR6] are told of four stations together, and of the line", async () => {
    const floor = await openUneven(false);
    const board = (await floor.get("/api/v1/board", ADMIN)).json as Board;
    const { groups = [], pieces } = board.lines[0] ?? {};
    expect([board.stationFigures, pieces]).toEqual([false, 23]);
    expect(groups.map((group) => [group.operations, group.pieces])).toEqual([
      [["10", "20", "30", "40"], 130],
    ]);
    const { stations } = (await floor.get("/api/v1/counts", ADMIN)).json as {
      stations: { stationId: string; pieces: number }[];
    };
    expect(stations.map(({ stationId, pieces: sum }) => [stationId, sum])).toEqual([
      ["10 + 20 + 30 + 40", 130],
    ]);
  });

  it("[PR7] lead to facts of four stations together, and neither to a station nor to a ticket", async () => {
    const floor = await openUneven(false);
    const facts = async (query: string) => {
      const { json } = await floor.get(`/api/v1/reports/facts?figure=good&${query}`, ADMIN);
      return (json as { facts: ReportFact[] }).facts;
    };
    const name = "10 + 20 + 30 + 40";
    const together = await facts(`operation=${encodeURIComponent(name)}`);
    expect(together.reduce((sum, { good }) => sum + good, 0)).toBe(130);
    expect(
      new Set(
        together.map(({ key, code, stationId, operation }) =>
          [key, code, stationId, operation].join(),
        ),
      ),
    ).toEqual(new Set([`,,,${name}`]));
    expect([await facts("operation=10"), await facts("station=S01")]).toEqual([[], []]);
  });

  it("[PR7] can be added up of no list of bundles, inspections or an order's story, nor of its export", async () => {
    const floor = await openFloor({ at: `${DAY}T09:30:00+01:00` });
    await floor.work("S01", floor.codes[0] ?? "", 50);
    const sample = { good: 9, rework: 1, second: 0, scrap: 0, orderId: floor.orderId };
    await floor.act("/inspections", "S02", sample);
    const lists = [
      ...[`/bundles?order=${floor.orderId}`, "/inspections", `/orders/${floor.orderId}/story`],
      `/exports/story?from=${DAY}&to=${DAY}&order=${floor.orderId}&format=json`,
    ];
    const naming = async () => {
      const read = lists.map((path) => floor.get(`/api/v1${path}`, ADMIN));
      return (await Promise.all(read)).map(({ status, text }) => [
        ...[status, /"station(Id)?": ?"[^"]+"/.test(text)],
      ]);
    };
    const before = await naming();
    await decide(floor, { stationFigures: false });
    expect([before, await naming()]).toEqual([
      lists.map(() => [200, true]),
      lists.map(() => [200, false]),
    ]);
  });

  it("[PR7] come back as they were when they are told again", async () => {
    const read = async (floor: FloorHttp) =>
      (await floor.get(`/api/v1/reports/production?from=${DAY}&to=${DAY}`, ADMIN)).json;
    const floor = await openUneven(true);
    const before = Object(await read(floor)).orders;
    await decide(floor, { stationFigures: false });
    const masked = Object(await read(floor)).orders;
    await decide(floor, { stationFigures: true });
    expect(masked).not.toEqual(before);
    expect(Object(await read(floor)).orders).toEqual(before);
    expect(masked[0].totals).toEqual(before[0].totals);
  });
});
