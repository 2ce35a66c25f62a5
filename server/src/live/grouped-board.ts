import { groupedLine, type LineRow, maskedStation, type StationRow } from "@trame/shared";
import { type BoardInMemory, createBoardInMemory, type StoredBoard } from "./board-in-memory.ts";

/**
 * The board where figures are told per group of stations ([PR6]): the true rows stay here, and what leaves are rows without figures and
 * lines with those of their groups. A piece that changes nothing of what is told is no patch of its station: its moment would count it.
 */
export function createGroupedBoard(stored: StoredBoard): BoardInMemory {
  const lines = new Map(stored.lines.map((row) => [row.lineId, row]));
  const stations = new Map(stored.stations.map((row) => [row.stationId, row]));
  const told = new Map<string, string>();

  function toldLine(lineId: string): LineRow[] {
    const line = lines.get(lineId);
    const own = [...stations.values()].filter((row) => row.lineId === lineId);
    return line === undefined ? [] : [groupedLine(line, own)];
  }

  function toldStation(row: StationRow): StationRow[] {
    const masked = maskedStation(row);
    const text = JSON.stringify(masked);
    if (told.get(row.stationId) === text) return [];
    told.set(row.stationId, text);
    return [masked];
  }

  const board = createBoardInMemory({
    ...stored,
    lines: stored.lines.flatMap(({ lineId }) => toldLine(lineId)),
    stations: stored.stations.flatMap(toldStation),
  });
  return {
    ...board,
    get clock() {
      return board.clock;
    },
    apply(clock, rows) {
      for (const row of rows.lines) lines.set(row.lineId, row);
      for (const row of rows.stations) stations.set(row.stationId, row);
      const changed = [...rows.lines, ...rows.stations].map(({ lineId }) => lineId);
      return board.apply(clock, {
        lines: [...new Set(changed)].flatMap(toldLine),
        stations: rows.stations.flatMap(toldStation),
      });
    },
  };
}
