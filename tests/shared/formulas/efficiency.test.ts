import { attendedMinutes, earnedMinutes, efficiency, takt } from "@trame/shared";
import { describe, expect, it } from "vitest";

describe("efficiency", () => {
  it("[F12] is earned over attended minutes, not rounded", () => {
    const earned = earnedMinutes([{ pieces: 431, standardMinutes: 0.42 }]);
    const attended = attendedMinutes(1, 215);
    expect({ earned, attended, ratio: efficiency(earned, attended) }).toEqual({
      earned: 181.02,
      attended: 215,
      ratio: 0.8419534883720931,
    });
  });

  it("[F12] sums over stations, each with its own standard time", () => {
    const parts = [
      { pieces: 100, standardMinutes: 0.5 },
      { pieces: 20, standardMinutes: 2 },
    ];
    expect(earnedMinutes(parts)).toBe(90);
  });

  it("[F12] is the same in whatever order its parts are summed", () => {
    const parts = [0.1, 0.2, 0.3, 0.7, 1.01].map((standardMinutes) => ({
      pieces: 7,
      standardMinutes,
    }));
    expect(earnedMinutes(parts)).toBe(earnedMinutes(parts.toReversed()));
  });

  it("[F1] is null while nobody has attended", () => {
    expect([efficiency(12, 0), efficiency(12, attendedMinutes(0, 60))]).toEqual([null, null]);
  });
});

describe("takt", () => {
  it("[F12] is working minutes per piece demanded", () => {
    expect(takt(480, 960)).toBe(0.5);
  });

  it("[F1] is null without a demand and on a day off", () => {
    expect([takt(480, null), takt(480, 0), takt(0, 960)]).toEqual([null, null, null]);
  });
});
