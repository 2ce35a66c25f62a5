import { CHECK_LETTERS, CODE_NUMBER_MAX } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inUse, type Remainder, slips, swaps, tableOf, wrongDigits } from "./letters.ts";

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The letter of a code whose digits, and the length of its first part, are given; as a remainder. */
function at(digits: string, m: number): number {
  return inUse(digits.slice(0, m), digits.slice(m));
}

describe("the check letter", () => {
  it("[G10] is one of 17 that stay where they are on AZERTY and look like no other sign", () => {
    expect([...CHECK_LETTERS].sort().join("")).toBe("BCDEFGHJKLNPRTUVY");
  });

  describe.each([2, 3, 4, 5])("of all codes of %i digits", (digits) => {
    const table = tableOf({ digits, remainder: inUse });

    it("[G2] is another when a digit is", () => {
      expect(wrongDigits(table)).toEqual([]);
    });

    it("[G3] is another when two neighbours are swapped, across the hyphen too", () => {
      expect(swaps(table)).toEqual([]);
    });

    it("[G4] is another when the hyphen is, however far", () => {
      expect(slips(table, digits)).toEqual([]);
    });
  });
});

// The same for all codes of up to 5 and 5 digits, ten thousand million, without visiting each: the effect of a digit depends
// on its place alone, so that each place, each pair of neighbours and each place of the hyphen has to be seen only once.
describe("the check letter of any code", () => {
  const shapes = range(1, 5).flatMap((m) => range(1, 5).map((n) => ({ m, n })));
  const ones = (length: number) => "1".repeat(length);
  /** What a digit in the place of a 1 changes in a code of 1s. */
  const effect = ({ m, n }: { m: number; n: number }, place: number, digit: number) =>
    (at(ones(place) + digit + ones(m + n - place - 1), m) - at(ones(m + n), m) + 17) % 17;
  const effects1to9 = (shape: { m: number; n: number }, place: number) =>
    range(1, 9)
      .map((digit) => effect(shape, place, digit))
      .join();
  /** Digits that a place may hold: a part does not begin with 0. */
  const digitsAt = (m: number, place: number) => range(place === 0 || place === m ? 1 : 0, 9);

  it("[G2] is the sum of what each digit does in its place", () => {
    const part = fc.integer({ min: 1, max: CODE_NUMBER_MAX }).map(String);
    fc.assert(
      fc.property(part, part, (first, last) => {
        const shape = { m: first.length, n: last.length };
        const sum = [...first, ...last]
          .map((digit, place) => effect(shape, place, Number(digit)))
          .reduce((a, b) => a + b, at(ones(shape.m + shape.n), shape.m));
        expect(inUse(first, last)).toBe(sum % 17);
      }),
      { numRuns: 500 },
    );
  });

  it("[G2] changes with each digit of each place", () => {
    for (const shape of shapes) {
      for (const place of range(0, shape.m + shape.n - 1)) {
        const effects = digitsAt(shape.m, place).map((digit) => effect(shape, place, digit));
        expect(new Set(effects).size).toBe(effects.length);
      }
    }
  });

  it("[G3] changes with each swap of neighbours", () => {
    const same = shapes.flatMap((shape) =>
      range(0, shape.m + shape.n - 2).filter((place) => {
        const both = digitsAt(shape.m, place).filter((d) =>
          digitsAt(shape.m, place + 1).includes(d),
        );
        const gains = both.map(
          (d) => (effect(shape, place, d) - effect(shape, place + 1, d) + 17) % 17,
        );
        return new Set(gains).size < both.length;
      }),
    );
    expect(same).toEqual([]);
  });

  it("[G4] counts a digit the same wherever the hyphen stands, and each place of the hyphen differently", () => {
    for (const { m, n } of shapes) {
      const places = range(1, m + n - 1).filter((place) => place <= 5 && m + n - place <= 5);
      const letters = places.map((place) => at(ones(m + n), place));
      expect(new Set(letters).size).toBe(places.length);
      for (const place of range(0, m + n - 1)) {
        const effects = places.map((first) => effects1to9({ m: first, n: m + n - first }, place));
        expect(new Set(effects).size).toBe(1);
      }
    }
  });

  it("[G4] changes with each digit at the end, where the second hyphen may be left out", () => {
    for (const { m, n } of shapes.filter((shape) => shape.n < 5)) {
      const without = at(ones(m + n), m);
      expect(range(0, 9).map((digit) => at(ones(m + n) + digit, m))).not.toContain(without);
      for (const place of range(0, m + n - 1)) {
        expect(effects1to9({ m, n: n + 1 }, place)).toBe(effects1to9({ m, n }, place));
      }
    }
  });
});

describe("weights that start again at each part", () => {
  const weigh = (part: string, weights: readonly number[]) =>
    [...part].reduce((sum, digit, place) => sum + Number(digit) * (weights[place] ?? 0), 0);
  const order = [1, 9, 6, 13, 7];
  const fromTheLeft: Remainder = (first, last) => (weigh(first, order) + weigh(last, order)) % 17;
  const fromTheRight: Remainder = (first, last) =>
    (weigh([...first].reverse().join(""), order) + weigh([...last].reverse().join(""), order)) % 17;
  /** Away from the hyphen's sides, no weight used in both parts: the best that starting again can do. */
  const fromBothEnds: Remainder = (first, last) =>
    (weigh(first, order) + weigh([...last].reverse().join(""), [2, 3, 4, 5, 8])) % 17;

  it("[G4] miss hyphens that slipped by one place, counted from either side (negative control)", () => {
    const missed = (remainder: Remainder) => slips(tableOf({ digits: 4, remainder }), 1);
    expect(missed(fromTheLeft)).toContain("1-110 11-10");
    expect(missed(fromTheRight)).toContain("1-510 15-10");
  });

  it("[G4] counted from both ends find those, and miss hyphens that slipped by two (negative control)", () => {
    const table = tableOf({ digits: 4, remainder: fromBothEnds });
    expect([wrongDigits(table), swaps(table), slips(table, 1)]).toEqual([[], [], []]);
    expect(slips(table, 2)).toContain("1-141 114-1");
  });

  it("[G4] must miss some: where two digits change their weight, two digits exist whose changes cancel", () => {
    const nonZero = range(1, 16);
    const cancel = (a: number, b: number, constant: number) =>
      range(1, 9).some((x) => range(1, 9).some((y) => (a * x + b * y + constant) % 17 === 0));
    const safe = nonZero.flatMap((a) =>
      nonZero.flatMap((b) => range(0, 16).filter((constant) => !cancel(a, b, constant))),
    );
    expect(safe).toEqual([]);
  });
});

describe("the tables of this file", () => {
  it("[G2] [G3] find what sums without weights or with equal ones let through (negative control)", () => {
    const sum: Remainder = (first, last) =>
      [...first, ...last].reduce((a, b) => a + Number(b), 0) % 9;
    const table = tableOf({ digits: 3, remainder: sum });
    expect([wrongDigits(table).length > 0, swaps(table).length > 0]).toEqual([true, true]);
  });
});
