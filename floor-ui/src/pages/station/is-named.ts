import type { StationView } from "@trame/shared";

/**
 * Whether a pseudonym may stand on the station's screen: in the mode `team`, without « Ma journée », none does beside the count of a
 * bundle ([PR4]). The pictogram tells who acts, and « Changer » who is here.
 */
export function isNamed(view: Pick<StationView, "open" | "ownProgress" | "myDay"> | null): boolean {
  if (view === null || view.open.length === 0) return true;
  return view.ownProgress === true || view.myDay === true;
}
