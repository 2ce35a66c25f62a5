import { describe, expect, it } from "vitest";
import { startAsking } from "../../../floor-ui/src/data/floor/asking.ts";
import { createFakeTime } from "../support/fake-time.ts";

/** A list whose answers the test gives. */
function open() {
  const time = createFakeTime();
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const asking = startAsking({
    setTimer: time.setTimer,
    monotonic: time.monotonic,
    ask() {
      asked.push(time.monotonic() - 1_000);
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  return {
    asking,
    asked,
    advance: time.advance,
    waiting: time.waiting,
    async answer() {
      answers.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe("list of the supervisor's page", () => {
  it("[FL3] is asked for at once, and every 15 s however quiet it is", async () => {
    const { asked, answer, advance } = open();
    await answer();
    advance(15_000);
    await answer();
    advance(15_000);
    expect(asked).toEqual([0, 15_000, 30_000]);
  });

  it("[FL3] is asked for once a second at most, however much happens", async () => {
    const { asking, asked, answer, advance } = open();
    await answer();
    for (let step = 0; step < 30; step++) {
      asking.nudge();
      advance(100);
      await answer();
    }
    expect(asked).toEqual([0, 1_000, 2_000, 3_000]);
  });

  it("[FL3] is asked for again after an answer that was on its way when something changed", async () => {
    const { asking, asked, answer, advance } = open();
    advance(400);
    asking.nudge();
    advance(5_000);
    expect(asked).toEqual([0]);
    await answer();
    advance(0);
    expect(asked).toEqual([0, 5_400]);
  });

  it("[FL3] is asked for no more once the page is left", async () => {
    const { asking, answer, waiting } = open();
    asking.close();
    await answer();
    expect(waiting()).toEqual([]);
  });
});
