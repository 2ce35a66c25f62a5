import type { LearningCurve, ProductionReport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../exports/support/read-workbook.ts";
import type { FloorHttp } from "../floor/floor-http.ts";
import { TOKEN } from "../support/open-http.ts";
import { decide, PRIVACY_PATH, tellMinutes } from "../support/privacy.ts";
import { type AttendedFloor, DAY, openAttended } from "./attended-floor.ts";
import { type Answered, finerMinutes, pathsWithMinutes, readAll } from "./minute-fields.ts";

const REPORT = `/reports/production?from=${DAY}&to=${DAY}`;
/** Two decimals, as files round them. */
const SAME = 0.006;

/** Minutes of one, two or three of the people together. */
function minutesOfFew({ minutes }: AttendedFloor): number[] {
  const groups = Array.from({ length: 2 ** minutes.length }, (_, bits) =>
    minutes.filter((_minute, index) => bits & (2 ** index)),
  );
  return groups
    .filter(({ length }) => length > 0 && length < 4)
    .map((few) => few.reduce((sum, each) => sum + each, 0));
}

/** Answers that tell one of some figures, by their path without what they were asked for. */
function telling(answers: readonly Answered[], figures: readonly number[]): string[] {
  const found = answers.filter(({ text }) => {
    const numbers = (text.replaceAll(/(\d),(\d)/g, "$1.$2").match(/\d+\.\d+/g) ?? []).map(Number);
    return numbers.some((number) => figures.some((each) => Math.abs(each - number) < SAME));
  });
  return [...new Set(found.map(({ path }) => path.split("?")[0] ?? ""))];
}

const report = (floor: FloorHttp) => floor.send<ProductionReport>("GET", REPORT);

/** Attended minutes by operation. */
const byOperation = ({ orders }: ProductionReport) =>
  orders.flatMap(({ operations }) =>
    operations.map(({ totals }) => [totals.attendedMinutes, totals.masked]),
  );

describe("attended minutes of fewer than four people", () => {
  it("[PR11] are in no answer and no export, whatever it is narrowed to; the same search finds them once they are told", async () => {
    const floor = await openAttended(4);
    expect(telling(await readAll(floor), minutesOfFew(floor))).toEqual([]);

    await tellMinutes(floor);
    expect(telling(await readAll(floor), minutesOfFew(floor))).toEqual(
      expect.arrayContaining([
        ...["/api/v1/reports/production", `/api/v1/orders/${floor.orderId}/minutes`],
        ...["/api/v1/exports/production", "/api/v1/exports/minutes"],
      ]),
    );
  });

  it("[PR11] of a line of three people are in no field that is of less than the line and day", async () => {
    const floor = await openAttended(3);
    const finer = (answers: readonly Answered[]) =>
      answers.flatMap(({ path, json }) => finerMinutes(json).map((field) => `${path} ${field}`));
    expect(await pathsWithMinutes(floor)).toEqual(
      expect.arrayContaining([
        ...["/api/v1/counts", "/api/v1/reports/production"],
        ...["/api/v1/orders/{id}/minutes", "/api/v1/styles/{id}/learning"],
      ]),
    );
    expect(finer(await readAll(floor))).toEqual([]);
    const curve = await floor.send<LearningCurve>("GET", "/styles/POLO/learning");
    expect(curve).toEqual({ points: [], maskedDays: 1, fit: null });
    const whole = floor.minutes.reduce((sum, each) => sum + each, 0);
    const { totals, trend } = await report(floor);
    expect([totals.attendedMinutes, trend.at(-1)?.attendedMinutes]).toEqual([
      expect.closeTo(whole, 5),
      expect.closeTo(whole, 5),
    ]);

    await tellMinutes(floor);
    expect(finer(await readAll(floor))).not.toEqual([]);
  });

  it("[PR11] are told with four people together, and say why they are not for one", async () => {
    const floor = await openAttended(4);
    const { orders } = await report(floor);
    const whole = floor.minutes.reduce((sum, each) => sum + each, 0);
    expect(orders[0]?.totals).toMatchObject({
      ...{
        attendedMinutes: expect.closeTo(whole, 5),
        masked: null,
        earnedMinutes: 4 * floor.earned,
      },
    });
    expect(byOperation(await report(floor))).toEqual(Array(4).fill([null, "few-people"]));
    const rows = orders[0]?.operations.map(({ totals }) => [totals.good, totals.earnedMinutes]);
    expect(rows).toEqual(Array(4).fill([20, floor.earned]));
  });

  it("[PR11] have no value in a workbook, and a column that says why", async () => {
    const floor = await openAttended(4);
    const url = `/api/v1/exports/production?from=${DAY}&to=${DAY}&format=xlsx`;
    const sheets = readWorkbook((await floor.get(url, { token: TOKEN })).bytes);
    const [head = [], ...rows] = sheets.find(({ name }) => name === "Opérations")?.rows ?? [];
    const column = (title: string) => {
      const at = head.findIndex(({ value }) => value === title);
      return rows.slice(0, 4).map((row) => row[at]?.value ?? "");
    };
    expect(column("Minutes de présence")).toEqual(["", "", "", ""]);
    expect(column("Minutes non dites")).toEqual(Array(4).fill("moins de 4 personnes"));
    expect(column("Bonnes")).toEqual(["20", "20", "20", "20"]);
  });

  it("[PR11] stay as they are told when who was there is forgotten", async () => {
    const floor = await openAttended(4);
    const before = await report(floor);
    floor.setNow("2027-02-01T09:00:00+01:00");
    for (let isMore = true; isMore; ) {
      ({ isMore } = await floor.store.purgeStep(floor.deps.now()));
    }
    await decide(floor, { stationFigures: true, myDay: true });
    const { orders, totals } = await report(floor);
    expect({ orders, totals }).toEqual({ orders: before.orders, totals: before.totals });
  });

  it("[PR11] [PR12] follow the setting at once, also where a day was kept as it was told", async () => {
    const floor = await openAttended(4);
    const masked = byOperation(await report(floor));
    await tellMinutes(floor);
    const told = byOperation(await report(floor));
    await decide(floor, { operationMinutes: false });

    expect(told.map(([minutes]) => minutes)).toEqual(
      floor.minutes.map((minutes) => expect.closeTo(minutes, 5)),
    );
    expect([masked, byOperation(await report(floor))]).toEqual([
      Array(4).fill([null, "few-people"]),
      Array(4).fill([null, "few-people"]),
    ]);
  });

  it("[PR12] are not told before a consultation is on record", async () => {
    const floor = await openAttended(3);
    expect(await decide(floor, { operationMinutes: true })).toMatchObject({
      ...{ status: 422, json: { code: "privacy-consultation", path: "/consultation" } },
    });
    await tellMinutes(floor);
    expect((await floor.get(PRIVACY_PATH, { token: TOKEN })).json).toMatchObject({
      ...{ operationMinutes: true, consultation: { body: "CSE", date: DAY } },
    });
  });
});
