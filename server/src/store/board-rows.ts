import {
  counterOf,
  type HourCount,
  type LineRow,
  MINUTE_MS,
  type MinuteCounts,
  outputStations,
  type Place,
  type Plan,
  type PlanLine,
  type PlanStation,
  type Span,
  type StationRow,
  startOfLast,
} from "@trame/shared";
import { voiceKey } from "./boot-record.ts";
import type { LiveDay } from "./live-day.ts";
import type { Asked, FloorNow } from "./supervision/floor-now.ts";

/** What the rows of a board are made from. */
export interface BoardSource {
  readonly live: LiveDay;
  readonly plan: Plan | null;
  readonly windows: readonly Span[];
  /** Per device: silent for longer than this it has no data, ms. */
  readonly silentAfterMs: ReadonlyMap<string, number>;
  place(placeId: number): Place | null;
  /** What people and bundles add. */
  readonly floorNow: FloorNow;
}

const PACE_MINUTES = 60;
/** Stations without a counter, and counters that the plan does not list. */
const NEVER_HEARD_MS = 30_000;

export function lineRow(line: PlanLine, source: BoardSource, now: number): LineRow {
  const { live } = source;
  const output = new Map<number, number>();
  let earnedMinutes = 0;
  for (const { place, hours } of cellsOfLine(line, source)) {
    for (const [hour, pieces] of hours) {
      earnedMinutes += pieces * place.standardMinutes;
      if (place.isOutput) addTo(output, hour, pieces);
    }
  }
  return {
    lineId: line.id,
    name: line.name,
    ...source.floorNow.line(line, askedOf(source, now)),
    operators: line.operators ?? 0,
    stationIds: line.stations.map((station) => station.id),
    outputStationIds: outputStations(line).map((station) => station.id),
    ...sumOf(output),
    earnedMinutes,
    minutes: minuteCounts(live.lineMinutes.get(line.id), source, now),
  };
}

export function stationRow(
  { station, line }: { station: PlanStation; line: PlanLine },
  source: BoardSource,
  now: number,
): StationRow {
  const { live } = source;
  return {
    stationId: station.id,
    lineId: line.id,
    name: station.name,
    operation: station.operation,
    standardMinutes: station.standardMinutes,
    ...setOf(station, source),
    ...source.floorNow.station(station, line, askedOf(source, now)),
    ...deviceFields(station, source),
    ...sumOf(piecesOf(station, source)),
    minutes: minuteCounts(live.stationMinutes.get(station.id), source, now),
    lastPieceAt: live.recent.get(station.id)?.last ?? null,
    suspects: live.suspects.get(station.id) ?? 0,
  };
}

/** The moment that a row is made for; a row is made of a plan's own lines, so that there is one. */
function askedOf({ plan, live }: BoardSource, now: number): Asked {
  if (plan === null) throw new RangeError("no row without a plan");
  return { now, day: live.day, plan };
}

/** What the plan sets for a station besides its work. */
function setOf({ operation, row, column }: PlanStation, { plan }: BoardSource) {
  const threshold = plan?.thresholds?.find((each) => each.operation === operation);
  return {
    waitMinutes: threshold?.waitMinutes ?? null,
    spot: row === undefined || column === undefined ? null : { row, column },
  };
}

/** Also of stations that the line no longer has. */
function* cellsOfLine({ id }: PlanLine, source: BoardSource) {
  for (const places of source.live.cells.values()) {
    for (const [placeId, hours] of places) {
      const place = source.place(placeId);
      if (place?.lineId === id) yield { place, hours };
    }
  }
}

function piecesOf({ id }: PlanStation, { live }: BoardSource): Map<number, number> {
  const pieces = new Map<number, number>();
  for (const hours of live.cells.get(id)?.values() ?? []) {
    for (const [hour, count] of hours) addTo(pieces, hour, count);
  }
  return pieces;
}

/** What the counter of a station says, as far as the station has one. */
function deviceFields(station: PlanStation, { live, silentAfterMs }: BoardSource) {
  const { device } = station;
  if (device === undefined) {
    return { deviceId: null, silentAfterMs: NEVER_HEARD_MS, heardAt: null, reported: null };
  }
  const reported = live.voices.get(voiceKey(device, counterOf(station)))?.reported ?? null;
  return {
    deviceId: device,
    silentAfterMs: silentAfterMs.get(device) ?? NEVER_HEARD_MS,
    heardAt: live.heardAt.get(device) ?? null,
    reported: reported && { state: reported.state, at: reported.at },
  };
}

function addTo(counts: Map<number, number>, key: number, pieces: number): void {
  counts.set(key, (counts.get(key) ?? 0) + pieces);
}

function sumOf(hours: ReadonlyMap<number, number>): { pieces: number; hours: HourCount[] } {
  const list = [...hours]
    .filter(([, pieces]) => pieces !== 0)
    .map(([hour, pieces]) => ({ hour, pieces }))
    .toSorted((a, b) => a.hour - b.hour);
  return { pieces: list.reduce((sum, { pieces }) => sum + pieces, 0), hours: list };
}

/** Far enough back to hold the last 60 working minutes, up to the last piece. */
function minuteCounts(
  minutes: ReadonlyMap<number, number> | undefined,
  { windows }: BoardSource,
  now: number,
): MinuteCounts {
  const start = startOfLast(PACE_MINUTES, { now, windows }) ?? now - PACE_MINUTES * MINUTE_MS;
  const first = Math.floor(start / MINUTE_MS);
  const counts: number[] = [];
  let filled = 0;
  for (let minute = first; minutes !== undefined && minute * MINUTE_MS <= now; minute++) {
    const count = minutes.get(minute) ?? 0;
    counts.push(count);
    if (count > 0) filled = counts.length;
  }
  return { from: first * MINUTE_MS, counts: counts.slice(0, filled) };
}
