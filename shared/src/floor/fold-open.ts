import { ancestorsOf } from "../orders/graph.ts";
import type { ActHead } from "./act.ts";
import type { ConflictCode, Tally } from "./bundle.ts";
import { type Reach, reach, waitsForJoin } from "./reach.ts";
import {
  complain,
  deducedOf,
  doneTo,
  type Floor,
  inProgress,
  leftOf,
  move,
  type RunningBundle,
  type Work,
} from "./running-bundle.ts";

/** An act at an operation of a bundle. */
export interface Beginning {
  readonly act: ActHead;
  readonly operation: string;
  /** The parts came together by this very act. */
  readonly isJoin: boolean;
}

/**
 * Begins an operation on a bundle, or goes on with it, and takes for done what comes before. Answers null, with a conflict,
 * when the bundle does not pass it or its parts have not come together.
 */
export function beginWork(floor: Floor, bundle: RunningBundle, beginning: Beginning): Work | null {
  const { act, operation } = beginning;
  const refuse = (code: ConflictCode, against: string | null = null) =>
    complain(bundle, { code, key: act.key, against });
  // The bundle went on since, joined perhaps: nothing but its own pieces matters to the truth.
  const isTruth = bundle.works.get(operation)?.status === "deduced";
  if (isTruth) return take(floor, bundle, beginning);
  const reached = reachOf(floor, bundle, operation);
  const impossible = whyNot(floor, bundle, { ...beginning, passes: reached.passes });
  if (impossible !== null) {
    refuse(impossible, impossible === "not-here" ? bundle.joinedBy : null);
    return null;
  }
  if (bundle.outside !== null) refuse("not-here", bundle.outside.key);
  const isSkipping = reached.missing.length > floor.options.deduceLimit;
  if (isSkipping || reached.joins.length > 0) refuse("not-yet");
  for (const code of reached.missing) deduce(floor, bundle, { code, by: act });
  const other = openElsewhere(bundle, act);
  if (other !== null) refuse("open-twice", other.heldBy);
  return take(floor, bundle, beginning);
}

/** Nothing can happen to the bundle at the operation: it does not pass it, lacks parts, or is gone. */
function whyNot(
  floor: Floor,
  bundle: RunningBundle,
  { operation, isJoin, passes }: Beginning & Pick<Reach, "passes">,
): ConflictCode | null {
  const isGone = inProgress(bundle) === 0 && bundle.rework === 0;
  if (isGone && !bundle.works.has(operation)) return "not-here";
  if (passes === "no") return "elsewhere";
  const lacksParts = !isJoin && isUnjoined(floor, bundle, operation);
  return passes === "ahead" || lacksParts ? "not-yet" : null;
}

/** What an operation would ask of a bundle as it is. */
export function reachOf({ routing }: Floor, bundle: RunningBundle, operation: string): Reach {
  const begun = new Set(bundle.works.keys());
  return reach(routing, { part: bundle.part, done: doneTo(bundle), begun }, operation);
}

/** Parts come together at the operation, and have not. */
export function isUnjoined({ routing }: Floor, bundle: RunningBundle, operation: string): boolean {
  return waitsForJoin(routing, new Set(bundle.works.keys()), operation);
}

/** Another station has the bundle open and has not said what it did. */
function openElsewhere(bundle: RunningBundle, act: ActHead): Work | null {
  const open = bundle.open === null ? undefined : bundle.works.get(bundle.open);
  if (open === undefined || open.stationId === act.stationId || act.stationId === null) return null;
  return open.isDeclared ? null : open;
}

/** Takes an operation for done: all that nobody declared is good. */
export function deduce(
  floor: Floor,
  bundle: RunningBundle,
  { code, by: { key, at } }: { readonly code: string; readonly by: ActHead },
): void {
  const stationId = floor.options.stationOf(code, at);
  const work = bundle.works.get(code) ?? newWork(code, { pieces: inProgress(bundle), stationId });
  bundle.works.set(code, work);
  const good = work.isTruth
    ? work.pieces - work.good - work.rework - work.second - work.scrap
    : leftOf(bundle, work);
  work.good += good;
  work.deducedGood = good;
  work.status = "deduced";
  work.heldBy = key;
  work.finishedAt = at;
  if (bundle.open === code) bundle.open = null;
  if (work.stationId === null) return;
  const place = { operation: code, stationId: work.stationId, at };
  if (isCountedByMachine(floor, place)) return;
  work.deducedTally = count(floor, {
    at,
    stationId: work.stationId,
    operation: code,
    bundleId: bundle.sheet.id,
    pieces: good,
    origin: "deduced",
    assignmentId: work.assignmentId,
  });
}

