import { clipSpan, cutSpans, mergeSpans } from "@trame/shared";
import { describe, expect, it } from "vitest";

describe("spans", () => {
  it("[K2] that touch or overlap are one, and empty ones are none", () => {
    const spans = [
      { from: 5, to: 7 },
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 6, to: 6 },
      { from: 1, to: 2 },
    ];

    expect(mergeSpans(spans)).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 7 },
    ]);
  });

  it("[K2] are cut by a hundred holes as fast as by one", () => {
    const holes = Array.from({ length: 100 }, (_, i) => ({ from: 20 + i, to: 21 + i }));

    expect(cutSpans({ from: 0, to: 10 }, holes)).toEqual([{ from: 0, to: 10 }]);
  });

  it("[K2] are cut by what lies in them, at their edges and beyond", () => {
    const holes = [
      { from: -5, to: 1 },
      { from: 4, to: 5 },
      { from: 9, to: 20 },
    ];

    expect(cutSpans({ from: 0, to: 10 }, holes)).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 9 },
    ]);
    expect(cutSpans({ from: 0, to: 10 }, [{ from: 0, to: 10 }])).toEqual([]);
  });

  it("[K2] end where a limit does, half open", () => {
    expect(clipSpan({ from: 0, to: 10 }, { from: 5, to: 20 })).toEqual({ from: 5, to: 10 });
    expect(clipSpan({ from: 0, to: 10 }, { from: 10, to: 20 })).toBeNull();
  });
});
