import { afterEach, describe, expect, it } from "vitest";
import { startClock } from "../../server/src/clock.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const clock of open.splice(0)) clock.close();
});

/** A machine whose clock is set by hand while its monotonic time goes on. */
function machine() {
  const time = { wall: 1_000_000, monotonic: 50 };
  const steps: number[] = [];
  const afterSteps: number[] = [];
  const clock = startClock({
    sources: { wall: () => time.wall, monotonic: () => time.monotonic },
    onStep: (byMs) => steps.push(byMs),
    onStepped: () => afterSteps.push(clock.now()),
  });
  open.push(clock);
  const pass = (ms: number): void => {
    time.wall += ms;
    time.monotonic += ms;
  };
  return { time, steps, afterSteps, clock, pass };
}

describe("the server's clock", () => {
  it("[S22] tells UTC milliseconds and goes on by itself", () => {
    const { clock, pass } = machine();
    pass(1_234);
    expect(clock.now()).toBe(1_001_234);
  });

  it.each([3_600_000, -3_600_000, 2_001])("[S22] a step of %i ms is told, then counts", (byMs) => {
    const { clock, time, steps, afterSteps, pass } = machine();
    pass(1_000);
    time.wall += byMs;
    expect(clock.now()).toBe(1_001_000);
    clock.check();
    expect(steps).toEqual([byMs]);
    expect(clock.now()).toBe(1_001_000 + byMs);
    expect(afterSteps).toEqual([1_001_000 + byMs]);
  });

  it("[S22] a small difference is made up slowly and is no step", () => {
    const { clock, time, steps } = machine();
    time.wall += 1_000;
    clock.check();
    expect(clock.now()).toBe(1_000_100);
    for (let i = 0; i < 100; i++) clock.check();
    expect(clock.now()).toBeGreaterThanOrEqual(1_000_999);
    expect(steps).toEqual([]);
  });

  it("[S22] a machine that runs fast holds the clock back, which never falls", () => {
    const { clock, time, steps, pass } = machine();
    pass(10_000);
    const before = clock.now();
    time.wall -= 2_000;
    clock.check();
    expect(clock.now()).toBe(before);
    pass(150);
    expect(clock.now()).toBe(before);
    pass(150);
    expect(clock.now()).toBe(before + 100);
    expect(steps).toEqual([]);
  });
});
