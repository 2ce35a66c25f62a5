import { parentPort } from "node:worker_threads";
import { giveWay } from "../give-way.ts";
import type { JobAnswer } from "../one-at-a-time.ts";
import { nowMs } from "./now-ms.ts";
import { propose } from "./propose.ts";
import type { BalanceFault, BalanceRequest, Proposal } from "./request.ts";

/* The thread that looks for proposals: one at a time, each answered before the next one is sent. */

/** What it is sent. */
export interface BalanceJob {
  readonly request: BalanceRequest;
  /** When the answer is due, by {@link nowMs}. */
  readonly until: number;
}

function answer({ request, until }: BalanceJob): JobAnswer<Proposal | BalanceFault> {
  try {
    return { result: propose(request, { now: nowMs, until }) };
  } catch (error) {
    return { error: String(error) };
  }
}

giveWay();
parentPort?.on("message", (job: BalanceJob) => parentPort?.postMessage(answer(job)));
