import { type Board, bottleneckOf, type Suggestion, suggestStations } from "@trame/shared";
import type { PresenceRead } from "../../../store/people/presence-read.ts";

/** Where each free person helps most, by what the board says of the lines now ([PS8]). */
export function suggestFor(
  { stations, free }: PresenceRead,
  board: Board,
): Map<string, Suggestion> {
  const spots = stations.map(({ stationId, operations, people, expected }) => ({
    stationId,
    operations,
    isEmpty: people.length + expected.length === 0,
  }));
  const helpers = free.map(({ operatorId, skills }) => ({ operatorId, skills: [...skills] }));
  const lineIds = new Set(stations.map(({ lineId }) => lineId));
  const bottlenecks = board.lines
    .filter(({ lineId }) => lineIds.has(lineId))
    .flatMap(({ lineId }) => helpAt(lineId, board, spots));
  return suggestStations({ helpers, spots, bottlenecks });
}

/** Where help does most for a line's bottleneck: a station of it with nobody, else the one that it is. */
function helpAt(
  lineId: string,
  board: Board,
  spots: readonly { readonly stationId: string; readonly isEmpty: boolean }[],
): string[] {
  const line = board.lines.find((row) => row.lineId === lineId);
  const rows = board.stations.filter((row) => row.lineId === lineId);
  if (line === undefined) return [];
  const moment = { now: board.serverTime, windows: board.windows };
  const found = bottleneckOf(line, rows, moment);
  if (found === null) return [];
  const same = rows.filter(({ operation }) => operation === found.operation);
  const empty = spots.filter(({ isEmpty }) => isEmpty).map(({ stationId }) => stationId);
  const free = same.find(({ stationId }) => empty.includes(stationId));
  const stationId = free?.stationId ?? found.stationId ?? same[0]?.stationId;
  return stationId === undefined ? [] : [stationId];
}
