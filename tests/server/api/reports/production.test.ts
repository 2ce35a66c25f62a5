import type { ProductionReport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";
import { openHttp } from "../support/open-http.ts";
import { tellMinutes } from "../support/privacy.ts";

const URL = "/reports/production";
const MINUTE = 60_000;
const HOUR_8 = Date.parse("2026-11-23T08:00:00+01:00");

/** A floor on whose line one person works. */
async function openLine(): Promise<FloorHttp> {
  const floor = await openFloor();
  const [{ plan } = { plan: null }] = await floor.store.plans();
  const lines = plan?.lines.map((line) => ({ ...line, operators: 1 })) ?? [];
  await floor.putPlan({ ...plan!, lines }, "2026-11-20T00:00:00Z");
  return floor;
}

/** A morning: one bundle through all four operations, ten minutes each, three pieces not good. */
async function sew(floor: FloorHttp): Promise<void> {
  const [code = ""] = floor.codes;
  for (const [index, station] of ["S01", "S02", "S03", "S04"].entries()) {
    floor.setNow(HOUR_8 + 10 * index * MINUTE);
    await floor.scan(station, code);
    floor.setNow(HOUR_8 + (10 * index + 10) * MINUTE);
    const good = station === "S01" ? 47 : 47 - 2 * Number(station === "S04");
    const bad = station === "S01" ? { rework: 2, scrap: 1 } : {};
    const second = station === "S04" ? 2 : 0;
    await floor.finish(station, code, { good, second, ...bad });
  }
}

function read(floor: FloorHttp, query = ""): Promise<ProductionReport> {
  return floor.send<ProductionReport>("GET", `${URL}${query}`);
}

describe("the report of a day", () => {
  it("[RP5] tells orders, operations and cells, each with its formulas", async () => {
    const floor = await openLine();
    await tellMinutes(floor);
    await sew(floor);
    floor.setNow("2026-11-23T18:00:00+01:00");

    const report = await read(floor, "?from=2026-11-23");

    expect(report).toMatchObject({
      scope: { from: "2026-11-23", to: "2026-11-23", lineId: null, orderId: null, styleId: null },
      asOf: Date.parse("2026-11-23T18:00:00+01:00"),
      closedAt: Date.parse("2026-11-23T17:00:00+01:00"),
      ...{ corrected: [], isRefolding: false, nearest: null },
      totals: { good: 45, rework: 2, second: 2, scrap: 1, earnedMinutes: 93, attendedMinutes: 480 },
      hours: [{ hour: HOUR_8, pieces: 45 }],
    });
    const [order] = report.orders;
    expect(order).toMatchObject({
      ...{ orderId: floor.orderId, styleId: "POLO", name: "Polo", customer: "Ville de Lons" },
      totals: { good: 45, earnedMinutes: 93, efficiency: 93 / 480 },
      cells: [{ size: "M", colour: "Bleu", totals: { good: 45, rework: 2, second: 2, scrap: 1 } }],
    });
    expect(
      order?.operations.map(({ code, operation, standardMinutes, lineIds, origins, totals }) => [
        ...[code, operation, standardMinutes, lineIds, origins.scan, totals.good],
      ]),
    ).toEqual([
      ["10", "10", [0.5], ["L1"], 47, 47],
      ["20", "20", [0.5], ["L1"], 47, 47],
      ["30", "30", [0.5], ["L1"], 47, 47],
      ["40", "40", [0.5], ["L1"], 45, 45],
    ]);
  });

  it("[RP5] is of a line, an order or a style where one is named", async () => {
    const floor = await openLine();
    await tellMinutes(floor);
    await sew(floor);
    floor.setNow("2026-11-23T18:00:00+01:00");

    const whole = await read(floor);
    for (const query of [`order=${floor.orderId}`, "style=POLO", "line=L1"]) {
      expect((await read(floor, `?${query}`)).totals).toEqual(whole.totals);
    }
    for (const query of ["order=2026-99", "style=ROBE", "line=L2"]) {
      const { totals, orders, nearest } = await read(floor, `?${query}`);
      expect([totals.good, totals.attendedMinutes, orders, nearest]).toEqual([0, 0, [], null]);
    }
  });

  it("[RP6] stands beside the working days before it, and says the nearest day with data", async () => {
    const floor = await openLine();
    await sew(floor);
    floor.setNow("2026-11-24T09:00:00+01:00");
    await floor.work("S01", floor.codes[1] ?? "", 50);

    const { trend } = await read(floor, "?from=2026-11-24");
    expect(trend.map(({ day, good, target }) => [day, good, target])).toEqual([
      ["2026-11-23", 45, null],
      ["2026-11-24", 0, null],
    ]);
    const later = await read(floor, "?from=2026-11-28&to=2026-11-29");
    expect([later.nearest, later.closedAt, later.orders]).toEqual(["2026-11-24", null, []]);
    expect((await read(floor, "?from=2026-11-10")).nearest).toBe("2026-11-23");
  });

  it("[RP5] says of a night that goes on after midnight that it does, and of the next day that it has not begun", async () => {
    const floor = await openLine();
    const [{ plan } = { plan: null }] = await floor.store.plans();
    const shifts = [{ days: [1, 2, 3, 4, 5], from: "21:00", to: "05:00" }];
    await floor.putPlan({ ...plan!, calendar: { shifts } }, "2026-11-20T00:00:00Z");
    const stages = (): Promise<string[]> =>
      Promise.all(
        ["?from=2026-11-23", "?from=2026-11-24", "?from=2026-11-22"].map(
          async (query) => (await read(floor, query)).stage,
        ),
      );

    floor.setNow("2026-11-24T03:40:00+01:00");
    expect(await stages()).toEqual(["running", "ahead", "off"]);
    floor.setNow("2026-11-24T05:01:00+01:00");
    expect(await stages()).toEqual(["closed", "running", "off"]);
  });

  it("[RP6] has a row for each day that its totals hold, a day off with work too", async () => {
    const floor = await openLine();
    await tellMinutes(floor);
    await sew(floor);
    floor.setNow("2026-11-25T09:00:00+01:00");
    await floor.scan("S01", floor.codes[1] ?? "");
    floor.setNow("2026-11-28T10:00:00+01:00");
    await floor.work("S01", floor.codes[2] ?? "", 50);

    const { trend, totals } = await read(floor, "?from=2026-11-23&to=2026-11-29");

    expect(trend.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-25", "2026-11-28"]);
    const sumOf = (key: "good" | "earnedMinutes" | "attendedMinutes") =>
      trend.reduce((sum, day) => sum + (day[key] ?? 0), 0);
    expect([sumOf("good"), sumOf("earnedMinutes"), sumOf("attendedMinutes")]).toEqual([
      totals.good,
      totals.earnedMinutes,
      totals.attendedMinutes,
    ]);
    expect(totals).toMatchObject({ good: 45, earnedMinutes: 118, attendedMinutes: 960 });
  });

  it("[RP5] of several days adds them up", async () => {
    const floor = await openLine();
    await sew(floor);
    floor.setNow("2026-11-24T18:00:00+01:00");
    await floor.work("S01", floor.codes[1] ?? "", 50);

    const [one, two, both] = await Promise.all([
      read(floor, "?from=2026-11-23"),
      read(floor, "?from=2026-11-24"),
      read(floor, "?from=2026-11-23&to=2026-11-24"),
    ]);

    expect(both.totals.attendedMinutes).toBe(960);
    expect(both.totals.earnedMinutes).toBe(one.totals.earnedMinutes + two.totals.earnedMinutes);
    expect([both.totals.good, both.hours]).toEqual([45, []]);
  });

  it("[RP5] of days that are none is refused in a sentence", async () => {
    const http = await openHttp();
    for (const [query, code, path] of [
      ["from=2026-11-24&to=2026-11-23", "range-reversed", "/to"],
      ["from=2026-01-01&to=2027-06-01", "range-too-long", "/to"],
      ["from=hier", "day-invalid", "/from"],
      ["to=2026-02-30", "day-invalid", "/to"],
    ]) {
      const answer = await http.get(`/api/v1${URL}?${query}`);
      expect(answer).toMatchObject({ status: 422, json: { code, path } });
      expect((answer.json as { message: string }).message).toMatch(/\.$/);
    }
  });
});
