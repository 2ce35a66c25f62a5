import { ancestorsOf } from "../orders/graph.ts";
import type { FinishAct, Outcome } from "./act.ts";
import type { ConflictCode } from "./bundle.ts";
import { fitting } from "./fitting.ts";
import { count } from "./fold-open.ts";
import { tell } from "./fold-outcomes.ts";
import {
  complain,
  type Floor,
  move,
  type RunningBundle,
  sumOf,
  type Work,
} from "./running-bundle.ts";

/** Pieces come back from repair: into the flow, or out where the last operation looked at the others already ([U13]). */
export function foldRepair(floor: Floor, bundle: RunningBundle, act: FinishAct): void {
  const refuse = (code: ConflictCode) => complain(bundle, { code, key: act.key, against: null });
  if (bundle.outside !== null) {
    // They did not go with it, and wait until it is back.
    complain(bundle, { code: "not-here", key: act.key, against: bundle.outside.key });
    return;
  }
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
  const { second, scrap } = outcome;
  tell(floor, bundle, {
    ...{ act, operation: act.operation, second, scrap },
    repaired: sumOf(outcome),
  });
  const unknown = credit(floor, bundle, { act, outcome });
  if (isOutput) passHere(floor, bundle, { act, pieces: unknown });
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

/**
 * Each operation that sent pieces to repair gets its own back: first the one where they return, then in turn. Answers the good
 * ones that none had sent: a subcontractor did.
 */
function credit(
  floor: Floor,
  bundle: RunningBundle,
  { act, outcome }: { readonly act: FinishAct; readonly outcome: Outcome },
): number {
  const here = bundle.works.get(act.operation);
  const before = ancestorsOf(floor.routing.operations, act.operation);
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
    if (work !== here && isAtWork(work)) continue;
    work.repaired += kept;
    const passes = work !== here && before.has(work.code) && isWorked(here);
    if (passes) passHere(floor, bundle, { act, pieces: kept });
    else tally(floor, bundle, { act, operation: work.code, pieces: kept });
  }
  return good;
}

function isWorked(here: Work | undefined): boolean {
  return here !== undefined && here.status !== "deduced";
}

/** Pieces that an operation before sent to repair, and that come back at this one, have passed it too. */
function passHere(
  floor: Floor,
  bundle: RunningBundle,
  { act, pieces }: { readonly act: FinishAct; readonly pieces: number },
): void {
  const here = bundle.works.get(act.operation);
  if (here === undefined) return;
  here.pieces += pieces;
  here.good += pieces;
  tally(floor, bundle, { act, operation: act.operation, pieces });
}

/** Good pieces, at the station where they came back, of the operation that they have now passed. */
function tally(
  floor: Floor,
  bundle: RunningBundle,
  { act, operation, pieces }: { act: FinishAct; operation: string; pieces: number },
): void {
  const { at, stationId, origin, assignmentId } = act;
  if (stationId === null) {
    tell(floor, bundle, { act, operation, good: pieces });
    return;
  }
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
