import type { Outcome } from "./act.ts";
import { refusedBundle, refusedOrder } from "./decide-scan.ts";
import { accept, type Decision, refuse, type Situation } from "./decision.ts";

/** What going to a subcontractor or coming back needs to know; no station. */
export type OutsideSituation = Pick<Situation, "state" | "names">;

/** Whether a bundle can go to a subcontractor ([U20]). */
export function decideDispatch(situation: Situation, partner: string): Decision {
  const { state, names, order } = situation;
  const anywhere = { ...situation, order: { state: order.state } };
  const refused = refusedOrder(anywhere, null) ?? refusedBundle(situation, null);
  if (refused !== null) return refused;
  const blanks = { code: names.codeOf(state.id), pieces: state.inProgress, partner };
  return accept("dispatch-accepted", null, blanks);
}

/** Whether pieces of a bundle can come back with a delivery slip. */
export function decideReturn(
  { state, names }: OutsideSituation,
  { slipId, outcome }: { readonly slipId: string; readonly outcome: Outcome },
): Decision {
  const code = names.codeOf(state.id);
  if (state.outside !== slipId) return refuse("return-not-outside", null, { code, slip: slipId });
  const pieces = outcome.good + outcome.rework + outcome.second + outcome.scrap;
  if (pieces > state.away) {
    return refuse("return-too-many", null, { code, pieces, away: state.away });
  }
  return pieces === state.away
    ? accept("return-accepted", null, { code, good: outcome.good })
    : accept("return-part-accepted", null, { code, away: state.away - pieces });
}
