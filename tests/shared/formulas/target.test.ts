import type { Span } from "@trame/shared";
import { expectedSoFar, spreadTarget, stationExpected } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, clockHoursOf, workday } from "../../browser/support/rows.ts";

const MINUTE_MS = 60_000;

/** Any working day: up to four windows with breaks between them, to the minute, across midnight too. */
const anyWindows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 300 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pairs) => {
    const windows: Span[] = [];
    let cursor = at("06:00");
    for (const [gap, length] of pairs) {
      const from = cursor + gap * MINUTE_MS;
      cursor = from + length * MINUTE_MS;
      windows.push({ from, to: cursor });
    }
    return windows;
  });
const anyTarget = fc.double({ min: 0, max: 100_000, noNaN: true });

describe("target", () => {
  it("[F2] asks for 430 of 960 pieces after 215 of 480 minutes", () => {
    expect(expectedSoFar(960, { now: at("11:35"), windows: workday })).toBe(430);
  });

  it("[F2] stands still in the break and ends at the target", () => {
    const times = ["07:00", "12:00", "12:30", "13:00", "17:00", "23:00"];
    expect(times.map((time) => expectedSoFar(960, { now: at(time), windows: workday }))).toEqual([
      0, 480, 480, 480, 960, 960,
    ]);
  });

  it("[F2] never falls as time goes by", () => {
    const anyMinute = fc.integer({ min: -60, max: 1500 });
    const anyTwo = fc.tuple(anyMinute, anyMinute);
    fc.assert(
      fc.property(anyWindows, anyTarget, anyTwo, (windows, target, [one, other]) => {
        const soFar = (minute: number) =>
          expectedSoFar(target, { now: at("06:00") + minute * MINUTE_MS, windows }) ?? Number.NaN;
        expect(soFar(Math.min(one, other))).toBeLessThanOrEqual(soFar(Math.max(one, other)));
      }),
    );
  });

  it("[F3] is what the hours of any day add up to", () => {
    fc.assert(
      fc.property(anyWindows, anyTarget, (windows, target) => {
        const hours = spreadTarget(target, windows, clockHoursOf(windows)) ?? [];
        const sum = hours.reduce((total, { expected }) => total + expected, 0);
        expect(Math.abs(sum - target)).toBeLessThan(1e-6 * Math.max(1, target));
      }),
    );
  });

  it("[F3] gives the night of the clock change its 25 hours", () => {
    const windows = [
      { from: Date.parse("2026-10-25T00:00+02:00"), to: Date.parse("2026-10-26T00:00+01:00") },
    ];
    const hours = spreadTarget(100, windows, clockHoursOf(windows));
    expect(hours?.map(({ expected }) => expected)).toEqual(Array.from({ length: 25 }, () => 4));
  });

  it("[F3] asks nothing of an hour that is all break", () => {
    const hours = spreadTarget(960, workday, clockHoursOf(workday));
    expect(hours?.map(({ expected }) => expected)).toEqual([
      120, 120, 120, 120, 0, 120, 120, 120, 120,
    ]);
  });

  it("[F4] is halved between two stations that share an operation", () => {
    const moment = { now: at("11:35"), windows: workday };
    const since = at("11:00");
    expect(
      [1, 2].map((sharing) => stationExpected({ target: 960, sharing }, moment, since)),
    ).toEqual([70, 35]);
  });

  it("[F1] is null where none was set and on a day off", () => {
    const moment = { now: at("11:35"), windows: workday };
    const dayOff = { now: at("11:35"), windows: [] };
    expect([
      expectedSoFar(null, moment),
      expectedSoFar(960, dayOff),
      spreadTarget(null, workday, clockHoursOf(workday)),
      spreadTarget(960, [], []),
      stationExpected({ target: null, sharing: 1 }, moment, at("11:00")),
    ]).toEqual([null, null, null, null, null]);
  });
});
