import type { SetTimer } from "../timer.ts";
import type { KeptAct } from "./act.ts";
import { createBackOff } from "./back-off.ts";
import type { Posted } from "./post.ts";
import type { StationStorage } from "./storage.ts";

/** The server's word on an act. */
export type Verdict = Exclude<Posted, { kind: "denied" | "unreached" }>;

/** What carrying acts to the server needs. */
export interface CourierOptions {
  readonly storage: Pick<StationStorage, "next" | "settle">;
  readonly post: (act: KeptAct) => Promise<Posted>;
  readonly setTimer: SetTimer;
  /** 0 to 1, as `Math.random()`. */
  readonly random: () => number;
  /** Called once the act has left the outbox. */
  readonly onVerdict: (act: KeptAct, verdict: Verdict) => void;
  readonly onTrouble: (trouble: "denied" | "unreached") => void;
}

/** Sends what waits, one act at a time, in order: the next leaves when the server has spoken on the one before. */
export interface Courier {
  /** Something waits, or the server may be back: tries at once. */
  kick(): void;
  /** This tab sends, or leaves it to another. */
  setOnDuty(isOnDuty: boolean): void;
  /** Begins again with the first that waits. */
  restart(): void;
  close(): void;
}

/**
 * Idle and off duty at first. Two couriers at once would cost requests, never order: each goes on only past an act on which
 * the server has spoken, and the server knows an act again by its key.
 */
export function createCourier(options: CourierOptions): Courier {
  const { storage, post, onVerdict, onTrouble } = options;
  const backOff = createBackOff(kick, options);
  let state: "off" | "idle" | "sending" | "again" | "closed" = "off";
  let isOnDuty = false;
  // Where the disk can't forget an act that was answered it is not sent for ever.
  let after = 0;

  const isClosed = () => state === "closed";

  async function drain(): Promise<void> {
    try {
      while (await sendNext()) backOff.succeeded();
    } catch {
      fail("unreached");
    }
  }

  /** False when there is nothing more to send now. */
  async function sendNext(): Promise<boolean> {
    const act = isOnDuty ? await storage.next(after) : null;
    if (act === null || isClosed()) return false;
    const posted = await post(act);
    if (isClosed()) return false;
    if (posted.kind === "denied" || posted.kind === "unreached") return fail(posted.kind);
    await storage.settle(act.number, fateOf(posted)).catch(() => {});
    if (isClosed()) return false;
    after = act.number;
    onVerdict(act, posted);
    return true;
  }

  function fail(trouble: "denied" | "unreached"): false {
    if (isClosed()) return false;
    backOff.failed();
    onTrouble(trouble);
    return false;
  }

  function kick(): void {
    if (!isOnDuty || isClosed()) return;
    if (state === "sending" || state === "again") {
      state = "again";
      return;
    }
    backOff.cancel();
    state = "sending";
    drain().then(rest, rest);
  }

  function rest(): void {
    if (isClosed()) return;
    const isAgain = state === "again";
    state = "idle";
    if (isAgain) kick();
  }

  return {
    kick,
    setOnDuty(next) {
      isOnDuty = next;
      if (next) kick();
      else backOff.cancel();
    },
    restart() {
      after = 0;
      kick();
    },
    close() {
      state = "closed";
      backOff.cancel();
    },
  };
}

function fateOf(verdict: Verdict): "taken" | "aside" | "gone" {
  if (verdict.kind === "unfit") return "aside";
  return verdict.answer.accepted ? "taken" : "gone";
}
