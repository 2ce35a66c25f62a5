import type { BundleState, OperationState } from "./bundle.ts";
import { awayOf, inProgress, isSettled, type RunningBundle, type Work } from "./running-bundle.ts";

/** What tells how a bundle's state is shown. */
export interface Showing {
  /** Codes of the routing's operations in the order in which they are done. */
  readonly order: readonly string[];
  /** Keys whose conflict was read. */
  readonly kept: ReadonlySet<string>;
}

/** The bundle as it is after its last act. */
export function stateOf(bundle: RunningBundle, { order, kept }: Showing): BundleState {
  const { pieces, splitOut, absorbed, good, rework, second, scrap } = bundle;
  return {
    id: bundle.sheet.id,
    pieces,
    splitOut,
    absorbed,
    good,
    rework,
    second,
    scrap,
    inProgress: inProgress(bundle),
    operations: order.flatMap((code) => {
      const work = bundle.works.get(code);
      return work === undefined ? [] : [operationState(work)];
    }),
    open: bundle.open,
    part: bundle.part,
    joinedInto: bundle.joinedInto,
    outside: bundle.outside?.slipId ?? null,
    away: awayOf(bundle),
    movedAt: bundle.movedAt,
    outAt: bundle.outAt,
    defects: bundle.defects,
    conflicts: bundle.conflicts.filter(({ key }) => !kept.has(key)),
  };
}

function operationState(work: Work): OperationState {
  // Where the truth has come to the ticket that it was split from, it is done here too.
  const status = isSettled(work) ? "done" : work.status;
  const { code, stationId, assignmentId, openedAt, finishedAt, pieces } = work;
  const {
    good,
    rework,
    second,
    scrap,
    repaired,
    takenGood,
    isTruth,
    isInherited,
    scanKey,
    isDeclared,
  } = work;
  return {
    code,
    status,
    good,
    rework,
    second,
    scrap,
    stationId,
    assignmentId,
    openedAt,
    finishedAt,
    pieces,
    repaired,
    takenGood,
    isTruth,
    isInherited,
    scanKey,
    isDeclared,
  };
}
