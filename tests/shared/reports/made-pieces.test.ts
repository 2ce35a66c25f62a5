/** What explains a counter's pieces where nobody scanned, and whose pieces a correction takes off ([RP11], [RP12]). */
import {
  type DayFacts,
  foldDay,
  listFacts,
  type StationFacts,
  type TallyFact,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MadePieces, madePieces } from "../../../shared/src/reports/made-pieces.ts";
import { at } from "../../server/store/workshop.ts";
import { dayFacts, LARGE, PLACES, POLO, piece, work } from "./any-day.ts";

const OF_POLO = { orderId: POLO.orderId, operation: "Piquer" };
const HOUR_8 = at("08:00");
const ANY = {
  ...{ lineId: null, stationId: null, orderId: null, styleId: null },
  ...{ size: null, colour: null, operation: null },
};

/** Rows in the form `P M machine:10 deduced:2`. */
function told(facts: DayFacts): string[] {
  return foldDay(facts)
    .rows.filter(({ good }) => good !== 0)
    .map(({ code, size, origins }) => {
      const from = Object.entries(origins).flatMap(([of, n]) => (n === 0 ? [] : [`${of}:${n}`]));
      return [code ?? "-", size ?? "-", ...from].join(" ");
    });
}

function cell(pieces: number, hour = HOUR_8) {
  return { place: PLACES.S1, hour, pieces };
}

describe("a correction", () => {
  const correction: TallyFact = {
    ...{ at: at("08:15"), hour: HOUR_8, place: PLACES.S1, pieces: -1, origin: "correction" },
    ...{ bundleId: 1, goods: POLO, code: null, n: 7 },
  };
  const works = [work("08:00", "08:30"), work("08:30", null, { bundleId: 2, goods: LARGE })];
  const station = { stationId: "S1", works, pieces: [piece("08:10", 5)], deductions: [] };
  const withTally = (tally: TallyFact) =>
    dayFacts({ cells: [cell(4)], stations: [station], tallies: [tally] });

  it("[RP11] is of the bundle that it names, at the operation that was open there", () => {
    const facts = withTally(correction);
    expect(told(facts)).toEqual(["P M machine:5 correction:-1"]);
    const listed = listFacts(facts, { ...ANY, figure: "good", operation: "Piquer" });
    expect(listed.map(({ good, origin, bundleId, n }) => [good, origin, bundleId, n])).toEqual([
      [5, "machine", 1, null],
      [-1, "correction", 1, 7],
    ]);
  });

  it("[RP11] of a bundle that was not open there is of what the station does", () => {
    const facts = withTally({ ...correction, bundleId: 9, goods: LARGE });
    expect(told(facts)).toEqual(["P L correction:-1", "P M machine:5"]);
  });

  it("[RP11] that names none is of no order", () => {
    const facts = withTally({ ...correction, bundleId: 0, goods: null });
    expect(told(facts)).toEqual(["- - correction:-1", "P M machine:5"]);
  });
});

describe("pieces of a bundle that nobody scanned", () => {
  const deduction = { bundleId: 1, goods: POLO, code: "P", at: at("08:30"), pieces: 5 };
  const pieces = [piece("08:05", 3), piece("08:20", 4), piece("08:40", 6)];
  const station = { stationId: "S1", works: [], pieces, deductions: [deduction] };
  const day = (of: Partial<typeof station>, facts: Partial<DayFacts> = {}) =>
    dayFacts({ cells: [cell(13)], stations: [{ ...station, ...of }], ...facts });

  it("[RP12] are those made until it was deduced, no more than were deduced", () => {
    const facts = day({});
    expect(told(facts)).toEqual(["- - machine:8", "P M deduced:5"]);
    const listed = listFacts(facts, { ...ANY, figure: "good", ...OF_POLO });
    expect(listed.map(({ at: then, good, origin }) => [then, good, origin])).toEqual([
      [at("08:05"), 3, "deduced"],
      [at("08:20"), 2, "deduced"],
    ]);
  });

  it("[RP12] are no more than were made, and of one bundle only", () => {
    const other = { ...deduction, bundleId: 2, goods: LARGE, at: at("08:35") };
    expect(told(day({ deductions: [other, deduction] }))).toEqual([
      "- - machine:6",
      "P L deduced:2",
      "P M deduced:5",
    ]);
  });

  it("[RP12] are never those of a bundle that was open", () => {
    const works: DayFacts["stations"][number]["works"] = [
      work("08:00", "08:10", { bundleId: 2, goods: LARGE }),
    ];
    const facts = dayFacts({ cells: [cell(13)], stations: [{ ...station, works }] });
    expect(told(facts)).toEqual(["- - machine:6", "P L machine:3", "P M deduced:4"]);
  });

  it("[RP12] are none where what was deduced counts by itself, or the station did something else", () => {
    const tally: TallyFact = {
      ...{ at: at("08:30"), hour: HOUR_8, place: PLACES.S1, pieces: 5, origin: "deduced" },
      ...{ bundleId: 1, goods: POLO, code: "P", n: null },
    };
    const counted = { cells: [cell(18)], tallies: [tally] };
    expect(told(day({}, counted))).toEqual(["- - machine:13", "P M deduced:5"]);
    const elsewhere = { ...deduction, code: "F" };
    expect(told(day({ deductions: [elsewhere] }))).toEqual(["- - machine:13"]);
  });
});

