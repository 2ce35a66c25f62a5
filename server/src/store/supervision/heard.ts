import type { DayNumber, Span, StateSegment } from "@trame/shared";

/** The working time in which a station had a counter, and of it the part in which that was heard; ms. */
export interface HeardRead {
  readonly stationId: string;
  readonly countedMs: number;
  readonly heardMs: number;
}

/** Reads how well counters were heard. */
export interface HeardReads {
  /** Of a working day's time until `now` (UTC ms); stations without a counter are left out. */
  readHeard(asked: { readonly day: DayNumber; readonly now: number }): HeardRead[];
}

/** How long states lasted, and how long of that the counter was heard ([SE8]). */
export function heardIn(states: readonly StateSegment[]): Omit<HeardRead, "stationId"> {
  return {
    countedMs: lasting(states),
    heardMs: lasting(states.filter(({ state }) => state !== "no-data")),
  };
}

function lasting(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
