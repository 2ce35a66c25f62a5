import { DEFECTS, defectsOf } from "@trame/shared";
import { describe, expect, it } from "vitest";

describe("the defects to choose from", () => {
  it("[O26] are a list of ours, each once and in both languages, until the workshop has its own", () => {
    const own = [{ code: "bobine", label: { fr: "Fin de bobine" } }];

    expect(defectsOf(null)).toBe(DEFECTS);
    expect(new Set(DEFECTS.map(({ code }) => code)).size).toBe(DEFECTS.length);
    for (const { code, label } of DEFECTS) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(label.en, code).not.toBe(label.fr);
    }
    expect(defectsOf(JSON.stringify(own))).toEqual(own);
  });
});
