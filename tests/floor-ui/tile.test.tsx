// @vitest-environment happy-dom

import { cleanup, render } from "@testing-library/preact";
import type { StationRow } from "@trame/shared";
import { afterEach, describe, expect, it } from "vitest";
import { tileView } from "../../floor-ui/src/pages/wall/tile-view.ts";
import { Tile } from "../../floor-ui/src/ui/tile.tsx";
import { at, stationRow } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

afterEach(cleanup);

const STATES: Record<string, { time: string; over: Partial<StationRow> }> = {
  running: { time: "11:35", over: {} },
  waiting: { time: "11:35", over: { lastPieceAt: at("11:32") } },
  stopped: {
    time: "11:35",
    over: { reported: { state: "fault", at: at("11:32") }, lastPieceAt: at("11:31") },
  },
  "no-data": { time: "11:35", over: { heardAt: at("11:12") } },
  "no-counter": { time: "11:35", over: { deviceId: null, heardAt: null } },
  closed: { time: "17:30", over: {} },
};

/** Somebody is being helped there. */
const HELPED = {
  key: "help-1",
  from: at("11:00"),
  to: null,
  cause: "support",
  class: "support",
  isGroup: false,
} as const;

/** What a person sees of a tile: its class (colour), its words, and whether a spark is drawn. */
function draw({ time, over }: { time: string; over: Partial<StationRow> }) {
  const row = stationRow({ heardAt: at(time) - 1000, ...over });
  const view = tileView(
    { row, index: 0, target: 960, sharing: 1, isBottleneck: false },
    sceneAt(time),
  );
  const { container } = render(<Tile view={view} />);
  const tile = container.querySelector("article")!;
  return {
    class: tile.className,
    shape: tile.querySelector(".g")?.innerHTML ?? "",
    said: [...tile.querySelectorAll("p")].map((p) => p.textContent).filter(Boolean),
    hasSpark: tile.querySelector(".spark") !== null,
    label: tile.getAttribute("aria-label"),
  };
}

describe("tile", () => {
  it.each([
    [0, 0],
    [3, 3],
    [99, 10],
    [100, 8],
    [1200, 6],
  ])("[W27] draws packets for %i bundles as far as their number leaves room", (bundles, drawn) => {
    const row = stationRow({ heardAt: at("11:34"), waiting: { bundles, pieces: bundles * 20 } });
    const station = { row, index: 0, target: 960, sharing: 1, isBottleneck: false };
    const { container } = render(<Tile view={tileView(station, sceneAt("11:35"))} />);
    expect(container.querySelectorAll(".packets i:not(.none)").length).toBe(drawn);
  });

  it.each([
    ["running", ["1", "Surjet des bords", "En marche", "74/70", "120\u00a0pièces/h"], true],
    [
      "waiting",
      ["1", "Surjet des bords", "En attente3\u00a0min", "74/70", "120\u00a0pièces/h"],
      true,
    ],
    [
      "stopped",
      ["1", "Surjet des bords", "À l’arrêt3\u00a0min", "74/70", "Cause àpréciser"],
      false,
    ],
    ["no-data", ["1", "Surjet des bords", "Sans données", "—", "depuis23\u00a0min"], false],
    ["no-counter", ["1", "Surjet des bords", "Sans compteur", "—"], false],
    ["closed", ["1", "Surjet des bords", "Fermé", "431"], false],
  ])("[W1] says %s by class and word", (state, said, hasSpark) => {
    const drawn = draw(STATES[state]!);
    expect({ class: drawn.class, said: drawn.said, hasSpark: drawn.hasSpark }).toEqual({
      class: `st ${state}`,
      said,
      hasSpark,
    });
  });

  it("[W1] has a shape of its own for each state", () => {
    const shapes = Object.values(STATES).map((given) => draw(given).shape);
    expect(new Set(shapes).size).toBe(6);
  });

  it("[W25] says nothing of a station where somebody is helped but its number and operation", () => {
    const { shape, said, hasSpark, label } = draw({ time: "11:35", over: { mark: HELPED } });
    expect({ shape, said, hasSpark, label }).toEqual({
      shape: "",
      said: ["1", "Surjet des bords"],
      hasSpark: false,
      label: "Poste 1, Surjet des bords",
    });
  });

  it("[W1] is a sentence to who cannot see it", () => {
    expect(draw(STATES["waiting"]!).label).toBe(
      "Poste 1, Surjet des bords\u00a0: En attente depuis 3\u00a0min, 74\u00a0pièces sur 70 attendues",
    );
  });
});
