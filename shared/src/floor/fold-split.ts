import type { SplitAct } from "./act.ts";
import type { ConflictCode } from "./bundle.ts";
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

/** A bundle that goes on as two. */
export interface Splitting {
  readonly parent: RunningBundle;
  readonly child: RunningBundle;
}

/**
 * Some pieces go on under a ticket of their own. At an open operation these are finished ones, when there are enough of them,
 * or else some that it has not reached ([U15]).
 */
export function foldSplit(floor: Floor, { parent, child }: Splitting, act: SplitAct): void {
  const joins = ({ code }: Work) => (floor.operations.get(code)?.joins ?? []).length > 0;
  const work = currentWork(parent);
  const parting = partingOf(shareOf(parent, work), act.pieces);
  tellMisfits(parent, act, parting);
  child.isBorn = true;
  child.pieces = parting.pieces;
  child.part = parent.part;
  for (const each of parent.works.values()) {
    const isOpen = each.status === "open" && !each.isTruth;
    const isReached = !isOpen || (each === work && parting.areFinished);
    if (isReached) child.works.set(each.code, inherited(each, parting.pieces));
    // Parts that came together are together under both tickets.
    else if (joins(each)) child.works.set(each.code, untouched(each, parting.pieces));
  }
  parent.splitOut += parting.pieces;
  if (work !== null) part(parent, { work, act, parting });
  move(parent, act.at);
  move(child, act.at);
}

interface Parting {
  readonly pieces: number;
  /** The operation that is open is done to them. */
  readonly areFinished: boolean;
}

/** Never some of each: nobody could say afterwards what was done to them. */
function partingOf({ finished, unreached }: Share, wanted: number): Parting {
  if (wanted <= finished) return { pieces: wanted, areFinished: true };
  if (wanted <= unreached) return { pieces: wanted, areFinished: false };
  return { pieces: Math.max(finished, unreached), areFinished: finished > unreached };
}

function tellMisfits(parent: RunningBundle, act: SplitAct, { pieces }: Parting): void {
  const refuse = (code: ConflictCode, against: string | null) =>
    complain(parent, { code, key: act.key, against });
  if (parent.outside !== null) refuse("not-here", parent.outside.key);
  else if (pieces === 0) refuse("not-here", parent.joinedBy);
  else if (pieces < act.pieces) refuse("too-many", null);
}

/** Pieces that a bundle can give away without a doubt about what was done to them. */
export interface Share {
  /** Good ones of the operation that is open. */
  readonly finished: number;
  /** Those that it has not reached; all of them when none is open. */
  readonly unreached: number;
}

function shareOf(parent: RunningBundle, work: Work | null): Share {
  if (work === null) return { finished: 0, unreached: inProgress(parent) };
  const unreached = leftOf(parent, work);
  const finished = Math.min(work.good - work.takenGood, inProgress(parent) - unreached);
  return { finished: Math.max(0, finished), unreached };
}

/** The operation that was begun and not ended; not one whose pieces have all gone on already. */
function currentWork(bundle: RunningBundle): Work | null {
  const begun = [...bundle.works.values()].filter(
    ({ status, isTruth }) => status === "open" && !isTruth,
  );
  return begun.find(({ code }) => code === bundle.open) ?? begun.at(-1) ?? null;
}

function part(
  parent: RunningBundle,
  { work, act, parting }: { work: Work; act: SplitAct; parting: Parting },
): void {
  if (parting.areFinished) {
    work.takenGood += parting.pieces;
    return;
  }
  work.pieces -= parting.pieces;
  if (sumOf(work) < work.pieces) return;
  work.status = "done";
  work.finishedAt = act.at;
  if (parent.open === work.code) parent.open = null;
}

function inherited(work: Work, pieces: number): Work {
  const isDeduced = work.status === "deduced" || work.isTruth;
  return {
    ...work,
    status: isDeduced ? "deduced" : "done",
    pieces,
    good: pieces,
    rework: 0,
    second: 0,
    scrap: 0,
    repaired: 0,
    isInherited: true,
    isDeclared: true,
    takenGood: 0,
    returned: 0,
    isTruth: false,
    deducedGood: isDeduced ? Math.min(pieces, work.deducedGood) : 0,
    deducedTally: null,
    source: isDeduced ? work : null,
  };
}

/** Begun, and nothing done yet: whoever scans it next goes on with it. */
function untouched(work: Work, pieces: number): Work {
  return {
    ...inherited(work, pieces),
    status: "open",
    good: 0,
    openedAt: null,
    scanKey: null,
    isInherited: false,
    deducedGood: 0,
    source: null,
  };
}
