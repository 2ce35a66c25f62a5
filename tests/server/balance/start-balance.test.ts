import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it, onTestFinished } from "vitest";
import { createKnownLine } from "../../../scripts/bench/balance-lines.ts";
import { propose } from "../../../server/src/balance/propose.ts";
import type { BalanceRequest } from "../../../server/src/balance/request.ts";
import { type Balance, startBalance } from "../../../server/src/balance/start-balance.ts";

function open(): Balance {
  const balance = startBalance();
  onTestFinished(() => balance.close());
  return balance;
}

const EASY: BalanceRequest = {
  tasks: 2,
  precedence: [[0, 1]],
  times: [
    [1, 5],
    [2, 2],
  ],
};
/** Takes all the time that it is given. */
const HARD = createKnownLine({ tasks: 75, people: 19, kind: "unable", seed: 1 }).request;

describe("proposing in a thread", () => {
  it("[Z8] gives what is proposed anywhere, and says in the same way what is wrong", async () => {
    const balance = open();
    const time = { now: () => 0, until: 1 };
    expect(await balance.propose(EASY, 5)).toEqual(propose(EASY, time));
    const circle = {
      ...EASY,
      precedence: [
        [0, 1],
        [1, 0],
      ],
    };
    expect(await balance.propose(circle, 5)).toEqual({ code: "balance-circle" });
  });

  it("[Z8] the thread that asks goes on with its work meanwhile, proposing itself it would not", async () => {
    const balance = open();
    const turnsDuring = async (ask: () => unknown): Promise<number> => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await ask();
      delay.disable();
      return delay.count;
    };
    const clock = { looks: 0, now: () => ++clock.looks };
    const here = await turnsDuring(() => propose(HARD, { now: clock.now, until: 500 }));
    const elsewhere = await turnsDuring(() => balance.propose(HARD, 0.3));
    expect(here).toBeLessThan(5);
    expect(elsewhere).toBeGreaterThan(10);
  });

  it("[Z8] one is looked for while three wait; the next is refused, all the others answered", async () => {
    const balance = open();
    const asked = Array.from({ length: 5 }, () => balance.propose(EASY, 1));
    const said = await Promise.all(asked);
    expect(said.map((each) => each !== null)).toEqual([true, true, true, true, false]);
    expect(await balance.propose(EASY, 1)).not.toBeNull();
  });

  it("[R22] closing ends what is being looked for, and tells whoever waits for it", async () => {
    const balance = startBalance();
    const settled = Promise.allSettled([balance.propose(HARD, 10), balance.propose(EASY, 10)]);
    await balance.close();
    expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
