import { CODE_NUMBER_MAX, type CutLot, countBundles, cut, findCuttingFaults } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { order } from "./builders.ts";

const anyLots = fc.uniqueArray(
  fc.record({
    size: fc.constantFrom("S", "M", "L"),
    colour: fc.constantFrom("Bleu", "Écru"),
    shade: fc.integer({ min: 1, max: 3 }),
    pieces: fc.integer({ min: 1, max: 400 }),
  }),
  { selector: keyOf, minLength: 1 },
);

const anyRequest = fc.record({
  lots: anyLots,
  bundleSize: fc.integer({ min: 1, max: 60 }),
  parts: fc.subarray(["front", "back", "sleeves"]),
  firstNumber: fc.integer({ min: 1, max: 1_000 }),
});

function keyOf({ size, colour, shade }: Omit<CutLot, "pieces">): string {
  return `${size} ${colour} ${shade}`;
}

function lot(fields: Partial<CutLot> = {}): CutLot {
  return { size: "M", colour: "Bleu", shade: 1, pieces: 120, ...fields };
}

describe("a cutting", () => {
  it("[O10] makes bundles of the size asked for and a last one of what is left over", () => {
    const lots = [lot(), lot({ shade: 2, pieces: 50 })];
    const common = { part: null, size: "M", colour: "Bleu" };
    expect(cut({ lots, bundleSize: 50, parts: [], firstNumber: 1 })).toEqual([
      { ...common, number: 1, set: 1, shade: 1, pieces: 50 },
      { ...common, number: 2, set: 2, shade: 1, pieces: 50 },
      { ...common, number: 3, set: 3, shade: 1, pieces: 20 },
      { ...common, number: 4, set: 4, shade: 2, pieces: 50 },
    ]);
  });

  it("[O10] with parts makes one bundle of each for the same pieces", () => {
    const bundles = cut({
      lots: [lot({ pieces: 60 })],
      bundleSize: 50,
      parts: ["front", "sleeves"],
      firstNumber: 240,
    });
    expect(bundles.map(({ number, set, part, pieces }) => [number, set, part, pieces])).toEqual([
      [240, 1, "front", 50],
      [241, 1, "sleeves", 50],
      [242, 2, "front", 10],
      [243, 2, "sleeves", 10],
    ]);
  });

  it("[O10] of any lots keeps every piece of every lot, once per part", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const bundles = cut(request);
        for (const part of request.parts.length === 0 ? [null] : request.parts) {
          for (const each of request.lots) {
            const own = bundles.filter(
              (bundle) => bundle.part === part && keyOf(bundle) === keyOf(each),
            );
            expect(own.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(each.pieces);
            expect(own.slice(0, -1).every(({ pieces }) => pieces === request.bundleSize)).toBe(
              true,
            );
          }
        }
        expect(bundles.every(({ pieces }) => pieces >= 1 && pieces <= request.bundleSize)).toBe(
          true,
        );
      }),
    );
  });

  it("[O10] of any lots numbers its bundles one after the other, the same each time", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const numbers = cut(request).map(({ number }) => number);
        expect(numbers).toEqual(
          Array.from({ length: countBundles(request) }, (_, b) => request.firstNumber + b),
        );
        expect(cut(request)).toEqual(cut(structuredClone(request)));
      }),
    );
  });

  it("[O10] of any lots gives the parts of a set the same size, colour, shade and pieces", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const bySet = Map.groupBy(cut(request), ({ set }) => set);
        for (const bundles of bySet.values()) {
          expect(new Set(bundles.map((bundle) => `${keyOf(bundle)} ${bundle.pieces}`)).size).toBe(
            1,
          );
          expect(bundles.map(({ part }) => part)).toEqual(
            request.parts.length === 0 ? [null] : request.parts,
          );
        }
      }),
    );
  });

  it("[O11] is refused with a lot that was not ordered or comes twice, each with its place", () => {
    const lots = [
      lot(),
      lot({ size: "S" }),
      lot({ colour: "Écru" }),
      lot({ pieces: 1 }),
      lot({ shade: 2 }),
    ];
    const place = { order: order(), parts: [], firstNumber: 1 };
    expect(findCuttingFaults({ styleId: "MASQUE", bundleSize: 50, lots }, place)).toEqual([
      { code: "lot-not-ordered", path: "/lots/1" },
      { code: "lot-not-ordered", path: "/lots/2" },
      { code: "lot-duplicate", path: "/lots/3" },
    ]);
    expect(findCuttingFaults({ styleId: "POLO", bundleSize: 50, lots }, place)).toEqual([
      { code: "style-not-ordered", path: "/styleId" },
    ]);
  });

  it("[O11] is refused exactly from where its bundles need more numbers than there are", () => {
    const cutting = { styleId: "MASQUE", bundleSize: 1, lots: [lot({ pieces: 10 })] };
    const place = { order: order(), parts: ["front", "back"], firstNumber: CODE_NUMBER_MAX - 19 };
    expect(findCuttingFaults(cutting, place)).toEqual([]);
    expect(cut({ ...cutting, ...place }).at(-1)?.number).toBe(CODE_NUMBER_MAX);
    const beyond = { ...place, firstNumber: place.firstNumber + 1 };
    expect(findCuttingFaults(cutting, beyond)).toEqual([
      { code: "too-many-bundles", path: "/bundleSize" },
    ]);
    expect(() => cut({ ...cutting, ...beyond })).toThrow(RangeError);
  });
});
