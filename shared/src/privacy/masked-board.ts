import type { HourCount, LineRow, MinuteCounts, StationRow } from "../board/board.ts";
import { MINUTE_MS } from "../calendar/days.ts";
import { isTellable, stationGroups } from "./station-groups.ts";

/** Pieces of some stations of a line together. */
export interface GroupRow {
  /** In the order of the line. */
  readonly operations: readonly string[];
  readonly stationIds: readonly string[];
  /** This working day; a piece counts once for each operation. */
  readonly pieces: number;
  readonly hours: readonly HourCount[];
  readonly minutes: MinuteCounts;
}

/**
 * A station's row without its figures ([PR6]): what is left tells its state. The moment of its last piece is told to the minute that
 * follows: who watches could count the pieces by it, and the state never waits too early.
 */
export function maskedStation(row: StationRow): StationRow {
  const { lastPieceAt } = row;
  const minute = lastPieceAt === null ? null : Math.ceil(lastPieceAt / MINUTE_MS) * MINUTE_MS;
  return { ...row, pieces: null, hours: null, minutes: null, lastPieceAt: minute };
}

/** A line's row with the figures of its groups, made from the true rows of its stations. */
export function groupedLine(line: LineRow, stations: readonly StationRow[]): LineRow {
  const ordered = line.stationIds.flatMap(
    (id) => stations.find(({ stationId }) => stationId === id) ?? [],
  );
  const groups = stationGroups(ordered).filter(isTellable);
  return {
    ...line,
    groups: groups.map(({ operations, stationIds }) => {
      const own = ordered.filter(({ stationId }) => stationIds.includes(stationId));
      return { operations, stationIds, ...sumOf(own) };
    }),
  };
}

function sumOf(rows: readonly StationRow[]): Pick<GroupRow, "pieces" | "hours" | "minutes"> {
  return {
    pieces: rows.reduce((sum, { pieces }) => sum + (pieces ?? 0), 0),
    hours: hoursOf(rows),
    minutes: minutesOf(rows),
  };
}

function hoursOf(rows: readonly StationRow[]): HourCount[] {
  const byHour = Map.groupBy(
    rows.flatMap(({ hours }) => hours ?? []),
    ({ hour }) => hour,
  );
  return [...byHour]
    .map(([hour, own]) => ({ hour, pieces: own.reduce((sum, { pieces }) => sum + pieces, 0) }))
    .filter(({ pieces }) => pieces !== 0)
    .toSorted((a, b) => a.hour - b.hour);
}

/** From the latest of their beginnings: rows are made a moment apart, and each reaches back far enough. */
function minutesOf(rows: readonly StationRow[]): MinuteCounts {
  const own = rows.flatMap(({ minutes }) => minutes ?? []);
  const from = Math.max(0, ...own.map((each) => each.from));
  const counts: number[] = [];
  for (const each of own) {
    const skipped = (from - each.from) / MINUTE_MS;
    for (const [index, count] of each.counts.slice(skipped).entries()) {
      counts[index] = (counts[index] ?? 0) + count;
    }
  }
  return { from, counts: Array.from(counts, (count) => count ?? 0) };
}
