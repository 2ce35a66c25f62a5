import {
  beganAsOf,
  beganAt,
  type Dating,
  DRIFT,
  dated,
  mustRedate,
  type Observation,
  observe,
  redated,
  within,
} from "@trame/shared";
import { describe, expect, it } from "vitest";

const HOUR = 3_600_000;

function heard(...observations: readonly Observation[]): Dating {
  let dating: Dating | null = null;
  for (const observation of observations) dating = observe(dating, observation);
  return dating!;
}

describe("a dating", () => {
  it("[D1] takes the smallest of what the messages show, in any order", () => {
    const late = { received: 10_500, up: 10_000 };
    const prompt = { received: 12_000, up: 12_000 };

    for (const dating of [heard(late, prompt), heard(prompt, late)]) {
      expect(beganAt(dating, 12_000)).toBeCloseTo(0, 6);
    }
  });

  it("[D2] raises an observation by 100 ppm of its age", () => {
    const dating = heard({ received: 0, up: 0 });

    expect(beganAt(dating, 10 * HOUR)).toBe(DRIFT * 10 * HOUR);
    expect(beganAsOf(heard({ received: 10 * HOUR, up: 10 * HOUR }), 0)).toBe(DRIFT * 10 * HOUR);
  });

  it("[D2] follows a quartz that runs slow, and is not led by it into the future", () => {
    const slow = Array.from({ length: 100 }, (_, i) => ({
      received: i * HOUR,
      up: Math.floor(i * HOUR * (1 - 50e-6)),
    }));

    expect(beganAt(heard(...slow), 99 * HOUR)).toBeCloseTo(99 * HOUR * 50e-6, -1);
  });

  it("[D4] asks to be put right once it proves more than a minute late, and not again afterwards", () => {
    const late = dated(heard({ received: 61_000, up: 0 }), 61_000);
    const tolerable = dated(heard({ received: 59_000, up: 0 }), 59_000);
    const prompt = { received: 62_000, up: 62_000 };

    expect(mustRedate(observe(late, prompt))).toBe(true);
    expect(mustRedate(observe(tolerable, prompt))).toBe(false);
    expect(mustRedate(redated(observe(late, prompt)))).toBe(false);
  });

  it("[D3] keeps a time between its neighbours, in whole milliseconds", () => {
    expect([within(5.7, 0, 10), within(-1, 0, 10), within(11, 0, 10), within(5, 7, 6)]).toEqual([
      5, 0, 10, 7,
    ]);
  });
});
