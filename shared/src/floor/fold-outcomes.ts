import type { ActHead } from "./act.ts";
import type { OutcomeChange } from "./bundle.ts";
import type { Floor, RunningBundle } from "./running-bundle.ts";

/** What an act says of some pieces of an operation; what it does not name is 0. */
export interface Telling
  extends Partial<Pick<OutcomeChange, "good" | "rework" | "second" | "scrap" | "repaired">> {
  readonly act: ActHead;
  readonly operation: string | null;
}

/** Keeps what became of pieces, when and where; nothing when there are none. */
export function tell(
  { outcomes }: Floor,
  { sheet }: RunningBundle,
  { act, operation, ...pieces }: Telling,
): OutcomeChange | null {
  const { good = 0, rework = 0, second = 0, scrap = 0, repaired = 0 } = pieces;
  if (good + rework + second + scrap + repaired === 0) return null;
  const { at, stationId, origin } = act;
  const where = { at, stationId, operation, bundleId: sheet.id, origin };
  const change = { ...where, good, rework, second, scrap, repaired };
  outcomes.push(change);
  return change;
}
