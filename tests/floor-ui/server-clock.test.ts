import { describe, expect, it } from "vitest";
import { createServerClock } from "../../floor-ui/src/data/server-clock.ts";

function setUp() {
  let moment = 1000;
  const clock = createServerClock(() => moment);
  return {
    clock,
    /** A message made at `serverTime` arrives at `arrival` of the monotonic clock. */
    hear(serverTime: number, arrival: number) {
      moment = arrival;
      clock.sync(serverTime);
    },
    at(arrival: number) {
      moment = arrival;
      return clock.now();
    },
  };
}

describe("server clock", () => {
  it("[L53] is unknown before the first message", () => {
    expect(setUp().clock.now()).toBe(null);
  });

  it("[L53] goes on by the monotonic clock between messages", () => {
    const { hear, at } = setUp();
    hear(50_000, 1000);
    expect(at(4500)).toBe(53_500);
  });

  it("[L53] is not set back by a message that was held up on its way", () => {
    const { hear, at } = setUp();
    hear(50_000, 1000);
    hear(51_000, 3500);
    expect(at(3500)).toBe(52_500);
  });

  it("[L53] follows the server's clock when that is set, forward or back", () => {
    const { hear, at } = setUp();
    hear(50_000, 1000);
    hear(90_000, 2000);
    expect(at(2000)).toBe(90_000);
    hear(20_000, 3000);
    expect(at(3000)).toBe(20_000);
  });
});
