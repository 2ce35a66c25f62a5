import { createOneAtATime } from "../one-at-a-time.ts";
import type { BalanceJob } from "./balance-thread.ts";
import { nowMs } from "./now-ms.ts";
import type { BalanceFault, BalanceRequest, Proposal } from "./request.ts";

/** What proposes who does what, away from the thread that serves the floor ([Z8]). */
export interface Balance {
  /**
   * Answers within some seconds from when its turn comes: one proposal is looked for at a time.
   * @returns null when too many wait already
   */
  propose(request: BalanceRequest, seconds: number): Promise<Proposal | BalanceFault | null>;
  /** Ends what is being looked for: whoever waits for it gets an error. */
  close(): Promise<void>;
}

interface Question {
  readonly request: BalanceRequest;
  readonly seconds: number;
}

/** Whoever waits longer than for three others has asked again meanwhile. */
const WAITING_MAX = 3;
/** Part of the time, and milliseconds at most, that are kept for the way there and back. */
const RESERVE = { part: 0.1, max: 200 } as const;
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/** Starts nothing yet: the thread comes with the first question. */
export function startBalance(): Balance {
  const thread = createOneAtATime<Question, Proposal | BalanceFault>({
    script: new URL("./balance-thread.ts", import.meta.url),
    resourceLimits,
    waitingMax: WAITING_MAX,
    toMessage: jobOf,
  });
  return {
    propose: (request, seconds) => thread.run({ request, seconds }),
    close: thread.close,
  };
}

/** Its seconds count from its turn. */
function jobOf({ request, seconds }: Question): BalanceJob {
  const ms = 1_000 * seconds;
  return { request, until: nowMs() + ms - Math.min(RESERVE.max, RESERVE.part * ms) };
}