/** A machine counts an operation where the routing says so and the station has a counter; elsewhere what is declared counts. */
export function isCountedByMachine(
  { operations, options }: Floor,
  place: { readonly operation: string; readonly stationId: string; readonly at: number },
): boolean {
  const isMeant = operations.get(place.operation)?.countedBy !== "scan";
  return isMeant && options.hasCounter(place.stationId, place.at);
}

/** Adds pieces to a station's count; nothing when there are none. */
export function count({ tallies }: Floor, tally: Tally): Tally | null {
  if (tally.pieces === 0) return null;
  tallies.add(tally);
  return tally;
}

function take(floor: Floor, bundle: RunningBundle, { act, operation }: Beginning): Work {
  const work =
    bundle.works.get(operation) ??
    newWork(operation, { pieces: inProgress(bundle), stationId: act.stationId });
  bundle.works.set(operation, work);
  const isFurther = work.status === "deduced";
  if (isFurther) withdraw(floor, work);
  const isSame = work.openedAt !== null && work.stationId === act.stationId && !isFurther;
  work.status = "open";
  work.finishedAt = null;
  if (!isSame) {
    work.stationId = act.stationId;
    work.assignmentId = act.assignmentId;
    work.openedAt = act.at;
    work.isDeclared = false;
    work.heldBy = act.key;
    work.scanKey = act.key;
  }
  if (!isFurther || bundle.open === null) bundle.open = operation;
  move(bundle, act.at);
  return work;
}

/** The truth comes: what was deduced counts no more. */
function withdraw({ tallies }: Floor, work: Work): void {
  const pieces = deducedOf(work);
  takeOff(tallies, work, pieces);
  // Pieces that came under this ticket by a split were deduced, and counted, where they came from.
  for (let { source } = work; source !== null; source = source.source) {
    takeOff(tallies, source, pieces);
    source.pieces -= pieces;
  }
  if (work.isInherited) Object.assign(work, { pieces, good: 0, deducedGood: 0 });
  work.isTruth = true;
  work.isInherited = false;
  work.source = null;
}

/** Pieces that left by the truth about an operation had not passed those after it that were only deduced. */
export function withdrawLater(
  { tallies, routing }: Floor,
  bundle: RunningBundle,
  { by, pieces }: { readonly by: Work; readonly pieces: number },
): void {
  if (pieces === 0) return;
  for (const work of bundle.works.values()) {
    if (work.status !== "deduced") continue;
    if (!ancestorsOf(routing.operations, work.code).has(by.code)) continue;
    const gone = Math.min(pieces, deducedOf(work));
    for (let each: Work | null = work; each !== null; each = each.source) {
      takeOff(tallies, each, gone);
      each.pieces -= gone;
    }
  }
}

function takeOff(tallies: Set<Tally>, work: Work, pieces: number): void {
  work.good -= pieces;
  work.deducedGood -= pieces;
  const tally = work.deducedTally;
  if (tally === null) return;
  tallies.delete(tally);
  work.deducedTally = tally.pieces > pieces ? { ...tally, pieces: tally.pieces - pieces } : null;
  if (work.deducedTally !== null) tallies.add(work.deducedTally);
}

/** An operation that begins. */
export function newWork(
  code: string,
  { pieces, stationId }: { readonly pieces: number; readonly stationId: string | null },
): Work {
  return {
    code,
    status: "open",
    stationId,
    assignmentId: null,
    openedAt: null,
    finishedAt: null,
    pieces,
    good: 0,
    rework: 0,
    second: 0,
    scrap: 0,
    repaired: 0,
    isInherited: false,
    scanKey: null,
    heldBy: "",
    isDeclared: false,
    takenGood: 0,
    returned: 0,
    isTruth: false,
    deducedGood: 0,
    deducedTally: null,
    source: null,
  };
}
