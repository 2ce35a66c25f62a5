import type { Plan, PlanLine } from "./schema.ts";

/** What can be wrong with what a plan says for the supervisor's floor. */
export type FloorFaultCode =
  | "spot-incomplete"
  | "spot-taken"
  | "threshold-duplicate"
  | "threshold-empty"
  | "threshold-unknown";

/** One thing to mend; `path` is an RFC 6901 pointer into the plan. */
export interface FloorFault {
  readonly code: FloorFaultCode;
  readonly path: string;
}

/** What is wrong with the spots of stations ([N8]), then with the thresholds of operations ([N9]). */
export function findFloorFaults(plan: Plan): FloorFault[] {
  return [
    ...plan.lines.flatMap((line, l) => spotFaults(line, `/lines/${l}/stations`)),
    ...thresholdFaults(plan),
  ];
}

/** Where half of a spot is missing the fault points at that half. */
function spotFaults({ stations }: PlanLine, under: string): FloorFault[] {
  const taken = new Set<string>();
  return stations.flatMap(({ row, column }, s): FloorFault[] => {
    const path = `${under}/${s}`;
    if (row === undefined && column === undefined) return [];
    if (row === undefined) return [{ code: "spot-incomplete", path: `${path}/row` }];
    if (column === undefined) return [{ code: "spot-incomplete", path: `${path}/column` }];
    const spot = `${row} ${column}`;
    if (taken.has(spot)) return [{ code: "spot-taken", path: `${path}/row` }];
    taken.add(spot);
    return [];
  });
}

/** A threshold takes hold where a station names the operation alike, so that another spelling would do nothing. */
function thresholdFaults({ lines, thresholds = [] }: Plan): FloorFault[] {
  const named = new Set(lines.flatMap(({ stations }) => stations.map((each) => each.operation)));
  const seen = new Set<string>();
  return thresholds.flatMap(({ operation, waitMinutes, explainMinutes }, t): FloorFault[] => {
    const path = `/thresholds/${t}`;
    const faults: FloorFault[] = [];
    if (waitMinutes === undefined && explainMinutes === undefined) {
      faults.push({ code: "threshold-empty", path });
    }
    const own = `${path}/operation`;
    if (!named.has(operation)) faults.push({ code: "threshold-unknown", path: own });
    else if (seen.has(operation)) faults.push({ code: "threshold-duplicate", path: own });
    seen.add(operation);
    return faults;
  });
}
