import type { HourOf } from "./hours.ts";
import type { StationTruth } from "./truth.ts";

/** Pieces of each station by clock hour, as a server counts them; the hour is its start in UTC ms. */
export type CountedHours = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Where a server says something that cannot be. */
export interface Difference {
  readonly station: string;
  /** Counted from the beginning up to this moment; null: in all. */
  readonly until: number | null;
  /** What the truth allows, at least and at most. */
  readonly sewn: readonly [number, number];
  readonly counted: number;
}

export interface Comparison {
  readonly truths: readonly StationTruth[];
  /** What the server counted since the beginning. */
  readonly counted: CountedHours;
  /** Clock hours of the workshop's zone. */
  readonly hourOf: HourOf;
  /** False: totals only, as at another speed, where hours mean nothing. */
  readonly isPerHour: boolean;
  /**
   * A server dates a piece by the message that brought it, so a piece this close to the hour may be found on its other side. ms
   */
  readonly toleranceMs: number;
}

const HOUR_MS = 3_600_000;

/** The differences between truth and server, none when each station agrees in all and at the end of each hour. */
export function findDifferences(comparison: Comparison): Difference[] {
  return comparison.truths.flatMap((truth) => {
    const hours = comparison.counted.get(truth.station) ?? new Map<number, number>();
    const edges =
      comparison.isPerHour && truth.blurred === 0 ? edgesOf(truth, hours, comparison.hourOf) : [];
    return [...edges, null].flatMap((until) => {
      const sewn = allowed(truth, until, comparison.toleranceMs);
      const counted = countUntil(hours, until);
      const isPossible = sewn[0] <= counted && counted <= sewn[1];
      return isPossible ? [] : [{ station: truth.station, until, sewn, counted }];
    });
  });
}

/** A difference as a sentence for people. */
export function formatDifference(difference: Difference, timeZone: string): string {
  const { station, until, sewn, counted } = difference;
  const when = until === null ? "au total" : `jusqu'à ${formatClock(until, timeZone)}`;
  const [least, most] = sewn;
  const truth = least === most ? `${least}` : `entre ${least} et ${most}`;
  return `${station}, ${when} : ${counted} pièces comptées, ${truth} cousues`;
}

/** The ends of all hours that hold pieces on either side. */
function edgesOf(
  truth: StationTruth,
  hours: ReadonlyMap<number, number>,
  hourOf: HourOf,
): number[] {
  const starts = new Set(hours.keys());
  const words = truth.declared.map(({ at }) => at);
  for (const at of [...truth.kept, ...truth.unsure, ...words]) starts.add(hourOf(at));
  return [...starts].map((start) => start + HOUR_MS).sort((a, b) => a - b);
}

function allowed(truth: StationTruth, until: number | null, tolerance: number): [number, number] {
  const end = until ?? Number.POSITIVE_INFINITY;
  const before = (times: readonly number[], edge: number) => times.filter((at) => at < edge).length;
  const surely = before(truth.kept, end - tolerance);
  const possibly = before(truth.kept, end + tolerance) + before(truth.unsure, end + tolerance);
  const [least, most] = declaredAllowed(truth, end, tolerance);
  return [surely + least, possibly + most];
}

/** What was declared near the edge may lie on either side of it. */
function declaredAllowed({ declared }: StationTruth, end: number, tolerance: number) {
  let [least, most] = [0, 0];
  for (const { at, pieces } of declared) {
    const [isSurely, isPossibly] = [at < end - tolerance, at < end + tolerance];
    if (isSurely || (isPossibly && pieces < 0)) least += pieces;
    if (isSurely || (isPossibly && pieces > 0)) most += pieces;
  }
  return [least, most] as const;
}

function countUntil(hours: ReadonlyMap<number, number>, until: number | null): number {
  const end = until ?? Number.POSITIVE_INFINITY;
  return [...hours].reduce((sum, [hour, pieces]) => (hour < end ? sum + pieces : sum), 0);
}

function formatClock(at: number, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = { timeZone, hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat("fr", options).format(at);
}
