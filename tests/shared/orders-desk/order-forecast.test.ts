import {
  daysLate,
  endOfWork,
  formatDay,
  orderForecast,
  parseDay,
  type StyleOutput,
  type WorkCalendar,
  workedMinutes,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Monday, and the days off of these tests: weekends and Wednesday the 25th. */
const MONDAY = parseDay("2026-11-23") ?? 0;
const HOLIDAY = MONDAY + 2;

function windowsOf(day: number) {
  const weekday = (day - MONDAY + 7_000) % 7;
  if (weekday > 4 || day === HOLIDAY) return [];
  const at = (hour: number) => day * DAY + hour * HOUR;
  return [
    { from: at(8), to: at(12) },
    { from: at(13), to: at(17) },
  ];
}

function calendar(day: number, hour: number): WorkCalendar {
  return { now: day * DAY + hour * HOUR, today: day, windowsOf };
}

function output(fields: Partial<StyleOutput> = {}): StyleOutput {
  const begunAt = MONDAY * DAY + 8 * HOUR;
  return { styleId: "MASQUE", left: 100, begunAt, days: [{ day: MONDAY, good: 80 }], ...fields };
}

describe("forecast end of an order", () => {
  it("[OD1] is what is left at the pace of the days on which it was sewn, breaks skipped", () => {
    // 80 in 8 working hours; 45 more take 4 h 30 of Tuesday.
    const forecast = orderForecast([output({ left: 45 })], calendar(MONDAY, 18));

    expect(forecast).toEqual({
      endsAt: (MONDAY + 1) * DAY + 13.5 * HOUR,
      endsOn: "2026-11-24",
      gap: null,
      styleId: "MASQUE",
      perHour: 10,
      days: ["2026-11-23"],
      hours: 8,
    });
  });

  it("[OD1] skips a holiday and a weekend", () => {
    // Tuesday, Thursday and Friday hold 240; the next ten are of Monday.
    const { endsOn } = orderForecast([output({ left: 250 })], calendar(MONDAY, 18));

    expect([
      endsOn,
      daysLate(endsOn ?? "", "2026-12-02"),
      daysLate(endsOn ?? "", "2026-11-27"),
    ]).toEqual(["2026-11-30", -2, 3]);
  });

  it("[OD1] takes the last five days on which it was sewn, and today until now", () => {
    const days = [-10, -7, -6, -5, -4, 0].map((offset) => ({ day: MONDAY + offset, good: 0 }));
    const made = days.map((day, index) => ({ ...day, good: index === 0 ? 4_000 : 36 }));
    const forecast = orderForecast([output({ begunAt: 0, days: made })], calendar(MONDAY, 12));

    expect(forecast).toMatchObject({ hours: 36, perHour: 5 });
    expect(forecast.days).toHaveLength(5);
  });

  it("[OD2] says why there is none", () => {
    const why = (fields: Partial<StyleOutput>, hour = 18) =>
      orderForecast([output(fields)], calendar(MONDAY, hour)).gap;

    expect([
      why({ left: 0 }),
      why({ begunAt: null, days: [] }),
      why({}, 11),
      why({ days: [{ day: MONDAY, good: 0 }] }),
      why({ left: 1_000_000 }),
    ]).toEqual(["done", "not-begun", "too-early", "nothing-out", "too-far"]);
  });

  it("[OD2] is that of the style that ends last, and none while one can't be foreseen", () => {
    const late = output({ styleId: "SWEAT", left: 200 });
    const done = output({ styleId: "BONNET", left: 0 });
    const unknown = output({ styleId: "POLO", begunAt: null });
    const at = calendar(MONDAY, 18);

    expect(orderForecast([output(), late, done], at).styleId).toBe("SWEAT");
    expect(orderForecast([output(), unknown], at)).toMatchObject({
      endsAt: null,
      gap: "not-begun",
      styleId: "POLO",
    });
  });

  it("[OD1] lies as many working minutes ahead as the work takes, inside working time, whatever the moment", () => {
    const moment = fc.record({
      day: fc.integer({ min: MONDAY - 10, max: MONDAY + 10 }),
      hour: fc.double({ min: 0, max: 23.9, noNaN: true }),
      minutes: fc.integer({ min: 1, max: 20_000 }),
    });
    fc.assert(
      fc.property(moment, ({ day, hour, minutes }) => {
        const at = calendar(day, hour);
        const end = endOfWork(minutes, at);
        if (end === null) throw new Error("the calendar has no end");
        const between = Array.from({ length: end.day - day + 1 }, (_, i) => windowsOf(day + i));
        const span = { from: at.now, to: end.at };
        expect(workedMinutes(between.flat(), span)).toBeCloseTo(minutes, 4);
        expect(windowsOf(end.day).some(({ from, to }) => from < end.at && end.at <= to)).toBe(true);
      }),
    );
  });

  it("[OD1] never comes sooner for more left, nor later for a higher pace", () => {
    const amount = fc.integer({ min: 1, max: 2_000 });
    fc.assert(
      fc.property(amount, amount, amount, (left, more, good) => {
        const end = (fields: Partial<StyleOutput>) =>
          orderForecast([output(fields)], calendar(MONDAY, 18)).endsAt ?? Number.POSITIVE_INFINITY;
        const days = (pieces: number) => [{ day: MONDAY, good: pieces }];
        const base = end({ left, days: days(good) });
        expect(end({ left: left + more, days: days(good) })).toBeGreaterThanOrEqual(base);
        expect(end({ left, days: days(good + more) })).toBeLessThanOrEqual(base);
      }),
    );
  });

  it("[OD1] names its day by the calendar's, not by the clock", () => {
    const night = (day: number) => [
      { from: day * DAY + 22 * HOUR, to: (day + 1) * DAY + 6 * HOUR },
    ];
    const at = { now: MONDAY * DAY + 22 * HOUR, today: MONDAY, windowsOf: night };

    expect(formatDay(endOfWork(300, at)?.day ?? 0)).toBe("2026-11-23");
  });
});
