import type { PlanStation } from "./schema.ts";

/** Channel of a station's counter. */
export function counterOf(station: PlanStation): string {
  return station.counter ?? "C1";
}
