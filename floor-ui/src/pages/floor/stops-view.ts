import { type Cause, type Span, type StopScope, workedMinutes } from "@trame/shared";
import type { StopRow } from "../../data/floor/rows.ts";
import type { FloorI18n } from "../../i18n/floor-words.ts";

const MINUTE_MS = 60_000;

/** A name for a stop as long as the page shows it. */
export function stopId({ stationId, from }: Pick<StopRow, "stationId" | "from">): string {
  return `stop ${stationId} ${from}`;
}

/** Whether a name is one of a stop. */
export function isStopId(name: string): boolean {
  return name.startsWith("stop ");
}

/** « 10 h 12 – 10 h 20 », or « 10 h 12 – en cours ». */
export function spanText({ from, to }: Pick<StopRow, "from" | "to">, i18n: FloorI18n): string {
  const end = to === null ? i18n.t.floorStops.goesOn : i18n.time(to);
  return i18n.t.floorStops.span(i18n.time(from), end);
}

/** Those that nobody explained yet, the latest first ([FL7]). */
export function toExplain(stops: readonly StopRow[]): readonly StopRow[] {
  return stops.filter(({ needsCause }) => needsCause).toSorted((a, b) => b.from - a.from);
}

/** As many as fit beside « Autre… », which opens the whole list. */
const BUTTONS = 5;

/** Causes on buttons of their own; the rest are behind « Autre… ». */
export function causeButtons(causes: readonly Cause[]): {
  readonly first: readonly Cause[];
  readonly hasMore: boolean;
} {
  const hasMore = causes.length > BUTTONS + 1;
  return { first: hasMore ? causes.slice(0, BUTTONS) : causes, hasMore };
}

/** Further apart than this, in working minutes, two stops are two. */
const MERGED_WITHIN_MINUTES = 15;

/** The stop that follows at the station, and what would become stop with it. */
export interface NextStop {
  readonly stop: StopRow;
  /** Working minutes between the two, as the times shown tell them. */
  readonly between: number;
}

/** The stop that one may be merged with: the very next of its station, soon after, and neither of them support ([FL20]); null where there is none. */
export function nextAtStation(
  stop: StopRow,
  { stops, windows }: { readonly stops: readonly StopRow[]; readonly windows: readonly Span[] },
): NextStop | null {
  const { stationId, to } = stop;
  if (to === null) return null;
  const next = worthARow(stops)
    .filter((each) => each.stationId === stationId && each.from > stop.from)
    .toSorted((a, b) => a.from - b.from)[0];
  if (next === undefined || isSupport(stop) || isSupport(next)) return null;
  const span = { from: minuteOf(to), to: Math.max(minuteOf(next.from), minuteOf(to)) };
  const between = Math.round(workedMinutes(windows, span));
  return between <= MERGED_WITHIN_MINUTES ? { stop: next, between } : null;
}

function isSupport(stop: StopRow): boolean {
  return stop.state === "support" || stop.class === "support";
}

/** A stop that is over before a minute says nothing ([FL21]). */
export function worthARow(stops: readonly StopRow[]): readonly StopRow[] {
  return stops.filter(({ to, minutes, needsCause }) => to === null || needsCause || minutes >= 1);
}

/** How long a stop was, ms: as the times beside it tell, unless a break lies between ([FL21]). */
export function shownLength({ from, to, minutes }: StopRow): number {
  if (to === null) return minutes * MINUTE_MS;
  const hasBreak = (to - from) / MINUTE_MS - minutes >= 1;
  return hasBreak ? Math.round(minutes) * MINUTE_MS : minuteOf(to) - minuteOf(from);
}

/** The minute that a clock shows, UTC ms. */
function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** What holds where a stop was: what others said of that station and time ([FL9]). */
export function heldThere(stop: StopRow, stops: readonly StopRow[]): readonly StopRow[] {
  return stops.filter(
    ({ stationId, from, to, cause }) =>
      cause !== null &&
      stationId === stop.stationId &&
      from < (stop.to ?? Infinity) &&
      stop.from < (to ?? Infinity),
  );
}

/** Where a word about a stop holds, as a field's value: `S03`, `line L1`, `workshop`. */
export function parseScope(value: string): StopScope {
  if (value === "workshop") return { workshop: true };
  return value.startsWith("line ") ? { lineId: value.slice("line ".length) } : { stationId: value };
}

/** A span that can be noted: begun, and ended after it began. */
export function isSpan(from: number | null, to: number | null, now: number): from is number {
  return from !== null && from <= now && (to === null || to > from);
}
