/** All that a wall shows of its lines, by its own view functions, from the rows that reached it over the live socket. */
import { CAUSES, QUALITY_TARGETS } from "@trame/shared";
import { type BoardStore, createBoardStore } from "../../../floor-ui/src/data/board-store.ts";
import { hoursView } from "../../../floor-ui/src/pages/wall/hours-view.ts";
import { numbersView } from "../../../floor-ui/src/pages/wall/numbers-view.ts";
import {
  bottleneckIds,
  followStation,
  lookAtLine,
  nameStations,
} from "../../../floor-ui/src/pages/wall/rows.ts";
import { momentOf, type Scene } from "../../../floor-ui/src/pages/wall/scene.ts";
import { stripView } from "../../../floor-ui/src/pages/wall/strip-view.ts";
import { tileView } from "../../../floor-ui/src/pages/wall/tile-view.ts";
import { i18nOf } from "../../floor-ui/support/scene.ts";
import type { Screen } from "../open-workshop.ts";

export interface ShownLine {
  readonly lineId: string;
  readonly numbers: ReturnType<typeof numbersView>;
  readonly hours: ReturnType<typeof hoursView>["bars"];
  readonly tiles: ReadonlyMap<string, ReturnType<typeof tileView>>;
  readonly strip: ReturnType<typeof stripView>;
}

export const i18n = i18nOf("fr");

/** A screen's store after all that it heard, but for what `isLost` says got lost on the way. */
export function storeOf(
  { heard }: Pick<Screen, "heard">,
  isLost: (index: number) => boolean = () => false,
): BoardStore {
  const store = createBoardStore();
  for (const [index, message] of heard.entries()) if (!isLost(index)) store.accept(message);
  return store;
}

/** Each line as the wall of that line alone shows it at a moment, UTC ms. */
export function shownOnWall(store: BoardStore, asOf: number): ShownLine[] {
  const head = store.head.value;
  if (head === null) return [];
  const scene: Scene = { head, asOf, i18n, causes: CAUSES };
  return head.lineIds.flatMap((lineId) => {
    const shown = lookAtLine(store, lineId);
    if (shown === null) return [];
    const { line } = shown;
    const held = bottleneckIds(store, lineId, momentOf(scene));
    const tiles = line.stationIds.flatMap((id) => {
      const station = followStation(store, id, held.includes(id));
      return station === null ? [] : [[id, tileView(station, scene)] as const];
    });
    const strip = stripView({
      ...scene,
      stations: nameStations(store, [lineId]),
      calls: line.calls,
      seenAt: new Map(),
      targets: QUALITY_TARGETS,
      quality: [line.quality],
      shown,
      isOld: false,
    });
    return {
      lineId,
      numbers: numbersView(shown, scene),
      hours: hoursView(line, scene).bars,
      tiles: new Map(tiles),
      strip,
    };
  });
}
