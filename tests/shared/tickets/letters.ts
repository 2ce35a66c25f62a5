import { CHECK_LETTERS, formatCode } from "@trame/shared";

/** Remainder that a way of checking gives to a code of these parts. */
export type Remainder = (first: string, last: string) => number;

/** The way of checking that is in use, asked through the code that it ends. */
export const inUse: Remainder = (first, last) =>
  CHECK_LETTERS.indexOf(formatCode({ order: Number(first), bundle: Number(last) }).slice(-1));

/** A pair of codes that end in the same letter, as `118-117 118-171`. */
type Pair = string;

interface Codes {
  /** Digits of both parts together. */
  readonly digits: number;
  readonly remainder: Remainder;
}

interface Table extends Codes {
  /** Remainder by the digits as one number, for the hyphen after `place` digits; -1 where a part begins with 0. */
  at(place: number, digits: number): number;
}

/** The remainders of all codes that have so many digits, with the hyphen in each of its places. */
export function tableOf({ digits, remainder }: Codes): Table {
  const size = 10 ** digits;
  const rows = Array.from({ length: digits }, (_, place) => {
    const row = new Int8Array(size).fill(-1);
    for (let all = size / 10; place > 0 && all < size; all++) {
      const [first, last] = partsOf(all, place);
      if (!last.startsWith("0")) row[all] = remainder(first, last);
    }
    return row;
  });
  return { digits, remainder, at: (place, all) => rows[place]?.[all] ?? -1 };
}

/** All pairs of codes of a table that differ in one digit and end in the same letter. */
export function wrongDigits(table: Table): Pair[] {
  return pairsOf(table, (all, place) =>
    powers(table).flatMap((power) => {
      const digit = Math.floor(all / power) % 10;
      // Each pair once: the smaller digit finds the larger.
      return Array.from({ length: 9 - digit }, (_, more) => [place, all + (more + 1) * power]);
    }),
  );
}

/** All pairs of codes that differ by a swap of neighbouring digits, also across the hyphen, and end in the same letter. */
export function swaps(table: Table): Pair[] {
  return pairsOf(table, (all, place) =>
    powers(table)
      .slice(0, -1)
      .map((power) => {
        const [left, right] = [Math.floor(all / power) % 10, Math.floor((all * 10) / power) % 10];
        return [place, all + (right - left) * (power - power / 10)];
      }),
  );
}

/** All pairs of codes that differ by where their hyphen stands, at most so many places apart, and end in the same letter. */
export function slips(table: Table, most: number): Pair[] {
  return pairsOf(table, (all, place) =>
    Array.from({ length: most }, (_, index) => [place + index + 1, all]),
  );
}

function pairsOf(
  table: Table,
  othersOf: (all: number, place: number) => (readonly number[])[],
): Pair[] {
  const pairs: Pair[] = [];
  for (const [place, all] of codesOf(table)) {
    for (const [otherPlace = 0, other = 0] of othersOf(all, place)) {
      const isSame = other === all && otherPlace === place;
      if (isSame || table.at(otherPlace, other) !== table.at(place, all)) continue;
      pairs.push(`${partsOf(all, place).join("-")} ${partsOf(other, otherPlace).join("-")}`);
    }
  }
  return pairs;
}

function* codesOf({ digits, at }: Table): Generator<readonly [place: number, all: number]> {
  for (let place = 1; place < digits; place++) {
    for (let all = 10 ** (digits - 1); all < 10 ** digits; all++) {
      if (at(place, all) !== -1) yield [place, all];
    }
  }
}

function partsOf(all: number, place: number): [string, string] {
  return [String(all).slice(0, place), String(all).slice(place)];
}

/** What a digit counts in each of its places, the largest first. */
function powers({ digits }: Table): number[] {
  return Array.from({ length: digits }, (_, index) => 10 ** (digits - 1 - index));
}
