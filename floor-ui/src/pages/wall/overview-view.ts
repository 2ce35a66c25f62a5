import { type StationRow, type StationState, stationState } from "@trame/shared";
import type { LineCardView, StateCount } from "../../ui/line-cards.tsx";
import type { LineInScene } from "./numbers-view.ts";
import { numbersView } from "./numbers-view.ts";
import { momentOf, type Scene } from "./scene.ts";
import { orderView } from "./top-view.ts";

/** A line with all its stations. */
export interface WholeLine extends LineInScene {
  readonly stations: readonly StationRow[];
}

/** States in the order in which somebody should look at them; of the others the room need not know. */
const COUNTED = ["stopped", "waiting", "no-data", "running"] as const;

/** A line at a glance: its figures, what it sews, how many of its stations are in which state. */
export function lineCardView(whole: WholeLine, scene: Scene): LineCardView {
  const { i18n } = scene;
  const { line } = whole;
  const figures = numbersView(whole, scene);
  const order = orderView(line.orders, i18n);
  return {
    lineId: line.lineId,
    figures,
    order: order === null ? null : `${order.id} · ${order.name}`,
    states: countStates(whole.stations, scene),
  };
}

function countStates(stations: readonly StationRow[], scene: Scene): StateCount[] {
  const { t } = scene.i18n;
  const moment = momentOf(scene);
  const counts = new Map<StationState, number>();
  for (const row of stations) {
    const { state } = stationState(row, moment);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const words = {
    stopped: t.state.stopped,
    waiting: t.state.waiting,
    "no-data": t.state.noData,
    running: t.state.running,
  };
  return COUNTED.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return count === 0 ? [] : [{ state, count, label: t.wall.stateCount(words[state], count) }];
  });
}
