import { attendedMinutes, type Moment, workedMinutes } from "@trame/shared";
import { lineOf, type PlanStretch } from "./day-plans.ts";

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
    return sum + attendedMinutes(lineOf(plan, lineId)?.operators ?? 0, worked);
  }, 0);
}
