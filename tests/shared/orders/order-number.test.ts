import {
  CODE_NUMBER_MAX,
  nextOrderNumber,
  nextOrderNumbers,
  type OrderNumberUse,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const NOW = Date.UTC(2026, 10, 22, 9);
const FIVE_YEARS_AGO = Date.UTC(2021, 10, 22, 9);

/** An order that got its number and was closed at the same moment, or is still open. */
function use(number: number, closedAt: number | null, givenAt = closedAt ?? NOW): OrderNumberUse {
  return { number, givenAt, closedAt };
}

/** Every number, closed one second after the other from a moment on. */
function allUsed(from: number): OrderNumberUse[] {
  return Array.from({ length: CODE_NUMBER_MAX }, (_, index) =>
    use(index + 1, from + index * 1_000),
  );
}

describe("the number of a new order", () => {
  it("[O12] is 1 at first, then the one after that which was given last", () => {
    const given = [use(204, NOW - 1_000), use(118, NOW), use(117, null, NOW - 500)];
    expect([nextOrderNumber([], NOW), nextOrderNumber(given, NOW)]).toEqual([1, 119]);
  });

  it("[O12] of several at once are those that one after the other would get", () => {
    const given = [use(99_997, NOW), use(99_999, null, 0), use(2, null, 0)];
    const uses = [...given];
    const oneByOne = [1, 2, 3].map((later) => {
      const number = nextOrderNumber(uses, NOW + later) ?? 0;
      uses.push(use(number, null, NOW + later));
      return number;
    });

    expect(oneByOne).toEqual([99_998, 1, 3]);
    expect(nextOrderNumbers(given, { now: NOW, count: 3 })).toEqual(oneByOne);
  });

  it("[O12] leaves out those that are open or were closed less than five years ago", () => {
    const given = [
      use(118, NOW),
      use(119, null, 0),
      use(120, FIVE_YEARS_AGO + 1),
      use(121, FIVE_YEARS_AGO),
    ];
    expect(nextOrderNumber(given, NOW)).toBe(121);
  });

  it("[O12] closed on 29 February rests until 1 March, five years on", () => {
    const leapDay = Date.UTC(2024, 1, 29, 9);
    const given = [use(2, leapDay), use(1, leapDay + 1)];
    const march = Date.UTC(2029, 2, 1, 9);
    expect([nextOrderNumber(given, march - 1), nextOrderNumber(given, march)]).toEqual([3, 2]);
  });

  it("[O12] begins again at 1 past the last, and is none when all are in use", () => {
    expect(nextOrderNumber([use(CODE_NUMBER_MAX, NOW)], NOW)).toBe(1);
    expect(nextOrderNumber(allUsed(FIVE_YEARS_AGO), NOW)).toBe(1);
    expect(nextOrderNumber(allUsed(FIVE_YEARS_AGO + 1), NOW)).toBe(null);
  });

  it("[O12] is never that of an order closed within five years, whatever was given before", () => {
    const day = 86_400_000;
    const uses = fc.array(
      fc.record({
        number: fc.oneof(
          fc.integer({ min: 1, max: 30 }),
          fc.integer({ min: CODE_NUMBER_MAX - 5, max: CODE_NUMBER_MAX }),
        ),
        givenAt: fc.integer({ min: NOW - 4_000 * day, max: NOW }),
        closedAt: fc.option(fc.integer({ min: NOW - 4_000 * day, max: NOW })),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(uses, (given) => {
        const number = nextOrderNumber(given, NOW);
        const same = given.filter((each) => each.number === number);
        expect(number).not.toBe(null);
        expect(same.every(({ closedAt }) => closedAt !== null && closedAt <= FIVE_YEARS_AGO)).toBe(
          true,
        );
      }),
    );
  });
});