describe("what explains any pieces", () => {
  const MINUTE = 60_000;
  const minute = fc.nat(120).map((after) => HOUR_8 + after * MINUTE);
  const stations: fc.Arbitrary<StationFacts> = fc.record({
    stationId: fc.constant("S1"),
    works: fc.array(
      fc.record({ from: minute, lasts: fc.nat(40) }).map(({ from, lasts }) => ({
        ...work("08:00", null, { bundleId: 100 }),
        ...{ from, to: from + lasts * MINUTE },
      })),
      { maxLength: 4 },
    ),
    pieces: fc.array(
      fc.record({ at: minute, pieces: fc.integer({ min: 1, max: 4 }) }).map((made) => ({
        ...piece("08:00"),
        ...made,
      })),
      { maxLength: 20 },
    ),
    deductions: fc
      .array(fc.record({ at: minute, pieces: fc.integer({ min: 1, max: 12 }) }), { maxLength: 5 })
      .map((all) =>
        all.map((of, index) => ({ bundleId: index + 1, goods: POLO, code: "P", ...of })),
      ),
  });

  const sum = (of: readonly { readonly pieces: number }[]) =>
    of.reduce((pieces, each) => pieces + each.pieces, 0);

  /** What is wrong with an explanation; nothing when it is right. */
  function faultsOf(station: StationFacts, made: readonly MadePieces[]): string[] {
    const deduced = made.filter(({ origin }) => origin === "deduced");
    const isOpen = (then: number) =>
      station.works.some(({ from, to }) => from <= then && then < to);
    return [
      ...[...station.pieces, ...made].flatMap(({ at: then }) => {
        const isThen = (each: { readonly at: number }) => each.at === then;
        const isSame = sum(station.pieces.filter(isThen)) === sum(made.filter(isThen));
        return isSame ? [] : ["not the pieces"];
      }),
      ...deduced.flatMap((each) => (isOpen(each.at) ? ["of a bundle that was open"] : [])),
      ...station.deductions.flatMap((deduction) => faultsOfOne(deduction, made)),
    ];
  }

  function faultsOfOne(
    { bundleId, at: until, pieces: most }: StationFacts["deductions"][number],
    made: readonly MadePieces[],
  ): string[] {
    const own = made.filter((each) => each.bundleId === bundleId);
    const rest = made.filter((each) => each.bundleId === null && each.at <= until);
    return [
      ...(sum(own) > most ? ["more than deduced"] : []),
      ...(own.some((each) => each.at > until) ? ["made after it"] : []),
      ...(sum(own) < most && sum(rest) > 0 ? ["as many as there are"] : []),
    ];
  }

  it("[RP12] is all of them, each once, and as many as were deduced", () => {
    fc.assert(
      fc.property(stations, (station) => {
        expect(faultsOf(station, madePieces(dayFacts({}), station))).toEqual([]);
      }),
    );
  });

  it("[RP12] would show pieces that are explained twice, too late, or not at all", () => {
    const pieces = [piece("08:05", 3), piece("08:40", 2)];
    const deduction = { bundleId: 1, goods: POLO, code: "P", at: at("08:30"), pieces: 4 };
    const station = { stationId: "S1", works: [], pieces, deductions: [deduction] };
    const made = madePieces(dayFacts({}), station);
    const cause = { goods: POLO, code: "P", bundleId: 1, origin: "deduced" as const };
    const none = { goods: null, code: null, bundleId: null, origin: "machine" as const };
    expect(faultsOf(station, [...made, ...made.slice(0, 1)])).toContain("not the pieces");
    expect(
      faultsOf(
        station,
        made.map((each) => ({ ...each, ...cause })),
      ),
    ).toContain("made after it");
    expect(
      faultsOf(
        station,
        made.map((each) => ({ ...each, ...none })),
      ),
    ).toContain("as many as there are");
  });
});
