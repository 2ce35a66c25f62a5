import { type LearningFit, learningCurve, minutesOn, type StyleDay } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Days on which garments took exactly what a curve says. */
function daysOn(fit: LearningFit, goods: readonly number[]): StyleDay[] {
  let made = 0;
  return goods.map((good, index) => {
    const middle = made + good / 2;
    made += good;
    return { day: `2026-11-${10 + index}`, good, attendedMinutes: good * minutesOn(fit, middle) };
  });
}

describe("learning curve", () => {
  it("[OD11] gives an 80 % curve its ratio: each doubling takes a fifth off", () => {
    const fit = { firstMinutes: 100, ratio: 0.8, explained: 1 };
    expect([1, 2, 4].map((garments) => minutesOn(fit, garments))).toEqual([
      100,
      expect.closeTo(80, 9),
      expect.closeTo(64, 9),
    ]);

    const { fit: found } = learningCurve(daysOn(fit, [20, 40, 60, 80, 100]));

    expect(found).toEqual({
      firstMinutes: expect.closeTo(100, 6),
      ratio: expect.closeTo(0.8, 9),
      explained: expect.closeTo(1, 9),
    });
  });

  it("[OD11] recovers whatever curve its days were made with", () => {
    const curve = fc.record({
      firstMinutes: fc.double({ min: 1, max: 500, noNaN: true }),
      ratio: fc.double({ min: 0.5, max: 1.1, noNaN: true }),
    });
    const goods = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(curve, goods, (made, pieces) => {
        const { fit } = learningCurve(daysOn({ ...made, explained: 1 }, pieces));
        expect(fit?.ratio).toBeCloseTo(made.ratio, 5);
        expect((fit?.firstMinutes ?? 0) / made.firstMinutes).toBeCloseTo(1, 4);
      }),
    );
  });

  it("[OD12] is not said below five days with output, and is from the fifth on", () => {
    const days = daysOn({ firstMinutes: 30, ratio: 0.9, explained: 1 }, [10, 20, 30, 40, 50]);

    expect(learningCurve(days.slice(0, 4)).fit).toBeNull();
    expect(learningCurve(days.slice(0, 4)).points).toHaveLength(4);
    expect(learningCurve(days).fit).not.toBeNull();
  });

  it("[OD12] counts the minutes of a day without output with the next, and loses none", () => {
    const { points } = learningCurve([
      { day: "2026-11-10", attendedMinutes: 400, good: 0 },
      { day: "2026-11-11", attendedMinutes: 200, good: 20 },
      { day: "2026-11-12", attendedMinutes: 300, good: 30 },
    ]);

    expect(points).toEqual([
      { day: "2026-11-11", garments: 10, minutes: 30 },
      { day: "2026-11-12", garments: 35, minutes: 10 },
    ]);
  });
});
