import { endsOf } from "../orders/graph.ts";
import type { Outcome } from "./act.ts";
import type { BundleState, OperationState } from "./bundle.ts";
import { refusedOrder } from "./decide-scan.ts";
import { accept, type Decision, labelOf, operationIn, refuse, type Situation } from "./decision.ts";

/** What a finish says. */
export interface FinishRequested {
  /** Code; the one that is open when not given. */
  readonly operation?: string;
  readonly outcome: Outcome;
  readonly isRepaired: boolean;
}

/** What a finish comes to ([U10], [U11], [U13]): the operation that it ends, or what is wrong. Nothing declared is allowed: the bundle is let go. */
export function decideFinish(situation: Situation, finish: FinishRequested): Decision {
  return finish.isRepaired ? decideRepair(situation, finish) : decideWork(situation, finish);
}

/** Pieces of an operation of a bundle that nobody has declared yet. */
export function leftToFinish(
  { inProgress }: Pick<BundleState, "inProgress">,
  work: OperationState,
): number {
  const left = work.pieces - total(work);
  return Math.max(0, work.isTruth ? left : Math.min(left, inProgress));
}

function decideWork(situation: Situation, finish: FinishRequested): Decision {
  const { routing, state, station, names } = situation;
  const code = names.codeOf(state.id);
  const operation = finish.operation ?? state.open;
  const refused = refusedOrder(situation, operation);
  if (refused !== null) return refused;
  const work = operationIn(state, operation);
  if (operation === null || work === undefined || work.status !== "open") {
    return refuse("finish-nothing-open", operation ?? station.operations[0] ?? null, { code });
  }
  if (work.stationId !== null && work.stationId !== station.id) {
    const blanks = { code, station: names.stationName(work.stationId) };
    return refuse("finish-open-elsewhere", operation, blanks);
  }
  const { good } = finish.outcome;
  const declared = total(finish.outcome);
  const isLast = operation === lastOf(situation);
  // Of a truth that comes late the good pieces may be out; those that leave must be here.
  const leaving = isLast ? declared : declared - good;
  const missing = Math.max(0, leaving - state.inProgress);
  const left = missing > 0 ? declared - missing : leftToFinish(state, work);
  const label = labelOf(routing, operation);
  if (declared > left) return refuse("finish-too-many", operation, { code, declared, left });
  return declared === left
    ? accept("finish-accepted", operation, { code, operation: label, good })
    : accept("finish-part-accepted", operation, { code, operation: label, left: left - declared });
}

function decideRepair(situation: Situation, { outcome, ...finish }: FinishRequested): Decision {
  const { routing, state, names } = situation;
  const code = names.codeOf(state.id);
  const last = lastOf(situation);
  const isAtEnd = operationIn(state, last)?.status === "done";
  const operation = finish.operation ?? repairedAt(situation, isAtEnd ? last : state.open);
  const refused = refusedOrder(situation, operation);
  if (refused !== null) return refused;
  if (state.outside !== null) {
    const partner = names.partnerOf(state.outside);
    return refuse("scan-outside", operation, { code, partner });
  }
  if (operation === null || (isAtEnd && operation !== last)) {
    const label = labelOf(routing, last ?? "");
    return refuse("finish-repair-elsewhere", operation, { code, operation: label });
  }
  const declared = total(outcome);
  if (outcome.rework > 0 || declared > state.rework) {
    return refuse("finish-repair-too-many", operation, { code, declared, left: state.rework });
  }
  return accept("finish-repair-accepted", operation, { code, good: outcome.good });
}

function lastOf({ routing }: Situation): string | null {
  return endsOf(routing.operations).at(-1)?.code ?? null;
}

/** The operation of the station at which repaired pieces come back: the one where the bundle is, or else the last it does. */
function repairedAt(
  { station, state }: Pick<Situation, "station" | "state">,
  wanted: string | null,
): string | null {
  if (wanted !== null && station.operations.includes(wanted)) return wanted;
  const begun = station.operations.filter((code) => operationIn(state, code) !== undefined);
  return begun.at(-1) ?? station.operations.at(-1) ?? null;
}

function total({ good, rework, second, scrap }: Outcome): number {
  return good + rework + second + scrap;
}
