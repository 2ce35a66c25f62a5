import { Worker } from "node:worker_threads";
import type { BalanceAnswer, BalanceJob } from "./balance-thread.ts";
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

interface Waiter {
  readonly request: BalanceRequest;
  readonly seconds: number;
  readonly resolve: (said: Proposal | BalanceFault) => void;
  readonly reject: (error: Error) => void;
}

/** Whoever waits longer than for three others has asked again meanwhile. */
const WAITING_MAX = 3;
/** The thread stays for the next question as long, then gives its memory back. */
const LINGER_MS = 60_000;
/** Part of the time, and milliseconds at most, that are kept for the way there and back. */
const RESERVE = { part: 0.1, max: 200 } as const;
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/** Starts nothing yet: the thread comes with the first question. */
export function startBalance(): Balance {
  const waiting: Waiter[] = [];
  let thread: Worker | null = null;
  let asking: Waiter | null = null;
  let lingering: NodeJS.Timeout | undefined;
  let isClosed = false;

  function askNext(): void {
    if (asking !== null) return;
    clearTimeout(lingering);
    asking = waiting.shift() ?? null;
    if (asking === null) {
      lingering = setTimeout(endThread, LINGER_MS).unref();
    } else if (isClosed) {
      settle({ error: "nothing is proposed any more" });
    } else {
      thread ??= openThread();
      thread.postMessage(jobOf(asking));
    }
  }

  function endThread(): void {
    void thread?.terminate();
    thread = null;
  }

  function settle(answer: BalanceAnswer): void {
    const waiter = asking;
    asking = null;
    if ("said" in answer) waiter?.resolve(answer.said);
    else waiter?.reject(new Error(answer.error));
    askNext();
  }

  function openThread(): Worker {
    const opened = new Worker(new URL("./balance-thread.ts", import.meta.url), { resourceLimits });
    let reason = "the thread that proposes has ended";
    opened.on("message", settle);
    opened.on("error", ({ message }) => {
      reason = message;
    });
    opened.on("exit", () => {
      if (thread !== opened) return;
      thread = null;
      settle({ error: reason });
    });
    return opened;
  }

  return {
    propose(request, seconds) {
      if (waiting.length >= WAITING_MAX) return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        waiting.push({ request, seconds, resolve, reject });
        askNext();
      });
    },
    async close() {
      isClosed = true;
      clearTimeout(lingering);
      await thread?.terminate();
      clearTimeout(lingering);
    },
  };
}

function jobOf({ request, seconds }: Waiter): BalanceJob {
  const ms = 1_000 * seconds;
  return { request, until: nowMs() + ms - Math.min(RESERVE.max, RESERVE.part * ms) };
}
