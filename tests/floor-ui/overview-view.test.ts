import { describe, expect, it } from "vitest";
import { lineCardView } from "../../floor-ui/src/pages/wall/overview-view.ts";
import { at, lineRow, stationRow } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

const stopped = stationRow({
  stationId: "S02",
  reported: { state: "fault", at: at("11:32") },
  lastPieceAt: at("11:31"),
});
const helped = stationRow({
  stationId: "S03",
  mark: {
    key: "help-3",
    from: at("11:00"),
    to: null,
    cause: "support",
    class: "support",
    isGroup: false,
  },
});

describe("line at a glance", () => {
  it("[W33] shows its figures, what it sews, and how many stations are in which state", () => {
    const line = lineRow({
      orders: [{ orderId: "2026-118", name: "Masque lavable", pieces: 12_000 }],
    });
    const stations = [stationRow(), stopped, stationRow({ stationId: "S04" })];
    const { figures, order, states } = lineCardView(
      { line, outputs: [stationRow()], stations },
      sceneAt("11:35"),
    );
    expect({ done: figures.done.value, gap: figures.gap.value, order, states }).toEqual({
      done: "412",
      gap: "−18",
      order: "OF 2026-118 · Masque lavable",
      states: [
        { state: "stopped", count: 1, label: "À l’arrêt 1" },
        { state: "running", count: 2, label: "En marche 2" },
      ],
    });
  });

  it("[W25] [W33] does not count a station where somebody is helped among those that run", () => {
    const whole = { line: lineRow(), outputs: [], stations: [helped] };
    expect(lineCardView(whole, sceneAt("11:35")).states).toEqual([]);
  });
});
