import type { BundleRow } from "../../data/desk/rows.ts";

/** Where a bundle is. */
export type BundlePlace = "open" | "outside" | "repair" | "joined" | "out" | "waiting";

export function placeOf({ state, openAt, isOutside }: BundleRow): BundlePlace {
  if (openAt !== null) return "open";
  if (isOutside) return "outside";
  if (state.joinedInto !== undefined && state.joinedInto !== null) return "joined";
  if (state.inProgress > 0) return "waiting";
  if (state.rework > 0) return "repair";
  return "out";
}
