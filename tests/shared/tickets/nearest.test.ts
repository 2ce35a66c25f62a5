import { formatCode, nearestCodes } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  someCodes,
  withNeighboursSwapped,
  withOneWrongSign,
  withSlippedHyphen,
} from "./mistakes.ts";

const known = [118, 119, 204].flatMap((order) =>
  [...Array(240).keys()].map((index) => ({ order, bundle: index + 1 })),
);

function nearest(text: string): string[] {
  return nearestCodes(text, known).map(formatCode);
}

describe("the nearest known codes", () => {
  it.each([
    ["without hyphens", "118117K"],
    ["with the hyphen elsewhere", "1181-17-K"],
    ["with a wrong letter and a wrong digit", "178-117-L"],
    ["with a digit missing", "18-117-K"],
    ["with a digit doubled", "1188-117-K"],
    ["with two neighbours swapped", "181-117-K"],
    ["with a 6 for each hyphen", "11861176K"],
    ["without its letter", "118-117"],
    ["without shift on a French keyboard", "&&_&&èK"],
  ])("[G9] begin with the code that was meant, %s", (_, text) => {
    expect(nearest(text)[0]).toBe("118-117-K");
  });

  it("[G9] hold the code that was meant after any single mistake", () => {
    const codes = someCodes().filter(({ order }) => order > 100);
    for (const code of codes.slice(0, 40)) {
      const form = formatCode(code);
      const digitsKept = [...withNeighboursSwapped(form), ...withSlippedHyphen(form)];
      for (const text of digitsKept) expect(nearestCodes(text, codes)).toContainEqual(code);
    }
  });

  it("[G9] are at most three, the fewest mistakes first", () => {
    const near = [117, 17, 11, 240, 19].map((bundle) => ({ order: 118, bundle }));
    expect(nearestCodes("118-17-K", near).map(formatCode)).toEqual([
      "118-17-P",
      "118-19-K",
      "118-117-K",
    ]);
  });

  it("[G9] are none for what resembles nothing, nor where nothing is known", () => {
    expect([
      nearest("bonjour"),
      nearest(""),
      nearest("999-999-B"),
      nearestCodes("118-117-K", []),
    ]).toEqual([[], [], [], []]);
  });

  it("[G9] hold the code that was meant after any wrong sign that is no digit and no letter of a code", () => {
    const texts = withOneWrongSign("118-117-K").filter((text) => !/^\d+-\d+-[A-Z]$/.test(text));
    const lost = texts.filter((text) => !nearest(text).includes("118-117-K"));
    expect(lost).toEqual([]);
  });
});
