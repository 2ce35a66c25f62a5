import type { FlowRow, LineOrder, PlanLine, PlanStation, StationWaiting } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** What waits before the operations of the lines. */
export interface FlowNow {
  line(line: PlanLine): readonly FlowRow[];
  station(station: PlanStation, line: PlanLine): StationWaiting | null;
  orders(line: PlanLine): readonly LineOrder[];
  hasChanged(): boolean;
  /** What changed has been told. */
  settle(): void;
  reload(): void;
}

export function createFlowNow(_sqlite: Database): FlowNow {
  return {
    line: () => [],
    station: () => null,
    orders: () => [],
    hasChanged: () => false,
    settle: () => undefined,
    reload: () => undefined,
  };
}
