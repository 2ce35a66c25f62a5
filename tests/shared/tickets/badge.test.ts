import {
  badgeToQr,
  CODE_NUMBER_MAX,
  formatBadge,
  formatCode,
  parseBadge,
  parseCode,
  toQr,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  placesOf,
  someCodes,
  withNeighboursSwapped,
  withOneWrongSign,
  withSignDoubled,
  withSignMissing,
  withSlippedHyphen,
} from "./mistakes.ts";

const badges = [1, 2, 6, 9, 10, 11, 66, 99, 100, 117, 118, 412, 999, 1000, 4827, CODE_NUMBER_MAX];

/** Everything that one mistake makes of a text. */
function mistakesOf(text: string): string[] {
  return [
    ...withOneWrongSign(text),
    ...withNeighboursSwapped(text),
    ...withSlippedHyphen(text),
    ...placesOf(text).flatMap((place) => [
      withSignMissing(text, place),
      withSignDoubled(text, place),
    ]),
  ];
}

describe("a badge", () => {
  it("[G8] is shown with a P before its number and read back in both forms", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: CODE_NUMBER_MAX }), (badge) => {
        expect(formatBadge(badge)).toMatch(/^P-\d+-[A-Y]$/);
        expect(badgeToQr(badge)).toMatch(/^PX\d+[A-Y]$/);
        for (const text of [
          formatBadge(badge),
          badgeToQr(badge),
          formatBadge(badge).toLowerCase(),
        ]) {
          expect(parseBadge(text)).toEqual({ ok: true, badge });
        }
      }),
      { numRuns: 200 },
    );
  });

  it("[G8] is not read as a bundle's ticket, whatever single mistake is made", () => {
    const forms = badges.flatMap((badge) => [formatBadge(badge), badgeToQr(badge)]);
    expect(forms.flatMap(mistakesOf).filter((text) => parseCode(text).ok)).toEqual([]);
  });

  it("[G8] is not what a bundle's ticket is read as, whatever single mistake is made", () => {
    const forms = someCodes().flatMap((code) => [formatCode(code), toQr(code)]);
    expect(forms.flatMap(mistakesOf).filter((text) => parseBadge(text).ok)).toEqual([]);
  });

  it("[G8] with one wrong sign, a swap or a slipped hyphen is not read as another", () => {
    const wrong = badges.flatMap((badge) =>
      [formatBadge(badge), badgeToQr(badge)]
        .flatMap((form) => [
          ...withOneWrongSign(form),
          ...withNeighboursSwapped(form),
          ...withSlippedHyphen(form),
        ])
        .map(parseBadge)
        .filter((read) => read.ok && read.badge !== badge),
    );
    expect(wrong).toEqual([]);
  });

  it("[G7] that cannot be read says why", () => {
    const reasons = ["118-117-K", "P-412-K", "P-412", "P412K", "P-0412-K", ""].map((text) => {
      const read = parseBadge(text);
      return read.ok ? read.badge : read.reason;
    });
    expect(reasons).toEqual([
      "ticket",
      "letter-wrong",
      "letter-missing",
      "unreadable",
      "number-out-of-range",
      "empty",
    ]);
  });

  it("[G8] is never made of a number that no badge can hold", () => {
    expect(() => formatBadge(0)).toThrow(RangeError);
    expect(() => badgeToQr(CODE_NUMBER_MAX + 1)).toThrow(RangeError);
  });
});
