import type { Errand } from "../../data/floor/errand.ts";
import { isStopId } from "./stops-view.ts";

/** What the strip says, the most urgent first: what was not taken, what waits, then the latest ([FL23]). */
export function inStrip(errands: readonly Errand[]): readonly Errand[] {
  return errands
    .filter(isForStrip)
    .toReversed()
    .toSorted((a, b) => urgency(a) - urgency(b));
}

function isForStrip({ state, hasRow, takeBack, about }: Errand): boolean {
  switch (state) {
    case "taken":
      // A stop's own row says so, and takes it back.
      return takeBack !== null && !(hasRow && isStopId(about));
    default:
      return !hasRow;
  }
}

function urgency({ state }: Errand): number {
  if (state === "failed" || state === "refused") return 0;
  return state === "waiting" ? 1 : 2;
}
