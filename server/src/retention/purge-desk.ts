import { setTimeout as wait } from "node:timers/promises";
import type { Backups } from "../backup/create-backups.ts";
import type { Store } from "../store/open-store.ts";
import { addTaken, type Purge, type PurgedBackups, type Taken } from "../store/retention/purge.ts";
import type { Prover } from "./prove.ts";
import { isPurgeDue } from "./purge-due.ts";

/** Takes away what is kept no longer, and proves that it is gone. */
export interface PurgeDesk {
  /** Somebody was removed: purges at once, and does not wait for its end. What is to be nowhere then is looked for. */
  soon(removed: { readonly taken: Taken; readonly traces: readonly Uint8Array[] }): void;
  /** Looks whether the night's purge is due, and does it. */
  tick(): Promise<void>;
  /** Looks each minute from now on. */
  begin(): void;
  /** Resolves when what was begun has ended. */
  settled(): Promise<void>;
  /** Breaks off what goes on: the next run of the server goes on with it. */
  close(): Promise<void>;
}

export interface PurgeDeskOptions {
  readonly store: Pick<Store, "notePurge" | "purgePlan" | "purgeStep">;
  readonly backups: Pick<Backups, "alone" | "forgetPeople">;
  readonly prover: Prover;
  /** UTC ms. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const LOOK_EVERY_MS = 60_000;
/** Between two transactions: the floor goes first. */
const PAUSE_MS = 20;

/** What is to be taken away by a purge, besides what is too old. */
interface Wanted {
  readonly cause: Purge["cause"];
  readonly taken: Taken;
}

/** Does what a purge does, one after the other. */
function createPurging(options: PurgeDeskOptions, isClosed: () => boolean) {
  const { store, backups, prover, now } = options;
  // What a purge could not prove gone is looked for by the next one.
  let sought: Uint8Array[] = [];

  async function takeOld(): Promise<Taken> {
    let taken: Taken = {};
    for (let isMore = true; isMore && !isClosed(); ) {
      const step = await store.purgeStep(now());
      taken = addTaken(taken, step.taken);
      for (const trace of step.traces) sought.push(trace);
      ({ isMore } = step);
      if (isMore) await wait(PAUSE_MS);
    }
    return taken;
  }

  async function forgetInBackups(): Promise<PurgedBackups> {
    const { keptFrom, yearsFrom, samplesDays, removed } = await store.purgePlan(now());
    const samples = { now: now(), keptDays: samplesDays };
    return backups.forgetPeople({ before: keptFrom, nothingBefore: yearsFrom, samples, removed });
  }

  return {
    seek(traces: readonly Uint8Array[]): void {
      for (const trace of traces) sought.push(trace);
    },
    async purge({ cause, taken }: Wanted): Promise<void> {
      const at = now();
      const all = addTaken(taken, await takeOld());
      const proof = await prover.prove(sought);
      const rewritten = await forgetInBackups();
      if (isClosed()) return;
      if (proof.isProven) sought = [];
      await store.notePurge({ at, cause, taken: all, proof, backups: rewritten }, now());
    },
  };
}

export function createPurgeDesk(options: PurgeDeskOptions): PurgeDesk {
  const { store, backups, prover, now, onError } = options;
  let queue: Promise<void> = Promise.resolve();
  let isClosed = false;
  let isActive = false;
  let timer: NodeJS.Timeout | undefined;
  const purging = createPurging(options, () => isClosed);

  async function inTurn(wanted: Wanted): Promise<void> {
    if (isClosed) return;
    isActive = true;
    try {
      await purging.purge(wanted);
    } catch (error) {
      if (!isClosed) onError(error);
    } finally {
      isActive = false;
    }
  }

  /** Alone: a backup that is being made would copy what goes, and hold the log of writes. */
  function begin(wanted: Wanted): Promise<void> {
    const before = queue;
    const work = backups.alone(() => inTurn(wanted));
    queue = Promise.all([before, work]).then(() => undefined);
    return queue;
  }

  async function tick(): Promise<void> {
    if (isActive || isClosed) return;
    const { timeZone, lastAt, isWorking } = await store.purgePlan(now());
    const isDue = isPurgeDue({ now: now(), timeZone, lastAt, isWorking });
    if (isDue) await begin({ cause: "night", taken: {} });
  }

  return {
    soon({ taken, traces }) {
      purging.seek(traces);
      void begin({ cause: "removal", taken });
    },
    tick,
    begin() {
      timer = setInterval(() => void tick().catch(onError), LOOK_EVERY_MS);
      timer.unref();
    },
    settled: () => queue,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await prover.close();
      // What only waits for its turn does nothing any more; its turn may come after the store has gone.
      if (isActive) await queue;
    },
  };
}
