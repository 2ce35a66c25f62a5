import type { Incident, PlannedIncident } from "../scenario/scenario.ts";
import type { NextShift } from "./shifts.ts";

const MINUTE_MS = 60_000;
/** Two months of daily shifts: longer than anybody lets a simulation run. */
const SHIFTS = 60;

/** The incidents that a scenario plans for each shift, from `start` on. */
export function incidentsOfShifts(
  planned: readonly PlannedIncident[],
  nextShift: NextShift,
  start: number,
): Incident[] {
  const incidents: Incident[] = [];
  let at = start;
  for (let turn = 0; turn < SHIFTS && planned.length > 0; turn++) {
    const shift = nextShift(at);
    for (const { station, kind, afterMinutes, minutes } of planned) {
      const from = shift.from + afterMinutes * MINUTE_MS;
      incidents.push({ station, kind, from, to: from + minutes * MINUTE_MS });
    }
    at = shift.to;
  }
  return incidents.filter(({ from }) => from >= start);
}

/** Those of one station in order, without those that would begin before the one before has ended. */
export function incidentsAt(station: string, incidents: readonly Incident[]): Incident[] {
  const sorted = incidents
    .filter((incident) => incident.station === station)
    .sort((a, b) => a.from - b.from);
  const kept: Incident[] = [];
  for (const incident of sorted) {
    if (incident.from > (kept.at(-1)?.to ?? Number.NEGATIVE_INFINITY)) kept.push(incident);
  }
  return kept;
}
