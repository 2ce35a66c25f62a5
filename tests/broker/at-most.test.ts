import { atMostEvery } from "@trame/broker";
import { describe, expect, it } from "vitest";

describe("what is told at most so often", () => {
  it("[B7] is told at once, then once the time is over, with how many were not", () => {
    let now = 0;
    const told: [string, number][] = [];
    const tell = atMostEvery<string>(
      1_000,
      (text, untold) => told.push([text, untold]),
      () => now,
    );

    for (const at of [0, 1, 999, 1_000, 1_500, 9_000]) {
      now = at;
      tell(`at ${at}`);
    }

    expect(told).toEqual([
      ["at 0", 0],
      ["at 1000", 2],
      ["at 9000", 1],
    ]);
  });
});
