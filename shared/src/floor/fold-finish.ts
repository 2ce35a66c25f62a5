import type { FinishAct, Outcome } from "./act.ts";
import type { ConflictCode } from "./bundle.ts";
import { fitting } from "./fitting.ts";
import {
  beginWork,
  count,
  deduce,
  isCountedByMachine,
  isUnjoined,
  withdrawLater,
} from "./fold-open.ts";
import { tell } from "./fold-outcomes.ts";
import { foldRepair } from "./fold-repair.ts";
import {
  complain,
  type Floor,
  inProgress,
  isSettled,
  leftOf,
  move,
  type RunningBundle,
  sumOf,
  type Work,
} from "./running-bundle.ts";

/** Work on some or all of the pieces ended ([U10]), or they came back from repair ([U13]). */
export function foldFinish(floor: Floor, bundle: RunningBundle, act: FinishAct): void {
  if (act.isRepaired) foldRepair(floor, bundle, act);
  else foldWork(floor, bundle, act);
}

function foldWork(floor: Floor, bundle: RunningBundle, act: FinishAct): void {
  const refuse = (code: ConflictCode, against: string | null = null) =>
    complain(bundle, { code, key: act.key, against });
  const before = bundle.works.get(act.operation);
  if (before !== undefined && isSettled(before)) {
    const isElsewhere = before.stationId !== act.stationId;
    refuse(isElsewhere ? "done-twice" : "too-many", before.heldBy);
    return;
  }
  const work = workOf(floor, bundle, act);
  if (work === null) return;
  const isLast = work.code === floor.last;
  const outcome = fitting(act.outcome, {
    pieces: leftOf(bundle, work),
    leaving: inProgress(bundle),
    isLast,
  });
  if (sumOf(outcome) < sumOf(act.outcome)) refuse("too-many");
  declare(bundle, { work, act, outcome });
  const good = act.stationId === null ? outcome.good : 0;
  tell(floor, bundle, { act, operation: work.code, ...outcome, good });
  withdrawLater(floor, bundle, { by: work, pieces: sumOf(outcome) - outcome.good });
  if (isLast) bundle.good += outcome.good;
  countFinish(floor, bundle, { act, outcome });
  bundle.defects.push(...act.defects);
  move(bundle, act.at);
  if (isLast && work.status === "done") closeOthers(floor, bundle, act);
}

/** The operation that is finished; one that nobody scanned begins with its finish. */
function workOf(floor: Floor, bundle: RunningBundle, act: FinishAct): Work | null {
  const { key, operation } = act;
  const work = bundle.works.get(operation);
  if (work?.status !== "open" || isUnjoined(floor, bundle, operation)) {
    return beginWork(floor, bundle, { act, operation, isJoin: false });
  }
  if (isOthers(bundle, work, act)) {
    complain(bundle, { code: "open-twice", key, against: work.heldBy });
  }
  return work;
}

/** Another station has it open and did not hand over; not told again when its own scan was a conflict. */
function isOthers({ conflicts }: RunningBundle, work: Work, act: FinishAct): boolean {
  if (act.stationId === null || work.stationId === act.stationId || work.isDeclared) return false;
  return !conflicts.some(({ code, key }) => code === "open-twice" && key === work.heldBy);
}

function declare(
  bundle: RunningBundle,
  { work, act, outcome }: { work: Work; act: FinishAct; outcome: Outcome },
): void {
  work.good += outcome.good;
  for (const kind of ["rework", "second", "scrap"] as const) {
    work[kind] += outcome[kind];
    bundle[kind] += outcome[kind];
  }
  leave(bundle, work, sumOf(outcome) - outcome.good);
  work.isDeclared = true;
  work.stationId = act.stationId ?? work.stationId;
  work.assignmentId = act.assignmentId ?? work.assignmentId;
  if (sumOf(work) < work.pieces) return;
  work.status = "done";
  work.isTruth = false;
  work.finishedAt = act.at;
  work.heldBy = act.key;
  if (bundle.open === work.code) bundle.open = null;
}

/** What left by the truth about an operation before does not reach the one that is worked on. */
function leave(bundle: RunningBundle, by: Work, pieces: number): void {
  for (const work of bundle.works.values()) {
    if (work === by || work.status !== "open" || work.isTruth) continue;
    work.pieces -= Math.min(pieces, work.pieces - sumOf(work));
    if (sumOf(work) === 0 || sumOf(work) < work.pieces) continue;
    work.status = "done";
    if (bundle.open === work.code) bundle.open = null;
  }
}

function countFinish(
  floor: Floor,
  bundle: RunningBundle,
  { act, outcome }: { act: FinishAct; outcome: Outcome },
): void {
  const { at, stationId, operation, origin, assignmentId } = act;
  if (stationId === null) return;
  const isMachine = isCountedByMachine(floor, { operation, stationId, at });
  const pieces = isMachine ? outcome.good - sumOf(outcome) : outcome.good;
  count(floor, {
    at,
    stationId,
    operation,
    bundleId: bundle.sheet.id,
    pieces,
    origin,
    assignmentId,
  });
}

/** Once the last operation is done nothing before it is still open. */
function closeOthers(floor: Floor, bundle: RunningBundle, by: FinishAct): void {
  for (const { code, status } of [...bundle.works.values()]) {
    if (status === "open") deduce(floor, bundle, { code, by });
  }
}
