import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitText } from "../../../server/src/paper/fit.ts";

/** Each sign is 1 mm wide at 10 points, whatever it is. */
const measure = (text: string): number => [...text].length / 10;
const room = { width: 10, height: 20, size: 20, measure };

describe("a text in its room", () => {
  it("[V7] a text that fits stays as large as it may be", () => {
    expect(fitText("Lin", { ...room, height: 0 })).toEqual({ size: 20, lines: ["Lin"] });
  });

  it("[V7] a longer one shrinks, down to 8 points", () => {
    expect(fitText("Velours", { ...room, height: 0 })).toEqual({ size: 14, lines: ["Velours"] });
    expect(fitText("Molletonné12", { ...room, height: 0 })).toEqual({
      size: 8,
      lines: ["Molletonné12"],
    });
  });

  it("[V7] then it takes as many lines as there is height for, broken between words", () => {
    expect(fitText("Chemise à col rond", { ...room, height: 9 })).toEqual({
      size: 11,
      lines: ["Chemise à", "col rond"],
    });
  });

  it("[V7] what does not fit at 8 points ends with « … », a word too long is broken", () => {
    expect(fitText("Chemise à col rond", { ...room, height: 0 })).toEqual({
      size: 8,
      lines: ["Chemise à…"],
    });
    expect(fitText("Anticonstitutionnellement", { ...room, height: 7 })).toEqual({
      size: 8,
      lines: ["Anticonstitu", "tionnelleme…"],
    });
  });

  it("[V7] nothing comes out wider than its room, higher, or smaller than 8 points", () => {
    const text = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 0, max: 30 }),
        (words, width, height) => {
          const { size, lines } = fitText(words.join(" "), { ...room, width, height });
          const tallest = Math.max(1, Math.floor(height / (size * 1.15 * (25.4 / 72))));
          expect(size).toBeGreaterThanOrEqual(8);
          expect(lines.length).toBeLessThanOrEqual(tallest);
          for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(width + 1e-9);
        },
      ),
    );
  });
});
