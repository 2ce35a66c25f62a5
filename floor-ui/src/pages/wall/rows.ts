import { bottleneckOf, type LineRow, type Moment, type StationRow } from "@trame/shared";
import type { BoardStore } from "../../data/board-store.ts";
import type { LineInScene } from "./numbers-view.ts";
import type { WholeLine } from "./overview-view.ts";
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

/** The same, not followed. */
export function lookAtLine(store: BoardStore, lineId: string): LineInScene | null {
  const line = store.line(lineId)?.peek();
  if (line === undefined) return null;
  return { line, outputs: line.outputStationIds.flatMap((id) => store.station(id)?.peek() ?? []) };
}

/** A line with all its stations, not followed. */
export function wholeLine(store: BoardStore, lineId: string): WholeLine | null {
  const shown = lookAtLine(store, lineId);
  return shown && { ...shown, stations: stationsOf(store, shown.line) };
}

/** A station within its line, followed; its line is not. */
export function followStation(
  store: BoardStore,
  stationId: string,
  isBottleneck = false,
): StationInLine | null {
  const row = store.station(stationId)?.value;
  if (row === undefined) return null;
  const line = store.line(row.lineId)?.peek();
  const mates = line === undefined ? [row] : stationsOf(store, line);
  return {
    row,
    index: Math.max(0, line?.stationIds.indexOf(stationId) ?? 0),
    target: line?.target ?? null,
    sharing: Math.max(1, mates.filter(({ operation }) => operation === row.operation).length),
    isBottleneck,
    group: line?.groups?.find(({ stationIds }) => stationIds.includes(stationId)) ?? null,
  };
}

/** Ids of the stations that hold their line up, not followed: one that does the operation, or all that share it. */
export function bottleneckIds(store: BoardStore, lineId: string, moment: Moment): string[] {
  const line = store.line(lineId)?.peek();
  if (line === undefined) return [];
  const stations = stationsOf(store, line);
  const found = bottleneckOf(line, stations, moment);
  if (found === null) return [];
  return stations
    .filter(({ operation, stationId }) =>
      found.stationId === null ? operation === found.operation : stationId === found.stationId,
    )
    .map(({ stationId }) => stationId);
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
      lineName: lineIds.length > 1 ? line.name : null,
    }));
  });
}

function stationsOf(store: BoardStore, line: LineRow): StationRow[] {
  return line.stationIds.flatMap((id) => store.station(id)?.peek() ?? []);
}
