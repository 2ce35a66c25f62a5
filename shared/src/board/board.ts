import type { GroupRow } from "../privacy/masked-board.ts";
import type { ReportedState } from "../protocol/messages.ts";
import type { LineFloor, StationFloor } from "../supervision/rows.ts";

/** A half-open span of time `[from, to)` in UTC milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Pieces in one clock hour; `hour` is its start in UTC ms. */
export interface HourCount {
  readonly hour: number;
  readonly pieces: number;
}

/**
 * Pieces minute by minute: `counts[i]` are those of the minute that starts at `from + i × 60 000`.
 * `from` lies far enough back to hold the last 60 working minutes; minutes past the last piece are left out.
 */
export interface MinuteCounts {
  /** UTC ms, a whole minute. */
  readonly from: number;
  readonly counts: readonly number[];
}

/** What a screen needs to know of one line on the working day. */
export interface LineRow extends LineFloor {
  readonly lineId: string;
  readonly name: string;
  /** Operators of the line, a decimal. */
  readonly operators: number;
  /** In the order of the plan. */
  readonly stationIds: readonly string[];
  /** The stations of the last operation: what leaves them is the line's output. */
  readonly outputStationIds: readonly string[];
  /** Output so far this working day. */
  readonly pieces: number;
  /** Σ over stations: pieces × standard minutes in force, this working day. */
  readonly earnedMinutes: number;
  /** Output per clock hour of the working day, ascending, only hours that hold pieces. */
  readonly hours: readonly HourCount[];
  readonly minutes: MinuteCounts;
  /** Figures of groups of stations; only where figures are not told per station. */
  readonly groups?: readonly GroupRow[];
}

/** What a screen needs to know of one station on the working day. States are derived from it, never stored. */
export interface StationRow extends StationFloor {
  readonly stationId: string;
  readonly lineId: string;
  readonly name: string;
  readonly operation: string;
  readonly standardMinutes: number;
  /** Without a piece for so long it waits, working minutes; null: the usual threshold. */
  readonly waitMinutes: number | null;
  /** Where it stands on its floor, from 1; null where the plan does not say. */
  readonly spot: { readonly row: number; readonly column: number } | null;
  /** null: a station without a counter. */
  readonly deviceId: string | null;
  /** Silent longer than this means "no data": twice the heartbeat, or twice the reporting period. ms */
  readonly silentAfterMs: number;
  /** Pieces this working day; null, like the next two, where figures are not told per station. */
  readonly pieces: number | null;
  /** Ascending, only hours that hold pieces. */
  readonly hours: readonly HourCount[] | null;
  readonly minutes: MinuteCounts | null;
  /** When the last piece was made; UTC ms. Where figures are not told per station, the whole minute that follows. */
  readonly lastPieceAt: number | null;
  /** When the counter last spoke, whatever it said; UTC ms of the server's clock. */
  readonly heardAt: number | null;
  /** The last state that the counter reported by itself in its current boot, and when. */
  readonly reported: { readonly state: ReportedState; readonly at: number } | null;
  /** Jumps of the counter withheld today until a person looks at them. */
  readonly suspects: number;
}

/** All that the walls show. Two boards with the same clock hold the same numbers. */
export interface Board {
  /** Rises by one in each writing transaction. */
  readonly clock: number;
  /** UTC ms at which the answer was made. Screens compute now from it and a monotonic clock, never from their own. */
  readonly serverTime: number;
  /** Of the screens this server ships; a page that was loaded with another one reloads itself. */
  readonly uiVersion: string;
  /** null until a first plan was recorded. */
  readonly workshop: { readonly name: string; readonly timeZone: string } | null;
  /** The working day shown, YYYY-MM-DD. */
  readonly day: string;
  /** What the calendar calls a day on which nobody works; null on any other, and where it has no name. */
  readonly dayLabel: { readonly fr: string; readonly en: string } | null;
  /** Working time of that day with breaks removed, ascending; empty on a day off. */
  readonly windows: readonly Span[];
  /** Starts of the clock hours that the windows touch, ascending, UTC ms (23 or 25 in a day when the clock changes). */
  readonly clockHours: readonly number[];
  /** Whether figures are told per station; otherwise per group of stations, in the rows of the lines. */
  readonly stationFigures: boolean;
  /** Counters whose past is being folded again ("recalcul en cours"). */
  readonly recomputing: number;
  readonly lines: readonly LineRow[];
  readonly stations: readonly StationRow[];
}

/** What a screen says on the live socket: the last clock it saw, 0 when it saw none. */
export interface LiveHello {
  readonly type: "hello";
  readonly clock: number;
}

/** What the live socket says. Rows of a patch replace those with the same id. */
export type LiveMessage =
  | {
      readonly type: "snapshot";
      readonly clock: number;
      readonly serverTime: number;
      readonly board: Board;
    }
  | {
      readonly type: "patch";
      readonly clock: number;
      readonly serverTime: number;
      readonly lines: readonly LineRow[];
      readonly stations: readonly StationRow[];
    }
  | { readonly type: "tick"; readonly clock: number; readonly serverTime: number };
