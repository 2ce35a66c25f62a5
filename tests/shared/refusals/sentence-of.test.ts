import { isRefusalCode, REFUSAL_STATUS, type RefusalCode, sentenceOf } from "@trame/shared";
import { describe, expect, it } from "vitest";

const codes = Object.keys(REFUSAL_STATUS) as RefusalCode[];

describe("refusals", () => {
  it("[A3] each has a sentence in both languages, and no code in it", () => {
    for (const code of codes) {
      for (const language of ["fr", "en"] as const) {
        const sentence = sentenceOf(code, language);
        expect(sentence, code).toMatch(/^\S.*[.…]$/);
        if (code.includes("-")) expect(sentence).not.toContain(code);
      }
      expect(sentenceOf(code, "fr")).not.toBe(sentenceOf(code, "en"));
    }
  });

  it("[A3] blanks are filled in, and what is filled in is no pattern", () => {
    expect(sentenceOf("value-missing", "en", { name: "$& {name}" })).toBe(
      "“$& {name}” is missing.",
    );
    expect(sentenceOf("value-missing", "en")).toBe("“{name}” is missing.");
  });

  it("[A3] a word that goes with a number agrees with it, in each language", () => {
    const told = (left: number, language: "fr" | "en"): string =>
      sentenceOf("finish-part-accepted", language, { left, code: "118-117-K", operation: "Plis" });
    expect(told(0, "fr")).toBe(
      "C’est noté. Il reste 0\u00a0pièce de 118-117-K pour «\u00a0Plis\u00a0».",
    );
    expect(told(1, "fr")).toContain("1\u00a0pièce de");
    expect(told(2, "fr")).toContain("2\u00a0pièces de");
    expect(told(0, "en")).toContain("0 pieces are left");
    expect(told(1, "en")).toContain("1 piece is left");
  });

  it("[A3] a large number is written as people write it, and does not break", () => {
    const told = (language: "fr" | "en") =>
      sentenceOf("number-too-large", language, { limit: 10_000_000 });
    expect(told("fr")).toMatch(/ au plus 10\u202f000\u202f000\.$/);
    expect(told("en")).toBe("This number is too large: at most 10,000,000.");
    expect(sentenceOf("list-too-long", "fr", { limit: 2_000 })).toMatch(/2\u202f000\séléments/);
  });

  it("[A3] a time of day is written as each language does", () => {
    const told = (["fr", "en"] as const).map((language) =>
      sentenceOf("call-open-already", language, { time: "09:05" }),
    );

    expect(told[0]).toBe("L’appel est déjà parti, à 9\u00a0h\u00a005.");
    expect(told[1]).toContain("09:05");
  });

  it("[A3] only codes of the catalogue are codes", () => {
    expect(isRefusalCode("plan-none")).toBe(true);
    expect(isRefusalCode("constructor")).toBe(false);
  });
});
