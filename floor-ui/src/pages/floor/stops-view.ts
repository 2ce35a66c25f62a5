import type { Cause, StopScope } from "@trame/shared";
import type { StopRow } from "../../data/floor/rows.ts";
import type { FloorI18n } from "../../i18n/floor-words.ts";

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

/** The next stop of the same station, that one may be merged with; null when it is the last. */
export function nextAtStation(stop: StopRow, stops: readonly StopRow[]): StopRow | null {
  if (stop.to === null) return null;
  const later = stops.filter(
    ({ stationId, from }) => stationId === stop.stationId && from > stop.from,
  );
  return later.toSorted((a, b) => a.from - b.from)[0] ?? null;
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
