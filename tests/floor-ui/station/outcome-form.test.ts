import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  defectsOf,
  type Fault,
  faultyOf,
  goodOf,
  type OutcomeForm,
  outcomeOf,
  startForm,
  unexplained,
  withFault,
  withGood,
} from "../../../floor-ui/src/pages/station/outcome-form.ts";

type Touch = { readonly what: Fault | "good"; readonly pieces: number };

const touches = fc.array(
  fc.record({
    what: fc.constantFrom<Fault | "good">("good", "rework", "second", "scrap"),
    pieces: fc.integer({ min: -5, max: 80 }),
  }),
  { maxLength: 20 },
);

function touch(form: OutcomeForm, { what, pieces }: Touch): OutcomeForm {
  return what === "good" ? withGood(form, pieces) : withFault(form, what, pieces);
}

describe("what the pieces turned out to be", () => {
  it("[E5] begins with all good", () => {
    expect(outcomeOf(startForm(50))).toEqual({ good: 50, rework: 0, second: 0, scrap: 0 });
  });

  it("[E5] takes a faulty piece from the good ones", () => {
    const form = withFault(withFault(startForm(50), "rework", 2), "scrap", 1);
    expect(outcomeOf(form)).toEqual({ good: 47, rework: 2, second: 0, scrap: 1 });
  });

  it("[E5] leaves for later what is not said to be good", () => {
    const form = withFault(withGood(startForm(50), 30), "scrap", 5);
    expect([outcomeOf(form), form.rest]).toEqual([
      { good: 25, rework: 0, second: 0, scrap: 5 },
      20,
    ]);
  });

  it("[E5] takes from what is for later once no good one is left", () => {
    const form = withFault(withGood(startForm(10), 2), "rework", 6);
    expect([goodOf(form), faultyOf(form), form.rest]).toEqual([0, 6, 4]);
  });

  it("[E5] never tells more pieces, nor fewer, than there are, whatever is touched", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), touches, (total, touched) => {
        const form = touched.reduce(touch, startForm(total));
        const { good, rework, second, scrap } = outcomeOf(form);
        const all = [good, rework, second, scrap, form.rest];
        expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
        expect(all.reduce((sum, pieces) => sum + pieces, 0)).toBe(total);
      }),
    );
  });

  it("[E5] names defects as far as they are known, and the operation at fault", () => {
    const form = withFault(startForm(50), "rework", 3);
    const counts = { tache: 2, trou: 0 };
    expect(unexplained(form, counts)).toBe(1);
    expect(defectsOf(counts, null)).toEqual([{ defect: "tache", operation: null, pieces: 2 }]);
    expect(defectsOf({ trou: 1 }, "10")).toEqual([{ defect: "trou", operation: "10", pieces: 1 }]);
  });
});
