import type { CauseClass } from "../supervision/causes.ts";
import type { InspectionFact, LineTargetFact } from "./day-facts.ts";
import type { ProductionRow } from "./production-row.ts";

/** What a working day comes to: all that reports over days are put together from. Plain JSON. */
export interface DayBody {
  readonly rows: readonly ProductionRow[];
  readonly hours: readonly HourPart[];
  readonly stops: readonly StopPart[];
  readonly inspections: readonly InspectionFact[];
  readonly targets: readonly LineTargetFact[];
}

/** Good pieces of a clock hour that left their line, or their order. */
export interface HourPart {
  /** Start of the clock hour, UTC ms. */
  readonly hour: number;
  readonly lineId: string;
  readonly orderId: string | null;
  readonly styleId: string | null;
  /** Past the last station of the line. */
  readonly output: number;
  /** Past the last operation of the order. */
  readonly last: number;
}

/** The part of a stop that fell to what its station worked on at the time. */
export interface StopPart {
  readonly lineId: string;
  readonly stationId: string;
  /** When the whole stop began: parts of one stop share it. UTC ms */
  readonly since: number;
  readonly orderId: string | null;
  readonly styleId: string | null;
  readonly cause: string | null;
  readonly class: CauseClass | null;
  /** Working minutes of the station. */
  readonly minutes: number;
}
