import type { BundleState } from "./bundle.ts";
import { leftToFinish } from "./decide-finish.ts";
import { refusedBundle, refusedOrder } from "./decide-scan.ts";
import { accept, type Decision, refuse, type Situation } from "./decision.ts";

/**
 * Whether so many pieces of a bundle can go on under a ticket of their own ([U15], [U16]). At an open operation these are all
 * finished ones, or all ones that it has not reached; one at least stays.
 */
export function decideSplit(situation: Situation, pieces: number): Decision {
  const { state, names } = situation;
  const refused = refusedOrder(situation, state.open) ?? refusedBundle(situation, state.open);
  if (refused !== null) return refused;
  const code = names.codeOf(state.id);
  const most = mostToSplit(state);
  if (most < 1) return refuse("split-nothing-left", state.open, { code });
  if (pieces > most) return refuse("split-too-many", state.open, { code, pieces, most });
  return accept("split-accepted", state.open, { code, pieces, left: state.inProgress - pieces });
}

/** How many pieces a split can take at most. */
export function mostToSplit(state: BundleState): number {
  const { inProgress } = state;
  const begun = state.operations.filter(({ status, isTruth }) => status === "open" && !isTruth);
  const work = begun.find(({ code }) => code === state.open) ?? begun.at(-1);
  if (work === undefined) return inProgress - 1;
  const unreached = leftToFinish(state, work);
  const finished = Math.min(work.good - work.takenGood, inProgress - unreached);
  return Math.min(inProgress - 1, Math.max(finished, unreached));
}
