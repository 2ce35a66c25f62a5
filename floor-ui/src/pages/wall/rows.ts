import type { LineRow, StationRow } from "@trame/shared";
import type { BoardStore } from "../../data/board-store.ts";
import type { LineInScene } from "./numbers-view.ts";
import type { NamedStation } from "./strip-view.ts";
import { type StationInLine, stationNumber } from "./tile-view.ts";

/**
 * Rows out of the store. What is read through `.value` redraws its reader when it changes, what is read through
 * `peek` waits for the next second: the strip looks at every station of the workshop and need not be quicker.
 */

/** A line with its output stations, followed. */
export function followLine(store: BoardStore, lineId: string): LineInScene | null {
  const line = store.line(lineId)?.value;
  if (line === undefined) return null;
  const outputs = line.outputStationIds.flatMap((id) => store.station(id)?.value ?? []);
  return { line, outputs };
}

/** A station within its line, followed; its line is not. */
export function followStation(store: BoardStore, stationId: string): StationInLine | null {
  const row = store.station(stationId)?.value;
  if (row === undefined) return null;
  const line = store.line(row.lineId)?.peek();
  const mates = line === undefined ? [row] : stationsOf(store, line);
  return {
    row,
    index: Math.max(0, line?.stationIds.indexOf(stationId) ?? 0),
    target: line?.target ?? null,
    sharing: Math.max(1, mates.filter(({ operation }) => operation === row.operation).length),
  };
}

/** All stations of some lines as the strip names them, not followed. */
export function nameStations(store: BoardStore, lineIds: readonly string[]): NamedStation[] {
  return lineIds.flatMap((lineId) => {
    const line = store.line(lineId)?.peek();
    if (line === undefined) return [];
    return stationsOf(store, line).map((row, index) => ({
      row,
      number: stationNumber(row.name, index),
      place: lineIds.length > 1 ? `${row.name} · ${line.name}` : row.name,
    }));
  });
}

function stationsOf(store: BoardStore, line: LineRow): StationRow[] {
  return line.stationIds.flatMap((id) => store.station(id)?.peek() ?? []);
}
