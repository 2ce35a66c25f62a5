import type { StopRow } from "../../data/floor/rows.ts";
import { stopId } from "./stops-view.ts";

/** Stops at once on the page; the others wait behind a button that says how many they are ([FL17]). */
const SHOWN = 3;

type Test = (stop: StopRow) => boolean;

/** What was said about rows, and how it stands. */
interface Held {
  /** Something is under way on the row, or was just done: nothing moves. */
  readonly isLive: Test;
  /** Something is told on the row until somebody has read it: it stays. */
  readonly isKept: Test;
}

/**
 * The rows of the page, given those that it showed before: while something is done on one of them each stays in its place and
 * what is new comes below, so that no other row slides under a finger ([FL22]).
 */
export function keepPlaces(
  before: readonly StopRow[],
  now: readonly StopRow[],
  { isLive, isKept }: Held,
): readonly StopRow[] {
  const current = new Map(now.map((stop) => [stopId(stop), stop]));
  if (!before.some(isLive)) {
    const kept = before.filter((stop) => isKept(stop) && !current.has(stopId(stop)));
    return [...now, ...kept].toSorted((a, b) => b.from - a.from);
  }
  const known = new Set(before.map(stopId));
  return [
    ...before.map((stop) => current.get(stopId(stop)) ?? stop),
    ...now.filter((stop) => !known.has(stopId(stop))),
  ];
}

/** The first three that are open, and between them those that are answered. */
export function firstOpen(rows: readonly StopRow[], isOpen: Test): readonly StopRow[] {
  let open = 0;
  return rows.filter((stop) => {
    if (!isOpen(stop)) return true;
    open += 1;
    return open <= SHOWN;
  });
}
