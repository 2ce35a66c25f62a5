import { parentPort } from "node:worker_threads";
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

/** What it answers. */
export type BalanceAnswer = { readonly said: Proposal | BalanceFault } | { readonly error: string };

function answer({ request, until }: BalanceJob): BalanceAnswer {
  try {
    return { said: propose(request, { now: nowMs, until }) };
  } catch (error) {
    return { error: String(error) };
  }
}

parentPort?.on("message", (job: BalanceJob) => parentPort?.postMessage(answer(job)));
