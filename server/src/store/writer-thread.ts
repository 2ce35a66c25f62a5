import { workerData } from "node:worker_threads";
import { openWriter } from "./database.ts";
import { type Batch, decodeBatch } from "./entries.ts";
import { createLedger } from "./ledger.ts";
import { forgetDaily } from "./people/forget-daily.ts";
import { endDaysLater } from "./reports/end-days-later.ts";
import { thinLater } from "./thinning/thin-later.ts";
import { serveThread } from "./thread-calls.ts";

/*
 * The writer's thread: the one connection that writes, and the folds. Work for the floor goes first:
 * what is folded again in the background runs one small transaction at a time, between two calls.
 */

/** What the thread is started with. */
export interface WriterData {
  readonly file: string;
  /** UTC ms. */
  readonly startedAt: number;
}

const { file, startedAt }: WriterData = workerData;
const sqlite = openWriter(file);
const ledger = createLedger(sqlite, startedAt);
const RETRY_MS = 1_000;
let isAnnounced = false;
let isFolding = false;
let lastFailure = "";

const handlers = {
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
  commit: (batch: Batch) => ({ rejected: ledger.commit(decodeBatch(batch)), clock: ledger.clock }),
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
    isAnnounced = false;
    return ledger.readBoard(now);
  },
  takeChanges(now: number) {
    isAnnounced = false;
    return ledger.takeChanges(now);
  },
};

/** The calls that the writer's thread answers. */
export type WriterCalls = typeof handlers;

const { emit } = serveThread(handlers, {
  // Told before the answer: whoever has been answered and asks for the board must find it stale ([L6]).
  beforeAnswer: announce,
  afterEach: foldLater,
  close() {
    ending.close();
    forgetting.close();
    thinning.close();
    sqlite.close();
  },
});
const ending = endDaysLater(ledger.reports.endDays);
const forgetting = forgetDaily(ledger.people.forgetPeople, startedAt);
const thinning = thinLater(ledger.thinSome, startedAt);
foldLater();

/** Tells once that something changed; again when the changes have been taken. */
function announce(): void {
  if (isAnnounced || !ledger.hasChanges()) return;
  isAnnounced = true;
  emit("changed");
}

function foldLater(): void {
  if (isFolding || !ledger.hasMarks()) return;
  isFolding = true;
  setImmediate(fold);
}

/** Said once, however often it is tried again: what can't be folded holds up all that waits behind it. */
function tellFailure(error: unknown): void {
  const failure = String(error);
  if (failure !== lastFailure)
    process.stderr.write(`folding again fails, and is tried each second: ${failure}\n`);
  lastFailure = failure;
}

/** A disk that can't take it now may take it later: the marks stay, and so does the thread ([S31]). */
function fold(): void {
  isFolding = false;
  if (!sqlite.open) return;
  try {
    ledger.refoldSome();
  } catch (error) {
    tellFailure(error);
    isFolding = true;
    setTimeout(fold, RETRY_MS);
    return;
  }
  announce();
  foldLater();
}
