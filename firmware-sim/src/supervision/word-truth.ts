/** What people said of the floor: what a server that heard all of it must list. */
import type { CallKind } from "@trame/shared";

/** A call that was made. Times are UTC ms of the clock, null when it did not come to that. */
export interface CallTruth {
  readonly stationId: string;
  readonly call: CallKind;
  readonly at: number;
  readonly takenAt: number | null;
  readonly resolvedAt: number | null;
}

/** A time in which nothing was sewn, and what was said of it; null: nothing. */
export interface StopTruth {
  readonly stationId: string;
  readonly from: number;
  readonly to: number;
  readonly cause: string | null;
}

export interface WordTruth {
  readonly calls: readonly CallTruth[];
  readonly stops: readonly StopTruth[];
}
