import type { PlanLine } from "../plan/schema.ts";

/** Minutes are decimals: summed as whole millionths. */
const PER_MINUTE = 1_000_000;

/**
 * Standard minutes of a garment on a line where no routing tells: those of each of its operations once, since stations that share
 * one work side by side; of two that say otherwise the first. null for a line without stations.
 */
export function plannedGarmentMinutes({ stations }: Pick<PlanLine, "stations">): number | null {
  const first = new Map<string, number>();
  for (const { operation, standardMinutes } of stations) {
    if (!first.has(operation)) first.set(operation, standardMinutes);
  }
  return first.size === 0 ? null : sumMinutes(first.values());
}

/** Σ minutes, without the noise of binary fractions. */
export function sumMinutes(minutes: Iterable<number>): number {
  let millionths = 0;
  for (const each of minutes) millionths += Math.round(each * PER_MINUTE);
  return millionths / PER_MINUTE;
}
