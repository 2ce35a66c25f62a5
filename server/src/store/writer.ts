import type { MessagePort } from "node:worker_threads";
import { openWriter } from "./database.ts";
import type { Entry } from "./entries.ts";
import type { Committed } from "./entry-queue.ts";
import { createRingReader } from "./entry-ring.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { forgetDaily } from "./people/forget-daily.ts";
import { endDaysLater } from "./reports/end-days-later.ts";
import { thinLater } from "./thinning/thin-later.ts";
import { createCallServer, describe, type ErrorText, type ThreadData } from "./thread-calls.ts";
import { takeTurns } from "./writer-turns.ts";

const RETRY_MS = 1_000;

/** The calls that the writer's thread answers. */
export type WriterCalls = ReturnType<typeof createHandlers>;

/** What the writer is started with. */
export interface WriterData extends ThreadData {
  /** Where it takes entries from ({@link createRingReader}). */
  readonly ring: SharedArrayBuffer;
}

/**
 * Serves the one connection that writes, and the folds. Work for the floor goes first: what is folded again in the background
 * runs one small transaction at a time, between two calls.
 */
export function serveWriter(
  port: MessagePort,
  { file, startedAt, ring: memory }: WriterData,
): void {
  const sqlite = openWriter(file);
  const ledger = createLedger(sqlite, startedAt);
  const changes = announceChanges(ledger, () => emit("changed"));
  const folding = foldLater(ledger, { isOpen: () => sqlite.open, afterEach: changes.announce });
  const ring = createRingReader(memory);
  const { emit, serve } = createCallServer(port, createHandlers(ledger, changes), {
    // Told before the answer: whoever has been answered and asks for the board must find it stale ([L6]).
    beforeAnswer: changes.announce,
    afterEach: folding.begin,
    close() {
      for (const work of later) work.close();
      sqlite.close();
    },
  });
  const later = [
    endDaysLater(ledger.reports.endDays),
    forgetDaily(ledger.people.forgetPeople, startedAt),
    thinLater(ledger.thinSome, startedAt),
  ];
  function commit(entries: readonly Entry[], done: number): void {
    const outcome = commitGroup(ledger, entries);
    changes.announce();
    const committed: Committed<ErrorText> = { ...outcome, done, position: ring.position };
    emit("committed", committed);
    folding.begin();
  }
  port.on("message", takeTurns({ ring, serve, commit }));
  folding.begin();
}

/** No call is served meanwhile: what a group writes is nobody's ([JC2]). */
function commitGroup(
  ledger: Ledger,
  entries: readonly Entry[],
): Pick<Committed<ErrorText>, "rejected" | "error" | "clock"> {
  try {
    return { rejected: ledger.commit(entries), error: null, clock: ledger.clock };
  } catch (error) {
    return { rejected: [], error: describe(error), clock: ledger.clock };
  }
}

function createHandlers(ledger: Ledger, changes: Changes) {
  return {
    ...ledger.access,
    ...ledger.catalogue,
    ...ledger.exports,
    ...ledger.journal,
    ...ledger.ordersDesk,
    ...ledger.people,
    ...ledger.deviceSecrets,
    ...ledger.reports,
    ...ledger.retention,
    ...ledger.sealing,
    act: ledger.act,
    putStationKey: ledger.putStationKey,
    stationKeys: ledger.stationKeys,
    putPlan: ledger.putPlan,
    judge: ledger.judge,
    release: ledger.release,
    dismiss: ledger.dismiss,
    stepClock: ledger.stepClock,
    addWaiting: ledger.addWaiting,
    putSetting: ledger.putSetting,
    setting: ledger.setting,
    plans: ledger.plans,
    secret: ledger.secret,
    waiting: ledger.waiting,
    readBoard(now: number) {
      changes.taken();
      return ledger.readBoard(now);
    },
    takeChanges(now: number) {
      changes.taken();
      return ledger.takeChanges(now);
    },
  };
}

interface Changes {
  /** Tells once that something changed; again when the changes have been taken. */
  announce(): void;
  taken(): void;
}

function announceChanges(ledger: Ledger, tell: () => void): Changes {
  let isAnnounced = false;
  return {
    announce() {
      if (isAnnounced || !ledger.hasChanges()) return;
      isAnnounced = true;
      tell();
    },
    taken() {
      isAnnounced = false;
    },
  };
}

interface Folding {
  readonly isOpen: () => boolean;
  readonly afterEach: () => void;
}

function foldLater(ledger: Ledger, { isOpen, afterEach }: Folding): { begin(): void } {
  let isFolding = false;
  let lastFailure = "";
  return { begin };

  function begin(): void {
    if (isFolding || !ledger.hasMarks()) return;
    isFolding = true;
    setImmediate(fold);
  }

  /** A disk that can't take it now may take it later: the marks stay, and so does the thread ([S31]). */
  function fold(): void {
    isFolding = false;
    if (!isOpen()) return;
    try {
      ledger.refoldSome();
    } catch (error) {
      tellFailure(error);
      isFolding = true;
      setTimeout(fold, RETRY_MS);
      return;
    }
    afterEach();
    begin();
  }

  /** Said once, however often it is tried again: what can't be folded holds up all that waits behind it. */
  function tellFailure(error: unknown): void {
    const failure = String(error);
    if (failure !== lastFailure)
      process.stderr.write(`folding again fails, and is tried each second: ${failure}\n`);
    lastFailure = failure;
  }
}
