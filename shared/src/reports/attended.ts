import type { Span } from "../board/board.ts";
import { clipSpan } from "../calendar/spans.ts";
import { attendedMinutes } from "../formulas/efficiency.ts";
import { type Moment, workedMinutes } from "../formulas/working-time.ts";
import { type PlanStretch, planLineOf, planStationOf } from "./day-plans.ts";

/** People were at a station, for as long as their number was the same; not who. */
export interface Presence extends Span {
  readonly stationId: string;
  /** How many, at least 1. */
  readonly heads: number;
}

/**
 * Minutes de présence of a line on a day until now: each plan's operators over the working minutes that passed
 * while it was in force ([X2]).
 */
export function attendedByPlans(
  lineId: string,
  stretches: readonly PlanStretch[],
  { now, windows }: Moment,
): number {
  return stretches.reduce((sum, { plan, from, to }) => {
    const worked = workedMinutes(windows, { from, to: Math.min(to, now) });
    return sum + attendedMinutes(planLineOf(plan, lineId)?.operators ?? 0, worked);
  }, 0);
}

/**
 * Minutes de présence of a line on a day until now by its badges: from badge in to badge out, breaks removed, of everybody who
 * was at one of its stations ([X8]). null while nobody has badged in on the line that day.
 */
export function attendedByBadges(
  lineId: string,
  { presences, stretches }: { presences: readonly Presence[]; stretches: readonly PlanStretch[] },
  { now, windows }: Moment,
): number | null {
  const there = stretches.flatMap(({ plan, from, to }) =>
    presences
      .filter(({ stationId }) => planStationOf(plan, lineId, stationId) !== undefined)
      .flatMap(({ heads, ...span }) => {
        const part = clipSpan(span, { from, to: Math.min(to, now) });
        return part === null ? [] : [{ ...part, heads }];
      }),
  );
  if (there.length === 0) return null;
  return there.reduce((sum, { heads, ...span }) => sum + heads * workedMinutes(windows, span), 0);
}
