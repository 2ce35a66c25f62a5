import type { Span, Timeline, WorkPattern } from "@trame/shared";
import { presenceSpans } from "../floor/presence.ts";

/** A badge that a reader read, once nobody is to know whose it was: what the log holds instead of it. */
export const FORGOTTEN_BADGE = "badge";

/** An assignment with the hours of whose it is: the only thing that tells a person's stay. */
export interface Stay {
  readonly id: string;
  readonly operatorId: string;
  readonly stationId: string;
  /** UTC ms. */
  readonly from: number;
  /** UTC ms; null when nobody said that it ended. */
  readonly to: number | null;
  /** JSON of their own hours; null when they work all hours, or are known no longer. */
  readonly pattern: string | null;
}

/** Of `assignments a LEFT JOIN operators o`, as a {@link Stay}. */
export const STAY_COLUMNS = `a.id, a.operator_id AS operatorId, a.station_id AS stationId, a.from_ms AS "from", a.to_ms AS "to",
  o.body ->> '$.pattern' AS pattern`;

/** From a moment on so many people more were at a station than before. */
export interface HeadChange {
  readonly stationId: string;
  /** UTC ms. */
  readonly at: number;
  readonly change: number;
}

/** What a stay changes of the number of people at its station. */
export function headChangesOf(
  { stationId, from, to, pattern }: Omit<Stay, "id" | "operatorId">,
  timeline: Timeline,
): HeadChange[] {
  const spans: Span[] = presenceSpans(timeline, { from, pattern: parsePattern(pattern) }, to);
  return spans
    .filter((span) => span.from < span.to)
    .flatMap((span) => [
      { stationId, at: span.from, change: 1 },
      { stationId, at: span.to, change: -1 },
    ]);
}

/** Of an operator, checked before it was stored. */
function parsePattern(text: string | null): WorkPattern | undefined {
  return text === null ? undefined : JSON.parse(text);
}
