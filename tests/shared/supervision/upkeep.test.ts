import { shownMessage, UPKEEP_LIMITS, upkeepLimitsOf, upkeepShare } from "@trame/shared";
import { describe, expect, it } from "vitest";

describe("an upkeep", () => {
  it("[MC3] is three quarters due at 360 000 of 480 000 stitches, and due at the last one", () => {
    // 8 hours × 60 000 stitches of an hour's work = 480 000.
    const worked = { hours: 9, days: 2 };
    expect(UPKEEP_LIMITS.needle.stitches).toBe(480_000);
    expect([
      upkeepShare({ ...worked, stitches: 360_000 }, UPKEEP_LIMITS.needle),
      upkeepShare({ ...worked, stitches: 480_000 }, UPKEEP_LIMITS.needle),
    ]).toEqual([
      { measure: "stitches", share: 0.75, isDue: false },
      { measure: "stitches", share: 1, isDue: true },
    ]);
  });

  it("[MC2] is measured in hours without stitches, in days without a counter", () => {
    const limit = { stitches: 1_000, hours: 8, days: 4 };
    expect([
      upkeepShare({ stitches: null, hours: 6, days: 9 }, limit),
      upkeepShare({ stitches: null, hours: null, days: 9 }, limit),
      upkeepShare({ stitches: 0, hours: 6, days: 9 }, limit),
    ]).toEqual([
      { measure: "hours", share: 0.75, isDue: false },
      { measure: "days", share: 2.25, isDue: true },
      { measure: "stitches", share: 0, isDue: false },
    ]);
  });

  it("[MC3] has the workshop's limits once it set some", () => {
    const own = { ...UPKEEP_LIMITS, needle: { stitches: 1, hours: 2, days: 3 } };
    expect([upkeepLimitsOf(null), upkeepLimitsOf(JSON.stringify(own))]).toEqual([
      UPKEEP_LIMITS,
      own,
    ]);
  });
});

describe("a message", () => {
  it("[MS3] is shown until its end, to the millisecond", () => {
    const message = { text: "Livraison à 16 h", until: 1_000 };
    expect([
      shownMessage(message, 999),
      shownMessage(message, 1_000),
      shownMessage({ ...message, until: null }, 1_000),
      shownMessage(null, 0),
    ]).toEqual(["Livraison à 16 h", null, "Livraison à 16 h", null]);
  });
});
