/** What the supervisor's page shows of its lines beside the wall, by its own view functions, from the same live rows. */
import { CAUSES, flowOf, type LineFlow } from "@trame/shared";
import type { BoardStore } from "../../../floor-ui/src/data/board-store.ts";
import { floorWords } from "../../../floor-ui/src/i18n/floor-words.ts";
import { stationTile } from "../../../floor-ui/src/pages/floor/station-view.ts";
import type { Floor } from "../../../floor-ui/src/pages/floor/use-floor.ts";
import { bottleneckIds, followStation, wholeLine } from "../../../floor-ui/src/pages/wall/rows.ts";
import { momentOf, type Scene } from "../../../floor-ui/src/pages/wall/scene.ts";
import { i18n } from "./shown-on-wall.ts";

export interface SupervisedLine {
  readonly lineId: string;
  readonly tiles: ReadonlyMap<string, ReturnType<typeof stationTile>>;
  readonly flow: LineFlow;
}

/** A list that nobody asked the server for. */
const UNREAD = { value: null, ask: () => undefined } as unknown as Floor["lists"]["presence"];

/** Each line at a moment, UTC ms; pieces on the tiles, since nobody typed the token. */
export function shownToSupervisor(store: BoardStore, asOf: number): SupervisedLine[] {
  const head = store.head.value;
  if (head === null) return [];
  const scene: Scene = { head, asOf, i18n, causes: CAUSES };
  return head.lineIds.flatMap((lineId) => {
    const whole = wholeLine(store, lineId);
    if (whole === null) return [];
    const { line } = whole;
    const moment = momentOf(scene);
    const held = bottleneckIds(store, lineId, moment);
    const stations = line.stationIds.flatMap(
      (id) => followStation(store, id, held.includes(id)) ?? [],
    );
    const flow = flowOf(line, whole.stations, moment);
    const lists = { presence: UNREAD, stops: { value: null } } as unknown as Floor["lists"];
    const floor: Floor = { line, stations, scene, flow, lists, causes: CAUSES, canAct: false };
    const tiles = stations.map((station) => {
      const shown = stationTile(station, floor, { shows: "pieces", i18n: floorWords(i18n) });
      return [shown.stationId, shown] as const;
    });
    return [{ lineId, tiles: new Map(tiles), flow }];
  });
}
