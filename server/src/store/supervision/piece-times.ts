import type { DayNumber } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BootTrack } from "./boot-tracks.ts";

/** When stations made pieces: those that counters made there, and those that acts declare. */
export function createPieceTimes(sqlite: Database) {
  const places = sqlite.prepare<[], [number, string]>("SELECT id, station_id FROM places").raw();
  const declared = sqlite
    .prepare<[number], [number, number]>(
      "SELECT place_id, at FROM tallies WHERE day = ? AND place_id IS NOT NULL AND pieces > 0",
    )
    .raw();
  let stationOf = new Map<number, string>();
  let byStation = new Map<string, number[]>();

  return {
    refresh(day: DayNumber): void {
      stationOf = new Map(places.all());
      byStation = new Map();
      for (const [placeId, at] of declared.all(day)) {
        const stationId = stationOf.get(placeId) ?? "";
        byStation.set(stationId, [...(byStation.get(stationId) ?? []), at]);
      }
    },
    of: (stationId: string): readonly number[] => byStation.get(stationId) ?? [],
    at: (stationId: string, { pieces }: BootTrack): number[] =>
      [...pieces].flatMap(([placeId, made]) => (stationOf.get(placeId) === stationId ? made : [])),
  };
}
