import { type DayFacts, foldDay, type ProductionRow, sumMinutes } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareOut } from "../../../shared/src/reports/share-out.ts";
import { at } from "../../server/store/workshop.ts";
import { dayFacts, LARGE, PLACES, POLO, piece, work } from "./any-day.ts";

const HOUR_8 = at("08:00");
const SAID = { at: HOUR_8, bundleId: 1, n: null };
const IRON = { ...PLACES.S2, operation: "Repasser", isOutput: false };

/** Rows in the form `S1 P M machine:10 scan:2 = 12`. */
function told(facts: DayFacts): string[] {
  return foldDay(facts)
    .rows.filter(({ good }) => good !== 0)
    .map(({ stationId, code, size, origins, good }) => {
      const from = Object.entries(origins).flatMap(([of, n]) => (n === 0 ? [] : [`${of}:${n}`]));
      return [stationId ?? "-", code ?? "-", size ?? "-", ...from, "=", good].join(" ");
    });
}

/** Minutes by station and size in the form `S1 M 240 60`: attended, then those of stops. */
function minutes(facts: DayFacts): string[] {
  return foldDay(facts).rows.map((row: ProductionRow) =>
    [row.stationId, row.size ?? "-", row.attendedMinutes, row.offStandardMinutes].join(" "),
  );
}

describe("the pieces of a day", () => {
  const cells = [{ place: PLACES.S1, hour: HOUR_8, pieces: 12 }];

  it("[RP2] gives a counter's pieces to the bundle that was put there last, and the rest to no order", () => {
    const works = [work("08:10", null), work("08:20", "08:30", { goods: LARGE })];
    const pieces = [piece("08:05", 2), piece("08:10", 3), piece("08:25", 4), piece("08:30", 2)];
    const stations = [{ stationId: "S1", works, pieces, deductions: [] }];
    expect(told(dayFacts({ cells, stations }))).toEqual([
      "S1 - - machine:3 = 3",
      "S1 P L machine:4 = 4",
      "S1 P M machine:5 = 5",
    ]);
  });

  it("[RP2] takes what was not good off the machine's pieces, and keeps from where each is known", () => {
    const tally = { ...SAID, place: PLACES.S1, hour: HOUR_8, goods: POLO, code: "P" };
    const works = [work("08:00", null)];
    const facts = dayFacts({
      cells,
      stations: [{ stationId: "S1", works, pieces: [piece("08:05", 9)], deductions: [] }],
      tallies: [
        { ...tally, pieces: -2, origin: "scan" },
        { ...tally, pieces: 4, origin: "deduced" },
        { ...tally, pieces: 1, origin: "hand", goods: null, code: null },
      ],
    });
    expect(told(facts)).toEqual(["S1 - - hand:1 = 1", "S1 P M machine:7 deduced:4 = 11"]);
  });

  it("[RP2] says what left the line, and what left the order, by hour", () => {
    const tally = { ...SAID, hour: HOUR_8, goods: POLO, origin: "scan" as const };
    const facts = dayFacts({
      cells: [
        { place: PLACES.S2, hour: HOUR_8, pieces: 8 },
        { place: IRON, hour: HOUR_8, pieces: 3 },
      ],
      tallies: [
        { ...tally, place: PLACES.S2, code: "F", pieces: 5 },
        {
          ...tally,
          place: IRON,
          code: "R",
          pieces: 3,
        },
      ],
    });
    expect(foldDay(facts).hours).toEqual([
      { hour: HOUR_8, lineId: "L1", orderId: "2026-1", styleId: "POLO", output: 5, last: 3 },
      { hour: HOUR_8, lineId: "L1", orderId: null, styleId: null, output: 3, last: 3 },
    ]);
  });

  it("[RP2] has a row at no station for what came back from outside, with no minutes of ours", () => {
    const outside = { ...SAID, place: null, goods: POLO, code: "R", origin: "hand" as const };
    const facts = dayFacts({
      outcomes: [{ ...outside, good: 48, rework: 0, second: 1, scrap: 1 }],
    });
    const [row] = foldDay(facts).rows.filter(({ stationId }) => stationId === null);
    expect(row).toMatchObject({
      ...{ lineId: null, operation: "Repasser", code: "R", standardMinutes: 0, isLast: true },
      ...{ good: 48, second: 1, scrap: 1, attendedMinutes: 0 },
    });
  });
});

describe("the minutes of a day", () => {
  it("[RP3] gives the time until a bundle ends to it, and the rest of the day to the last one", () => {
    const works = [work("08:30", "09:00"), work("10:00", "11:00", { goods: LARGE })];
    const facts = dayFacts({ stations: [{ stationId: "S1", works, pieces: [], deductions: [] }] });
    expect(minutes(facts)).toEqual(["S1 L 420 0", "S1 M 60 0", "S2 - 480 0"]);
  });

  it("[RP3] gives what goes on to the bundle begun last, whatever was left open before", () => {
    const works = [work("2026-11-20 16:00", null, { goods: LARGE }), work("09:00", "10:00")];
    const facts = dayFacts({ stations: [{ stationId: "S1", works, pieces: [], deductions: [] }] });
    expect(minutes(facts)).toEqual(["S1 M 480 0", "S2 - 480 0"]);
  });

  it("[RP3] counts who badged in where, until now", () => {
    const works = [work("08:00", "09:00"), work("09:30", null, { goods: LARGE })];
    const facts = dayFacts(
      {
        stations: [{ stationId: "S1", works, pieces: [], deductions: [] }],
        presences: [
          { stationId: "S1", from: at("07:55"), to: at("12:10"), heads: 1 },
          { stationId: "S1", from: at("08:30"), to: at("17:00"), heads: 1 },
        ],
      },
      "10:00",
    );
    expect(minutes(facts)).toEqual(["S1 L 120 0", "S1 M 90 0"]);
  });

  it("[RP4] takes stops out of the minutes of what was worked on at the time, breaks left out", () => {
    const works = [work("08:00", "11:30"), work("11:30", null, { goods: LARGE })];
    const where = { stationId: "S1", lineId: "L1" };
    const stop = { ...where, cause: "machine", class: "machine" as const, keys: [] };
    const facts = dayFacts({
      stations: [{ stationId: "S1", works, pieces: [], deductions: [] }],
      stops: [{ ...stop, from: at("11:00"), to: at("13:30") }],
    });
    expect(minutes(facts)).toEqual(["S1 L 270 60", "S1 M 210 30", "S2 - 480 0"]);
    expect(foldDay(facts).stops.map(({ orderId, minutes: of }) => [orderId, of])).toEqual([
      ["2026-1", 30],
      ["2026-1", 60],
    ]);
  });

  it("[RP3] shares any minutes out to the millionth", () => {
    const weights = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5_000, noNaN: true }), weights, (whole, by) => {
        const shares = shareOut(whole, by);
        expect(sumMinutes(shares)).toBe(sumMinutes([whole]));
        expect(shares.filter((share) => share < 0)).toEqual([]);
      }),
    );
  });
});
