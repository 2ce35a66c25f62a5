import type { LineRow, StationRow } from "../board/board.ts";
import { balanceEfficiency, stationTime } from "./balance-efficiency.ts";
import { type Bottleneck, bottleneckOf } from "./bottleneck.ts";
import { takt } from "./efficiency.ts";
import { type LineOperation, lineOperations } from "./line-operations.ts";
import { linePace, paceOfLine } from "./pace.ts";
import { dayMinutes, type Moment } from "./working-time.ts";

/** How work flows through one operation of a line. */
export interface OperationFlow {
  readonly operation: string;
  readonly stationIds: readonly string[];
  /** What waits before it; null where no bundles are used. */
  readonly bundles: number | null;
  readonly pieces: number | null;
  /** Since when the one waits that waits longest, UTC ms; null when none does. */
  readonly since: number | null;
  /** Minutes until what waits is done: pieces × station time; null where no bundles are used. */
  readonly waitingMinutes: number | null;
  /** Pieces/h of its stations together; null when unknown. */
  readonly pacePerHour: number | null;
  /** Minutes that a piece asks of each of its stations. */
  readonly stationTime: number | null;
  /** Minutes that there are for a piece, the same all along the line; null without a target. */
  readonly takt: number | null;
}

/** How work flows through a line. */
export interface LineFlow {
  readonly lineId: string;
  /** In the order of the line. */
  readonly operations: readonly OperationFlow[];
  readonly bottleneck: Bottleneck | null;
  readonly takt: number | null;
  readonly balanceEfficiency: number | null;
  /** Pieces on the line: begun and not out; null where no bundles are used. */
  readonly wip: number | null;
  /** Working hours that a piece takes through the line; null when unknown. */
  readonly leadTimeHours: number | null;
}

/** What flows through a line, what waits and where: the same for the API and every screen. */
export function flowOf(line: LineRow, stations: readonly StationRow[], moment: Moment): LineFlow {
  const operations = lineOperations(line, stations);
  const lineTakt = takt(dayMinutes(moment.windows), line.target);
  const wip = lineWip(line);
  return {
    lineId: line.lineId,
    operations: operations.map((each) => operationFlow(line, each, { moment, lineTakt })),
    bottleneck: bottleneckOf(line, stations, moment),
    takt: lineTakt,
    balanceEfficiency: balanceEfficiency(operations.flatMap(timesOf)),
    wip,
    leadTimeHours: leadTime(wip, paceOfLine(line, outputsOf(line, stations), moment)),
  };
}

/**
 * En-cours of a line: pieces begun and not out, waiting or under the needle; those that wait to be begun are stock. Branches
 * that run side by side are each on the line. null where no bundles are used.
 */
export function lineWip({ flow }: Pick<LineRow, "flow">): number | null {
  if (flow.length === 0) return null;
  return flow.reduce((sum, row) => sum + row.openPieces + (row.isEntry ? 0 : row.pieces), 0);
}

/**
 * Délai de traversée: WIP / output rate, hours. null without either.
 * Source: J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9 (1961).
 */
export function leadTime(wip: number | null, piecesPerHour: number | null): number | null {
  if (wip === null || piecesPerHour === null || piecesPerHour <= 0) return null;
  return wip / piecesPerHour;
}

function operationFlow(
  line: LineRow,
  { operation, stations }: LineOperation,
  { moment, lineTakt }: { readonly moment: Moment; readonly lineTakt: number | null },
): OperationFlow {
  const row = line.flow.find((each) => each.operation === operation);
  const time = stationTime(stations.map(({ standardMinutes }) => standardMinutes));
  return {
    operation,
    stationIds: stations.map(({ stationId }) => stationId),
    bundles: row?.bundles ?? null,
    pieces: row?.pieces ?? null,
    since: row?.since ?? null,
    waitingMinutes: row === undefined || time === null ? null : row.pieces * time,
    pacePerHour: linePace(stations, moment),
    stationTime: time,
    takt: lineTakt,
  };
}

/** One time for each station of an operation. */
function timesOf({ stations }: LineOperation): number[] {
  const time = stationTime(stations.map(({ standardMinutes }) => standardMinutes));
  return time === null ? [] : stations.map(() => time);
}

function outputsOf(line: LineRow, stations: readonly StationRow[]): StationRow[] {
  return stations.filter(({ stationId }) => line.outputStationIds.includes(stationId));
}
