import {
  endOfNext,
  forecastEnd,
  linePace,
  noForecast,
  pace,
  startOfLast,
  workedMinutes,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, evenMinutes, stationRow, workday } from "../../browser/support/rows.ts";

function moment(time: string) {
  return { now: at(time), windows: workday };
}

describe("pace", () => {
  it("[F5] is the pieces of the last hour", () => {
    expect(pace(evenMinutes({ from: at("08:00"), to: at("11:35") }, 2), moment("11:35"))).toBe(120);
  });

  it("[F5] leaves out what is older than the last 60 working minutes", () => {
    const minutes = evenMinutes({ from: at("08:00"), to: at("10:35") }, 2);
    expect(pace(minutes, moment("11:35"))).toBe(0);
  });

  it("[F5] looks back over the break to the morning", () => {
    const minutes = evenMinutes({ from: at("11:00"), to: at("12:00") }, 2);
    expect([pace(minutes, moment("12:50")), pace(minutes, moment("13:30"))]).toEqual([120, 60]);
  });

  it("[F5] is scaled up while fewer than 60 minutes have passed", () => {
    const minutes = evenMinutes({ from: at("08:00"), to: at("08:20") }, 2);
    expect(pace(minutes, moment("08:20"))).toBe(120);
  });

  it("[F5] takes of the oldest minute the part that is less than an hour old", () => {
    const minutes = { from: at("10:35"), counts: [10] };
    expect(pace(minutes, moment("11:35:30"))).toBe(5);
  });

  it("[F5] counts the minute that is under way in full", () => {
    const minutes = { from: at("11:35"), counts: [3] };
    expect(pace(minutes, moment("11:35:30"))).toBe(3);
  });

  it("[F1] is null in the first ten minutes and on a day off", () => {
    const minutes = evenMinutes({ from: at("08:00"), to: at("08:09") }, 2);
    expect([
      pace(minutes, moment("07:30")),
      pace(minutes, moment("08:09")),
      pace(minutes, { now: at("11:35"), windows: [] }),
    ]).toEqual([null, null, null]);
  });
});

describe("line pace", () => {
  it("[F11] is without the station that has no data", () => {
    const heard = stationRow();
    const silent = stationRow({ stationId: "S02", heardAt: at("11:12") });
    expect([
      linePace([heard, heard], moment("11:35")),
      linePace([heard, silent], moment("11:35")),
      linePace([silent], moment("11:35")),
    ]).toEqual([240, 120, null]);
  });
});

describe("forecast end", () => {
  it("[F6] is now plus what is left at the present pace", () => {
    const progress = { target: 240, done: 120, pace: 120 };
    expect(forecastEnd(progress, moment("09:00"))).toBe(at("10:00"));
  });

  it("[F6] skips the break", () => {
    const progress = { target: 960, done: 430, pace: 120 };
    expect(forecastEnd(progress, moment("11:35"))).toBe(at("17:00"));
  });

  it("[F6] runs on past the end of the day as if everybody stayed", () => {
    const progress = { target: 970, done: 430, pace: 120 };
    expect(forecastEnd(progress, moment("11:35"))).toBe(at("17:05"));
  });

  it("[F1] is null without a target, once it is reached, and without a pace", () => {
    const now = moment("11:35");
    expect([
      forecastEnd({ target: null, done: 430, pace: 120 }, now),
      forecastEnd({ target: 430, done: 430, pace: 120 }, now),
      forecastEnd({ target: 960, done: 430, pace: null }, now),
      forecastEnd({ target: 960, done: 430, pace: 0 }, now),
    ]).toEqual([null, null, null, null]);
  });

  it("[F6] is null before 30 minutes of data and after the day", () => {
    const progress = { target: 960, done: 40, pace: 120 };
    const ends = ["08:29", "08:30", "17:00"].map((time) => forecastEnd(progress, moment(time)));
    expect(ends).toEqual([null, at("17:10"), null]);
  });

  it("[F6] says why there is none", () => {
    const progress = { target: 960, done: 430, pace: 120 };
    const why = (
      time: string,
      over: Partial<typeof progress> | { target: null } | { pace: null },
    ) => noForecast({ ...progress, ...over }, moment(time));
    expect([
      why("11:35", {}),
      why("11:35", { target: null }),
      why("11:35", { done: 960 }),
      why("17:00", {}),
      why("08:29", {}),
      why("11:35", { pace: null }),
      why("11:35", { pace: 0 }),
    ]).toEqual([null, "no-target", "reached", "over", "early", "no-data", "no-pieces"]);
    const dayOff = { now: at("11:35"), windows: [] };
    expect(noForecast(progress, dayOff)).toBe("over");
  });
});

describe("working time", () => {
  it("[F5] [F6] leads back to where it started, over any break", () => {
    const anyStart = fc.integer({ min: at("08:00"), max: at("16:59") });
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 479 }), (now, minutes) => {
        const end = endOfNext(minutes, { now, windows: workday }) ?? Number.NaN;
        fc.pre(end <= at("17:00"));
        expect(workedMinutes(workday, { from: now, to: end })).toBeCloseTo(minutes, 6);
        const start = startOfLast(minutes, { now: end, windows: workday }) ?? Number.NaN;
        expect(workedMinutes(workday, { from: start, to: end })).toBeCloseTo(minutes, 6);
      }),
    );
  });
});
