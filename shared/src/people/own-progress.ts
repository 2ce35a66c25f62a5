/** A stretch of somebody's own work: pieces that they finished, and how long that took. */
export interface OwnWork {
  readonly day: number;
  /** Code of the routing, or as the plan names it. */
  readonly operation: string;
  readonly pieces: number;
  /** Working time without breaks and without stops of the station. */
  readonly minutes: number;
}

/** Somebody's own way with an operation. */
export interface OwnProgress {
  readonly operation: string;
  readonly daysWorked: number;
  /** Pieces an hour in their own first days; null while there are too few to compare. */
  readonly first: number | null;
  /** In their latest days. */
  readonly latest: number | null;
  /** `latest / first`; with nobody else's and with no target. */
  readonly ratio: number | null;
}

/** Days that are compared at each end. */
const COMPARED_DAYS = 3;
/** Work of less than this says nothing of a pace. */
const MINUTES_MIN = 10;

/**
 * What became of somebody's pace by operation, against their own first days alone: the sum of pieces over the sum of minutes of the first
 * three days on it and of the latest three, which never are the same days.
 */
export function ownProgress(works: readonly OwnWork[]): OwnProgress[] {
  const byOperation = Map.groupBy(works, ({ operation }) => operation);
  return [...byOperation]
    .map(([operation, own]) => progressOn(operation, daysOf(own)))
    .filter(({ daysWorked }) => daysWorked > 0)
    .toSorted((a, b) => b.daysWorked - a.daysWorked || (a.operation < b.operation ? -1 : 1));
}

function progressOn(operation: string, days: readonly OwnWork[]): OwnProgress {
  const daysWorked = days.length;
  if (daysWorked < 2 * COMPARED_DAYS)
    return { operation, daysWorked, first: null, latest: null, ratio: null };
  const first = paceOf(days.slice(0, COMPARED_DAYS));
  const latest = paceOf(days.slice(-COMPARED_DAYS));
  return { operation, daysWorked, first, latest, ratio: first > 0 ? latest / first : null };
}

/** One entry a day, ascending; days with next to no work are none. */
function daysOf(works: readonly OwnWork[]): OwnWork[] {
  return [...Map.groupBy(works, ({ day }) => day)]
    .map(([day, own]) => ({
      day,
      operation: own[0]?.operation ?? "",
      pieces: sum(own.map(({ pieces }) => pieces)),
      minutes: sum(own.map(({ minutes }) => minutes)),
    }))
    .filter(({ minutes }) => minutes >= MINUTES_MIN)
    .toSorted((a, b) => a.day - b.day);
}

function paceOf(days: readonly OwnWork[]): number {
  const minutes = sum(days.map((day) => day.minutes));
  return (60 * sum(days.map(({ pieces }) => pieces))) / minutes;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
