import type { Board, LineRow, MinuteCounts, StationRow } from "@trame/shared";
import { at, boardOf, lineRow, stationRow, workday } from "./rows.ts";

/** The twelve operations of the workshop in May 2020, two stations for some. */
const OPERATIONS = [
  "Surjet des bords",
  "Barrette nasale",
  "Assemblage",
  "Assemblage",
  "Plis",
  "Plis",
  "Piqûre côtés",
  "Pose du biais",
  "Pose du biais",
  "Élastiques",
  "Contrôle",
  "Pliage, sachet",
];
const SHARED = new Set(["Assemblage", "Plis", "Pose du biais"]);

/** 11:35 on line 1: station 4 has no data, 6 waits, 7 is stopped, 9 shows a leap to look at. */
export function madeUpBoard(over: Partial<Board> = {}): Board {
  const stations = OPERATIONS.map(madeUpStation);
  return boardOf({ lines: [madeUpLine(stations)], stations, ...over });
}

/** As many stations as asked, in lines of as many as asked, all running. */
export function largeBoard(stations: number, perLine: number): Board {
  const rows = Array.from({ length: stations }, (_, index) => {
    const lineId = `L${Math.floor(index / perLine) + 1}`;
    const name = `Poste ${(index % perLine) + 1}`;
    return { ...running(index), stationId: `${lineId}-S${index}`, lineId, name };
  });
  const ids = [...new Set(rows.map(({ lineId }) => lineId))];
  const lines = ids.map((lineId, index) => {
    const mine = rows.filter((row) => row.lineId === lineId);
    return { ...madeUpLine(mine), lineId, name: `Ligne ${index + 1}` };
  });
  return boardOf({ lines, stations: rows });
}

/** No plan was recorded yet. */
export function emptyBoard(): Board {
  return boardOf({ workshop: null, windows: [], clockHours: [], lines: [], stations: [] });
}

function madeUpLine(stations: readonly StationRow[]): LineRow {
  const last = stations.at(-1);
  return lineRow({
    operators: stations.length,
    stationIds: stations.map((row) => row.stationId),
    outputStationIds: last === undefined ? [] : [last.stationId],
  });
}

function madeUpStation(operation: string, index: number): StationRow {
  const row = { ...running(index), operation };
  switch (index + 1) {
    case 4:
      return { ...row, heardAt: at("11:12") };
    case 6:
      return { ...row, lastPieceAt: at("11:32:40") };
    case 7:
      return {
        ...row,
        lastPieceAt: at("11:31"),
        reported: { state: "fault", at: at("11:32") },
      };
    case 9:
      return { ...row, suspects: 1 };
    default:
      return row;
  }
}

function running(index: number): StationRow {
  const operation = OPERATIONS[index % OPERATIONS.length] ?? "";
  const share = SHARED.has(operation) ? 2 : 1;
  const thisHour = Math.round(
    [74, 71, 72, 70, 74, 66, 64, 62, 64, 70, 71, 70][index % 12]! / share,
  );
  return stationRow({
    stationId: `S${String(index + 1).padStart(2, "0")}`,
    name: `Poste ${index + 1}`,
    operation,
    deviceId: `esp-${index + 1}`,
    pieces: Math.round(342 / share) + thisHour,
    hours: [
      { hour: at("08:00"), pieces: Math.round(108 / share) },
      { hour: at("09:00"), pieces: Math.round(121 / share) },
      { hour: at("10:00"), pieces: Math.round(113 / share) },
      { hour: at("11:00"), pieces: thisHour },
    ],
    minutes: unevenMinutes(index, 2 / share),
    silentAfterMs: 60_000,
  });
}

/** About `perMinute` pieces a minute from 10:30 to 11:35, scattered the same way each time. */
function unevenMinutes(seed: number, perMinute: number): MinuteCounts {
  const from = at("10:30");
  const length = (at("11:35") - from) / 60_000;
  const counts = Array.from({ length }, (_, minute) => {
    const wobble = Math.sin(seed * 7.3 + minute * 1.7) + Math.sin(seed * 3.1 + minute * 0.6);
    return Math.max(0, Math.round(perMinute + wobble * perMinute * 0.35));
  });
  return { from, counts };
}

/** The same board at another moment of its day, heard a moment before. */
export function boardAt(time: string, over: Partial<Board> = {}): Board {
  const board = madeUpBoard(over);
  const now = at(time);
  const stations = board.stations.map((row) => ({ ...row, heardAt: now - 5000 }));
  return { ...board, serverTime: now, windows: workday, stations };
}
