import type { LineRow, StationRow } from "../board/board.ts";
import { stationTime } from "./balance-efficiency.ts";
import { takt } from "./efficiency.ts";
import { type LineOperation, lineOperations } from "./line-operations.ts";
import { linePace } from "./pace.ts";
import { stationState } from "./station-state.ts";
import { dayMinutes, elapsedMinutes, type Moment } from "./working-time.ts";

/** What holds a line up, and how it is known. */
export interface Bottleneck {
  /** As the plan names it. */
  readonly operation: string;
  /** The station that does it; null when several do. */
  readonly stationId: string | null;
  /** `waits`: work piles up before it. `flow`: no bundles are used, and fewer pieces pass it than are asked for. */
  readonly by: "waits" | "flow";
}

/** Fewer bundles before an operation are no pile. */
const BUNDLES_MIN = 2;
/** A pile stands out when it is higher than the next one by this share; a pace is short when it is lower by it. */
const MARGIN = 0.2;
/** Working minutes without which a pace says nothing of a line. */
const FLOW_NEEDS_MINUTES = 30;

/**
 * Goulot: the operation that holds a line up; null when none stands out. A pure function of the rows, so that every screen marks
 * the same one; two that are equal are neither, or the earlier one, never in turn.
 *
 * - By what waits, where bundles are used: at least 2 bundles wait, and the minutes of work before it (pieces × station time)
 *   are 20 % above the next pile. Bundles that wait to be begun are stock, no pile.
 * - By what flows, where none are: the first operation of the line among the slowest (within 20 % of it), when it makes 20 %
 *   less than the takt asks for, or without a target than the middle one of the line; from 30 working minutes on. What comes
 *   after a bottleneck is as slow, since it waits for it: so the first of them it is.
 *
 * Source: what limits a line is what work piles up before (Goldratt, The Goal, 1984); takt: working minutes / demand.
 */
export function bottleneckOf(
  line: LineRow,
  stations: readonly StationRow[],
  moment: Moment,
): Bottleneck | null {
  const operations = lineOperations(line, stations);
  const isByWaits = line.flow.length > 0;
  const found = isByWaits ? byWaits(line, operations) : byFlow(line, operations, moment);
  if (found === null) return null;
  const [only, ...others] = found.stations;
  return {
    operation: found.operation,
    stationId: only === undefined || others.length > 0 ? null : only.stationId,
    by: isByWaits ? "waits" : "flow",
  };
}

function byWaits({ flow }: LineRow, operations: readonly LineOperation[]): LineOperation | null {
  const piles = operations.map((each) => {
    const row = flow.find(({ operation, isEntry }) => operation === each.operation && !isEntry);
    const time = stationTime(each.stations.map(({ standardMinutes }) => standardMinutes)) ?? 0;
    return { each, bundles: row?.bundles ?? 0, minutes: (row?.pieces ?? 0) * time };
  });
  const [highest, next] = piles.toSorted((a, b) => b.minutes - a.minutes);
  if (highest === undefined || highest.bundles < BUNDLES_MIN || highest.minutes === 0) return null;
  return highest.minutes >= (next?.minutes ?? 0) * (1 + MARGIN) ? highest.each : null;
}

function byFlow(
  { target }: LineRow,
  operations: readonly LineOperation[],
  moment: Moment,
): LineOperation | null {
  if (elapsedMinutes(moment) < FLOW_NEEDS_MINUTES) return null;
  const paced = operations.flatMap((each) => {
    const pace = isKnown(each, moment) ? linePace(each.stations, moment) : null;
    return pace === null ? [] : [{ each, pace }];
  });
  // One alone can't be told from the line.
  if (paced.length < 2) return null;
  const paces = paced.map(({ pace }) => pace);
  const slowest = Math.min(...paces);
  const lineTakt = takt(dayMinutes(moment.windows), target);
  const asked = lineTakt === null ? middleOf(paces) : 60 / lineTakt;
  if (slowest > asked * (1 - MARGIN)) return null;
  return paced.find(({ pace }) => pace <= slowest * (1 + MARGIN))?.each ?? null;
}

/** Every station of it is heard: otherwise what it makes is more than is known. */
function isKnown({ stations }: LineOperation, moment: Moment): boolean {
  return stations.every((row) => {
    const { state } = stationState(row, moment);
    return state !== "no-data" && state !== "no-counter" && state !== "support";
  });
}

/** The median; of two in the middle the lower one. */
function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
