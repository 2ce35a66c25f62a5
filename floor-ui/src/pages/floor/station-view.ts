import { stationState } from "@trame/shared";
import type { StationPeople } from "../../data/floor/rows.ts";
import type { FloorI18n } from "../../i18n/floor-words.ts";
import type { StationTileView } from "../../ui/floor-desk/station-tile.tsx";
import { momentOf } from "../wall/scene.ts";
import { type StationInLine, tileView } from "../wall/tile-view.ts";
import { causeName } from "./cause-view.ts";
import type { Floor } from "./use-floor.ts";

/** What the tiles show of a station beside its state: who is there, or how many pieces. */
export type Shows = "people" | "pieces";

/** A station as the supervisor's tile shows it: nobody ever stands beside a number of pieces, nor beside how long nothing moves ([FL8]). */
export function stationTile(
  station: StationInLine,
  floor: Floor,
  { shows, i18n }: { readonly shows: Shows; readonly i18n: FloorI18n },
): StationTileView {
  const { row } = station;
  const wall = tileView(station, floor.scene);
  const there = peopleAt(row.stationId, floor);
  const people = shows === "people" && there !== null ? there.people : [];
  const isCounted = people.length === 0 && wall.state !== "support";
  const bundles = row.waiting?.bundles ?? null;
  return {
    stationId: row.stationId,
    state: wall.state,
    name: row.name,
    number: wall.number,
    operation: row.operation,
    word: wall.word ?? i18n.t.floorStations.support,
    since: people.length > 0 ? null : wall.since,
    pieces:
      isCounted && wall.pieces !== null ? { value: wall.pieces, expected: wall.expected } : null,
    spark: isCounted ? wall.spark : null,
    note: noteOf(station, floor, i18n),
    people,
    nobody: shows === "people" ? nobodyAt(there, i18n) : null,
    packets: bundles === null ? null : { bundles, label: i18n.t.floorStations.packets(bundles) },
    bottleneck: station.isBottleneck ? i18n.t.floorStations.bottleneck : null,
  };
}

/** Who is at a station; null where nobody may know. */
export function peopleAt(stationId: string, { lists }: Floor): StationPeople | null {
  const list = lists.presence.value;
  if (list === null) return null;
  const found = list.stations.find((station) => station.stationId === stationId);
  return found ?? { stationId, people: [], expected: [] };
}

function nobodyAt(there: StationPeople | null, { t }: FloorI18n): string | null {
  if (there === null) return null;
  const [expected] = there.expected;
  return expected === undefined ? t.floorStations.nobody : t.floorStations.expected(expected.name);
}

/** Why it stands still, since when nothing is known, that no pace is asked: whatever a number would hide. */
function noteOf({ row }: StationInLine, floor: Floor, i18n: FloorI18n): string | null {
  const { state, since } = stationState(row, momentOf(floor.scene));
  switch (state) {
    case "support":
      return i18n.t.floorStations.noPace;
    case "stopped":
      return causeName(row.mark?.cause ?? null, floor.causes, i18n);
    case "no-data":
      return since === null
        ? i18n.wall.tile.neverHeard
        : `${i18n.wall.tile.since} ${i18n.duration(floor.scene.asOf - since)}`;
    default:
      return row.suspects > 0 ? i18n.wall.tile.suspects(row.suspects) : null;
  }
}
