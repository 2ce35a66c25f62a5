import { describe, expect, it } from "vitest";
import { startIdleWatch } from "../../../floor-ui/src/data/session/idle.ts";
import { createFakeTime } from "../support/fake-time.ts";

const LIMIT = 20 * 60_000;

function open() {
  const { setTimer, monotonic, advance } = createFakeTime();
  let ends = 0;
  const watch = startIdleWatch({ limitMs: LIMIT, setTimer, monotonic, onEnd: () => (ends += 1) });
  return { watch, advance, ends: () => ends };
}

describe("a shared device", () => {
  it("[AU6] tells a minute before it signs out, second by second, then signs out once", () => {
    const { watch, advance, ends } = open();
    advance(LIMIT - 60_001);
    expect(watch.left.value).toBeNull();
    advance(1);
    expect(watch.left.value).toBe(60);
    advance(59_000);
    expect([watch.left.value, ends()]).toEqual([1, 0]);
    advance(60_000);
    expect([watch.left.value, ends()]).toEqual([0, 1]);
  });

  it("[AU6] stays signed in as long as somebody is there", () => {
    const { watch, advance, ends } = open();
    for (let minutes = 0; minutes < 60; minutes += 19) {
      advance(19 * 60_000 + 30_000);
      watch.touch();
      expect(watch.left.value).toBeNull();
    }
    expect(ends()).toBe(0);
  });
});
