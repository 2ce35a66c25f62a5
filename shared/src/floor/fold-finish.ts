import { ancestorsOf } from "../orders/graph.ts";
import type { FinishAct, Outcome } from "./act.ts";
import type { ConflictCode } from "./bundle.ts";
import { beginWork, count, deduce, isUnjoined } from "./fold-open.ts";
import {
  complain,
  type Floor,
  inProgress,
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
  if (before?.status === "done") {
    const isElsewhere = before.stationId !== act.stationId;
    refuse(isElsewhere ? "done-twice" : "too-many", before.heldBy);
    return;
  }
  const { operation } = act;
  const isGoingOn = before?.status === "open" && !isUnjoined(floor, bundle, operation);
  if (isGoingOn && isOthers(bundle, before, act)) refuse("open-twice", before.heldBy);
  const work = isGoingOn ? before : beginWork(floor, bundle, { act, operation, isJoin: false });
  if (work === null) return;
  const isLast = operation === floor.last;
  const outcome = fitting(act.outcome, {
    pieces: leftOf(bundle, work),
    leaving: inProgress(bundle),
    isLast,
  });
  if (sumOf(outcome) < sumOf(act.outcome)) refuse("too-many");
  declare(bundle, { work, act, outcome });
  if (isLast) bundle.good += outcome.good;
  countFinish(floor, bundle, { act, outcome });
  bundle.defects.push(...act.defects);
  move(bundle, act.at);
  if (isLast && work.status === "done") closeOthers(floor, bundle, act.at);
}

/** Another station has it open and did not hand over; not told again when its own scan was a conflict. */
function isOthers({ conflicts }: RunningBundle, work: Work, act: FinishAct): boolean {
  if (act.stationId === null || work.stationId === act.stationId || work.isDeclared) return false;
  return !conflicts.some(({ code, key }) => code === "open-twice" && key === work.heldBy);
}

interface Room {
  readonly pieces: number;
  /** Pieces that can still leave. */
  readonly leaving: number;
  /** The good ones leave too. */
  readonly isLast: boolean;
}

/** What of an outcome there are pieces for. What was looked at closest goes first: scrap, second, rework, then good. */
function fitting(outcome: Outcome, { pieces, leaving, isLast }: Room): Outcome {
  const room = Math.min(pieces, leaving);
  const scrap = Math.min(outcome.scrap, room);
  const second = Math.min(outcome.second, room - scrap);
  const rework = Math.min(outcome.rework, room - scrap - second);
  const rest = (isLast ? room : pieces) - scrap - second - rework;
  return { scrap, second, rework, good: Math.min(outcome.good, rest) };
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

function countFinish(
  floor: Floor,
  bundle: RunningBundle,
  { act, outcome }: { act: FinishAct; outcome: Outcome },
): void {
  const { at, stationId, operation, origin, assignmentId } = act;
  if (stationId === null) return;
  const isScanned = floor.operations.get(operation)?.countedBy === "scan";
  const pieces = isScanned || act.isRepaired ? outcome.good : outcome.good - sumOf(outcome);
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
function closeOthers(floor: Floor, bundle: RunningBundle, at: number): void {
  for (const { code, status } of [...bundle.works.values()]) {
    if (status === "open") deduce(floor, bundle, { code, at });
  }
}

/** Pieces come back from repair: into the flow, or out where the last operation looked at the others already. */
function foldRepair(floor: Floor, bundle: RunningBundle, act: FinishAct): void {
  const refuse = (code: ConflictCode) => complain(bundle, { code, key: act.key, against: null });
  const last = floor.last === null ? undefined : bundle.works.get(floor.last);
  const isOutput = last !== undefined && act.operation === floor.last;
  if (last?.status === "done" && !isOutput) {
    refuse("elsewhere");
    return;
  }
  const room = { pieces: bundle.rework, leaving: bundle.rework, isLast: isOutput };
  const outcome = fitting({ ...act.outcome, rework: 0 }, room);
  if (sumOf(outcome) < sumOf(act.outcome)) refuse("too-many");
  bundle.rework -= sumOf(outcome);
  bundle.second += outcome.second;
  bundle.scrap += outcome.scrap;
  if (isOutput) bundle.good += outcome.good;
  else comeBack(bundle, { operation: act.operation, pieces: outcome.good });
  creditRepair(floor, bundle, { act, outcome });
  countFinish(floor, bundle, { act, outcome });
  bundle.defects.push(...act.defects);
  move(bundle, act.at);
}

/** What is open elsewhere has these pieces to do as well. */
function comeBack(
  bundle: RunningBundle,
  { operation, pieces }: { readonly operation: string; readonly pieces: number },
): void {
  for (const work of bundle.works.values()) {
    if (work.code !== operation && isAtWork(work)) work.pieces += pieces;
  }
}

function isAtWork({ status, isTruth }: Work): boolean {
  return status === "open" && !isTruth;
}

/** Each operation that sent pieces to repair gets its own back: first the one where they return, then in turn. */
function creditRepair(
  floor: Floor,
  bundle: RunningBundle,
  { act: { operation }, outcome }: { act: FinishAct; outcome: Outcome },
): void {
  const here = bundle.works.get(operation);
  const before = ancestorsOf(floor.routing.operations, operation);
  let { good } = outcome;
  let lost = outcome.second + outcome.scrap;
  for (const work of new Set([...(here === undefined ? [] : [here]), ...bundle.works.values()])) {
    const room = work.rework - work.returned;
    const kept = Math.min(good, room);
    const gone = Math.min(lost, room - kept);
    work.returned += kept + gone;
    good -= kept;
    lost -= gone;
    // Those that an operation at work gets back are counted by its own finish.
    if (work === here || !isAtWork(work)) work.repaired += kept;
    if (before.has(work.code)) passHere(here, kept);
  }
}

/** Pieces that an operation before sent to repair, and that come back at this one, have passed it too. */
function passHere(here: Work | undefined, pieces: number): void {
  if (here === undefined || here.status === "deduced") return;
  here.pieces += pieces;
  here.good += pieces;
}
