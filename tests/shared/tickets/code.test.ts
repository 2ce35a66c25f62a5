import { CODE_NUMBER_MAX, formatCode, parseCode, type TicketCode, toQr } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  misread,
  placesOf,
  someCodes,
  withNeighboursSwapped,
  withOneWrongSign,
  withSignDoubled,
  withSignMissing,
  withSlippedHyphen,
} from "./mistakes.ts";

const number = fc.integer({ min: 1, max: CODE_NUMBER_MAX });
const code = fc.record({ order: number, bundle: number });
const meant = { order: 118, bundle: 117 };

/** A code in each form in which it may be typed or scanned. */
function formsOf(ticket: TicketCode): string[] {
  const shown = formatCode(ticket);
  return [shown, toQr(ticket), shown.replaceAll("-", " "), shown.replace(/-(.)$/, "$1")];
}

/** The digits as a French keyboard writes them without shift. */
function unshifted(text: string): string {
  return text.replaceAll(/\d/g, (digit) => "à&é\"'(-è_ç".charAt(Number(digit)));
}

/** What `read` gives for each text that is not read as the code of the ticket 118-117-K. */
function reasons(texts: readonly string[]): unknown[] {
  return texts.map((text) => {
    const read = parseCode(text);
    return read.ok ? formatCode(read) : read.reason;
  });
}

describe("a ticket's code", () => {
  it("[G1] is shown with hyphens and holds letters and digits only in its QR code", () => {
    expect([formatCode(meant), toQr(meant)]).toEqual(["118-117-K", "118X117K"]);
  });

  it("[G1] is read back in each of its forms", () => {
    fc.assert(
      fc.property(code, (ticket) => {
        for (const form of formsOf(ticket))
          expect(parseCode(form)).toEqual({ ok: true, ...ticket });
      }),
      { numRuns: 300 },
    );
  });

  it("[G1] is never made of a number that no code can hold", () => {
    for (const wrong of [0, -1, 1.5, CODE_NUMBER_MAX + 1, Number.NaN]) {
      expect(() => formatCode({ order: wrong, bundle: 1 })).toThrow(RangeError);
      expect(() => toQr({ order: 1, bundle: wrong })).toThrow(RangeError);
    }
  });

  it("[G2] with one wrong sign, of all signs of a keyboard, is not read as another", () => {
    const read = someCodes().flatMap((ticket) =>
      formsOf(ticket).flatMap((form) => misread(withOneWrongSign(form), ticket)),
    );
    expect(read).toEqual([]);
  });

  it("[G2] read as another is found by the search of this file (negative control)", () => {
    expect(misread(["118-117-K", "118-118-P", "118-118-K"], meant)).toEqual(["118-118-P"]);
  });

  it("[G3] with two neighbouring signs swapped is not read as another", () => {
    const read = someCodes().flatMap((ticket) =>
      formsOf(ticket).flatMap((form) => misread(withNeighboursSwapped(form), ticket)),
    );
    expect(read).toEqual([]);
  });

  it("[G4] with a hyphen anywhere else is not read as another", () => {
    const read = someCodes().flatMap((ticket) =>
      formsOf(ticket).flatMap((form) => misread(withSlippedHyphen(form), ticket)),
    );
    expect(read).toEqual([]);
    expect(reasons(["1181-17-K", "11-8117-K", "11811-7-K"])).toEqual(Array(3).fill("letter-wrong"));
  });

  it("[G5] with its last digit, a hyphen or the letter missing or doubled is not read as another", () => {
    const read = someCodes().flatMap((ticket) =>
      formsOf(ticket).flatMap((form) => {
        const places = placesOf(form).filter((place) => !isInnerDigit(form, place));
        return misread(
          places.flatMap((place) => [withSignMissing(form, place), withSignDoubled(form, place)]),
          ticket,
        );
      }),
    );
    expect(read).toEqual([]);
  });

  it("[G5] with another digit missing or doubled is found out in 16 of 17 cases, not in all", () => {
    const texts = someCodes().flatMap((ticket) => {
      const form = formatCode(ticket);
      return placesOf(form)
        .filter((place) => isInnerDigit(form, place))
        .flatMap((place) => [withSignMissing(form, place), withSignDoubled(form, place)])
        .map((text) => misread([text], ticket).length);
    });
    const missed = texts.reduce((a, b) => a + b, 0) / texts.length;
    expect(missed).toBeGreaterThan(0);
    expect(missed).toBeLessThan(1 / 17);
  });

  it.each([
    "118-117-k",
    " 118-117-K\r\n",
    "118–117—K",
    "118 117 K",
    "118 - 117 - K",
    "118-117K",
    "118x117k",
    "118X117-K",
    "II8-1I7-K",
    "&&_-&&è-K",
    "&&_X&&èK",
    "&&_)&&è)k",
    "11_-11è-K",
    "&&_-&&è-K".normalize("NFD"),
  ])("[G6] is read from %j", (text) => {
    expect(parseCode(text)).toEqual({ ok: true, ...meant });
  });

  it("[G6] is read from a scanner that knows no French keyboard, whatever its digits", () => {
    fc.assert(
      fc.property(code, (ticket) => {
        const hyphenated = formatCode(ticket).replaceAll("-", ")");
        for (const text of [toQr(ticket), hyphenated]) {
          expect(parseCode(unshifted(text))).toEqual({ ok: true, ...ticket });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("[G6] typed without shift is never read with a hyphen for a 6", () => {
    const read = someCodes().flatMap((ticket) => misread([unshifted(formatCode(ticket))], ticket));
    expect(read).toEqual([]);
    expect(reasons([unshifted("116-117-K"), unshifted("118-116-K")])).toEqual([
      "unreadable",
      "unreadable",
    ]);
  });

  it("[G6] is not guessed where its hyphen may have stood in several places, nor where a 6 may be one", () => {
    expect(
      reasons(["118117K", "118117-K", "11861176K", "118 11 7 K", "11 8-117-K", "118- 17-K"]),
    ).toEqual([
      "hyphen-missing",
      "hyphen-missing",
      "hyphen-missing",
      "unreadable",
      "unreadable",
      "unreadable",
    ]);
  });

  it("[G7] that cannot be read says why", () => {
    const texts = [
      "",
      "  ",
      "118-117",
      "118-",
      "118-117-L",
      "118-117-X",
      "0118-117-K",
      "118-100000-K",
      "bonjour",
      "P-412-F",
    ];
    expect(reasons(texts)).toEqual([
      "empty",
      "empty",
      "letter-missing",
      "unreadable",
      "letter-wrong",
      "letter-wrong",
      "number-out-of-range",
      "number-out-of-range",
      "unreadable",
      "badge",
    ]);
  });

  it("[G7] is refused, or is a code, for any text however strange", () => {
    const unit = fc.constantFrom(..."0123456789-X KPOI&é_)\u0301\n\u{1F9F5}");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const read = parseCode(text);
        if (read.ok) expect(parseCode(formatCode(read))).toEqual(read);
        else expect(read.reason).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** A digit that is not the last of the code. */
function isInnerDigit(form: string, place: number): boolean {
  return /\d/.test(form.charAt(place)) && /\d/.test(form.slice(place + 1));
}
