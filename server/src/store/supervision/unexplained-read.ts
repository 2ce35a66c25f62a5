import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { StopReads, StopsRead } from "./stop-read.ts";

/** Stops that stay pinned though their day is over. */
export type UnexplainedRead = Pick<StopsRead, "version" | "stops">;

export interface UnexplainedAsked {
  /** The working day of now. */
  readonly day: DayNumber;
  /** UTC ms. */
  readonly now: number;
  /** null: of every line. */
  readonly lineId: string | null;
}

export interface UnexplainedDeps extends StopReads {
  readonly timeline: () => Timeline;
}

/** What is older nobody remembers. Working days. */
const DAYS_PINNED = 5;
/** Calendar days among which they are looked for. */
const DAYS_BACK = 14;
/** Days that are over rarely change: a counter that was away tells of them late, or somebody takes a word back. ms */
const KEPT_MS = 10_000;

/**
 * Reads the stops that nobody explained of the working days before one, the days ascending ([ST17]). All lines are read
 * together and kept for a moment, since several pages ask again and again.
 */
export function createUnexplainedRead(
  sqlite: Database,
  { readStops, timeline }: UnexplainedDeps,
): (asked: UnexplainedAsked) => UnexplainedRead {
  const newest = sqlite
    .prepare<[], number | null>(
      "SELECT max(n) FROM acts WHERE state = 'accepted' AND kind = 'stop'",
    )
    .pluck();
  let kept: (UnexplainedRead & { readonly day: DayNumber; readonly readAt: number }) | null = null;

  function readAll(day: DayNumber, now: number): NonNullable<typeof kept> {
    const version = newest.get() ?? 0;
    if (kept?.day === day && kept.version === version && now - kept.readAt < KEPT_MS) return kept;
    const stops = workedBefore(timeline(), day).flatMap((before) =>
      readStops({ day: before, now, lineId: null, stationId: null }).stops.filter(
        ({ needsCause }) => needsCause,
      ),
    );
    return { version, stops, day, readAt: now };
  }

  return ({ day, now, lineId }) => {
    kept = readAll(day, now);
    const { version, stops } = kept;
    return { version, stops: stops.filter((stop) => lineId === null || stop.lineId === lineId) };
  };
}

/** The last working days before one, ascending. */
function workedBefore(timeline: Timeline, day: DayNumber): DayNumber[] {
  return Array.from({ length: DAYS_BACK }, (_, index) => day - DAYS_BACK + index)
    .filter((each) => timeline.windowsOf(each).length > 0)
    .slice(-DAYS_PINNED);
}
