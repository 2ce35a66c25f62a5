import type { Board, LineRow, StationRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { numbersView } from "../../floor-ui/src/pages/wall/numbers-view.ts";
import { at, evenMinutes, lineRow, stationRow } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

function viewOf(line: Partial<LineRow> = {}, time = "11:35", output: Partial<StationRow> = {}) {
  const heardAt = at(time) - 1000;
  const minutes = evenMinutes({ from: at("08:00"), to: at(time) }, 2);
  const outputs = [stationRow({ heardAt, lastPieceAt: heardAt, minutes, ...output })];
  return numbersView({ line: lineRow(line), outputs }, sceneAt(time));
}

describe("line figures", () => {
  it("[W6] are done, expected, target, gap and end", () => {
    const { done, expected, target, gap, end, empty } = viewOf();
    expect({ done, expected, target, gap, end, empty }).toEqual({
      done: { label: "Fait", value: "412", note: null },
      expected: { label: "Attendu à\u00a0cette\u00a0heure", short: "Attendu", value: "430" },
      target: { label: "Objectif", value: "960" },
      gap: { label: "Écart", value: "\u221218", unit: "pièces" },
      end: {
        label: "Fin prévue",
        value: { kind: "time", hour: "17", separator: "h", minute: "10" },
      },
      empty: null,
    });
  });

  it("[W6] have the gap of the figures beside it, rounded as they are", () => {
    const { expected, gap } = viewOf({ pieces: 0, target: 100 }, "08:07");
    expect([expected.value, gap.value, gap.unit]).toEqual(["1", "\u22121", "pièce"]);
  });

  it("[W4] say « au moins » while an output station has no data, and forecast nothing", () => {
    const { done, end } = viewOf({}, "11:35", { heardAt: at("11:12") });
    expect([done.note, end.value]).toEqual(["au moins", { kind: "word", text: "—" }]);
  });

  it("[W19] [F13] say no « au moins » for an output station without a counter beside one that counts", () => {
    const outputs = [stationRow(), stationRow({ deviceId: null, heardAt: null })];
    const { done, tape } = numbersView({ line: lineRow(), outputs }, sceneAt("11:35"));
    expect([done, tape?.done]).toEqual([{ label: "Fait", value: "412", note: null }, 412]);
  });

  it("[W19] are dashes where no output station has a counter", () => {
    const uncounted = { deviceId: null, heardAt: null };
    const { done, gap, tape, end } = viewOf({ pieces: 0 }, "11:35", uncounted);
    expect([done.value, done.note, gap.value, tape, end.value]).toEqual([
      "—",
      null,
      "—",
      null,
      { kind: "word", text: "—" },
    ]);
  });

  it("[W5] forecast nothing below 30 min of data", () => {
    const early = viewOf({ pieces: 58 }, "08:29").end.value;
    const later = viewOf({ pieces: 60 }, "08:30").end.value;
    expect([early, later]).toEqual([
      { kind: "word", text: "—" },
      { kind: "time", hour: "17", separator: "h", minute: "00" },
    ]);
  });

  it("[W5] say « Atteint » at the target, and « Pas aujourd’hui » far beyond the day", () => {
    expect([viewOf({ pieces: 960 }).end.value, viewOf({ target: 9000 }).end.value]).toEqual([
      { kind: "word", text: "Atteint" },
      { kind: "word", text: "Pas aujourd’hui" },
    ]);
  });

  it("[F1] [W6] are dashes without a target, and the tape is left out", () => {
    const { expected, target, gap, end, tape } = viewOf({ target: null });
    expect([expected.value, target.value, gap.value, gap.unit, end.value, tape]).toEqual([
      "—",
      "—",
      "—",
      null,
      { kind: "word", text: "—" },
      null,
    ]);
  });

  it("[W17] say why there is none: no order, or a day on which nobody works, by its name", () => {
    const line = lineRow({ pieces: 0, target: null });
    const emptyOn = (board: Partial<Board>, language?: "en") => {
      const view = numbersView({ line, outputs: [] }, sceneAt("11:35", board, language));
      return [view.empty, view.emptyNote];
    };
    const dayLabel = { fr: "Fête nationale", en: "Bastille Day" };
    expect([
      viewOf({ pieces: 0, target: null }).empty,
      viewOf({ pieces: 0 }).empty,
      emptyOn({ windows: [] }),
      emptyOn({ windows: [], day: "2026-07-14", dayLabel }),
      emptyOn({ windows: [], day: "2026-07-14", dayLabel }, "en"),
      // The calendar was changed within the day.
      emptyOn({ dayLabel: { fr: "Inventaire", en: "Inventaire" } }),
    ]).toEqual([
      "Pas de commande en cours",
      null,
      ["Jour chômé", "lundi 23 novembre"],
      ["Jour chômé", "mardi 14 juillet, Fête nationale"],
      ["Day off", "Tuesday 14 July, Bastille Day"],
      ["Jour chômé", "lundi 23 novembre, Inventaire"],
    ]);
  });

  it("[W6] say the tape as a sentence", () => {
    expect(viewOf().tape?.label).toBe("412\u00a0pièces faites, 430 attendues, objectif 960");
  });
});
