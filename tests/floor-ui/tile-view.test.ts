import type { StationRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { stationNumber, tileView } from "../../floor-ui/src/pages/wall/tile-view.ts";
import { at, stationRow, workday } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

const PLACE = { index: 0, target: 960, sharing: 1, isBottleneck: false };

/** Stopped since 11:32, for a reason. */
function stopped(cause: string): Partial<StationRow> {
  const from = at("11:32");
  const mark = { key: "stop-1", from, to: null, cause, class: "machine", isGroup: false } as const;
  return { mark, lastPieceAt: at("11:31") };
}

function viewOf(over: Partial<StationRow> = {}, time = "11:35", sharing = 1) {
  return tileView(
    { row: stationRow(over), index: 0, target: 960, sharing, isBottleneck: false },
    sceneAt(time),
  );
}

describe("tile", () => {
  it("[W2] shows the pieces of the hour, what is expected of it, the pace and the last hour", () => {
    expect(viewOf()).toEqual({
      state: "running",
      number: "1",
      operation: "Surjet des bords",
      word: "En marche",
      since: null,
      pieces: "74",
      expected: "70",
      spark: { points: Array.from({ length: 12 }, () => 10), expected: 10 },
      note: [],
      packets: null,
      foot: { text: "120\u00a0pièces/h", isMark: false },
      flag: null,
      label: "Poste 1, Surjet des bords\u00a0: En marche, 74\u00a0pièces sur 70 attendues",
    });
  });

  it("[F4] [W2] shows half of what is expected where two stations share the operation", () => {
    expect(viewOf({}, "11:35", 2).expected).toBe("35");
  });

  it("[PR6] shows what its group made where figures are not told per station, and nothing of its own", () => {
    const minutes = { from: at("10:30"), counts: [] };
    const hours = [{ hour: at("11:00"), pieces: 148 }];
    const group = {
      ...{ operations: ["Surjet", "Plis"], stationIds: ["S01", "S02", "S03", "S04"] },
      ...{ pieces: 900, hours, minutes },
    };
    const row = stationRow({ pieces: null, hours: null, minutes: null });
    const view = tileView({ ...PLACE, row, group }, sceneAt("11:35"));
    expect([view.pieces, view.expected, view.spark, view.foot]).toEqual([null, null, null, null]);
    expect([view.word, view.note]).toEqual(["En marche", ["74/70 à 4\u00a0postes"]]);
    expect(view.label).toBe("Poste 1, Surjet des bords\u00a0: En marche");
  });

  it("[W3] shows a dash and since when, where there is no data", () => {
    const { state, word, pieces, expected, spark, note, foot } = viewOf({ heardAt: at("11:12") });
    expect({ state, word, pieces, expected, spark, note, foot }).toEqual({
      state: "no-data",
      word: "Sans données",
      pieces: "—",
      expected: null,
      spark: null,
      note: ["depuis", "23\u00a0min"],
      foot: null,
    });
  });

  it("[W3] [W19] tells a counter that never spoke from a station without one", () => {
    const shown = [{ heardAt: null }, { heardAt: null, deviceId: null }].map((over) =>
      viewOf(over),
    );
    expect(shown.map(({ state, word, pieces, note }) => ({ state, word, pieces, note }))).toEqual([
      { state: "no-data", word: "Sans données", pieces: "—", note: ["rien", "reçu"] },
      { state: "no-counter", word: "Sans compteur", pieces: "—", note: [] },
    ]);
  });

  it("[W19] claims no zero for a station without a counter, in a break either", () => {
    const { word, pieces, foot } = viewOf({ heardAt: null, deviceId: null, pieces: 0 }, "12:20");
    expect({ word, pieces, foot }).toEqual({ word: "Sans compteur", pieces: "—", foot: null });
  });

  it("[W19] says « No counter » in English", () => {
    const row = stationRow({ heardAt: null, deviceId: null });
    const scene = sceneAt("11:35", {}, "en");
    expect(
      tileView({ row, index: 0, target: 960, sharing: 1, isBottleneck: false }, scene).label,
    ).toBe("Station 1, Surjet des bords: No counter");
  });

  it("[W1] says how long it waited in working time, lunch left out", () => {
    const { state, word, since } = tileView(
      {
        row: stationRow({ lastPieceAt: at("11:58"), heardAt: at("13:03") }),
        index: 0,
        target: 960,
        sharing: 1,
        isBottleneck: false,
      },
      sceneAt("13:03"),
    );
    expect([state, word, since]).toEqual(["waiting", "En attente", "5\u00a0min"]);
  });

  it("[W1] says that a stop wants a cause", () => {
    const reported = { state: "fault", at: at("11:32") } as const;
    const { state, word, since, note } = viewOf({ reported, lastPieceAt: at("11:31") });
    expect([state, word, since, note.join(" ")]).toEqual([
      "stopped",
      "À l’arrêt",
      "3\u00a0min",
      "Cause à préciser",
    ]);
  });

  it("[W1] says « Pause » in a break and « Fermé » after the day, with the pieces of the day", () => {
    const over = { lastPieceAt: at("11:59") };
    const shown = ["12:20", "17:30"].map((time) => viewOf(over, time));
    expect(
      shown.map(({ state, word, pieces, expected }) => [state, word, pieces, expected]),
    ).toEqual([
      ["closed", "Pause", "431", null],
      ["closed", "Fermé", "431", null],
    ]);
  });

  it("[W1] asks a person to look at a leap of the counter", () => {
    expect(viewOf({ suspects: 2 }).foot).toEqual({ text: "2\u00a0sauts à vérifier", isMark: true });
  });

  it("[F1] [W2] shows no expected pieces where no target was set, nor on a day off", () => {
    const row = stationRow();
    const station = { row, index: 0, target: 960, sharing: 1, isBottleneck: false };
    expect([
      tileView({ ...station, target: null }, sceneAt("11:35")).expected,
      tileView(station, sceneAt("11:35", { windows: [] })).expected,
    ]).toEqual([null, null]);
  });

  it("[W3] draws the last hour from what is known of it, and nothing too early in the day", () => {
    const minutes = { from: at("08:00"), counts: [1, 2, 0, 3, 1, 2, 2, 2, 2, 2, 4] };
    const row = { minutes, heardAt: at("08:11"), lastPieceAt: at("08:10") };
    expect([viewOf(row, "08:09").spark, viewOf(row, "08:11:30").spark?.points]).toEqual([
      null,
      [8, 12],
    ]);
  });

  it("[W1] is numbered by its name, else by its place", () => {
    const names = ["Poste 12 bis", "Poste 07", "Contrôle", "Machine 4711"];
    expect(names.map((name) => stationNumber(name, 4))).toEqual(["12", "7", "5", "5"]);
  });

  it("[W2] speaks English", () => {
    const station = { row: stationRow(), index: 0, target: 960, sharing: 1, isBottleneck: false };
    const scene = sceneAt("11:35", { windows: workday }, "en");
    expect(tileView(station, scene).label).toBe(
      "Station 1, Surjet des bords: Running, 74 pieces of 70 expected",
    );
  });

  it("[W26] says why a station stands still, in the workshop's words, on two lines", () => {
    const causes = [
      { code: "thread", class: "machine", label: { fr: "Aiguille cassée", en: "Needle" } },
    ] as const;
    const station = { row: stationRow(stopped("thread")), ...PLACE };
    const { note, foot, label } = tileView(station, { ...sceneAt("11:35"), causes });
    expect({ note, foot, label }).toEqual({
      note: ["Aiguille", "cassée"],
      foot: null,
      label:
        "Poste 1, Surjet des bords\u00a0: À l’arrêt depuis 3\u00a0min, Aiguille cassée, 74\u00a0pièces sur 70 attendues",
    });
  });

  it("[W26] calls a cause that it does not know yet by its class, and asks for one that nobody gave", () => {
    expect(viewOf(stopped("belt")).note).toEqual(["Machine"]);
    expect(viewOf(stopped("")).note).toEqual(["Cause à", "préciser"]);
  });

  it("[W3] tells no pieces of a stopped station whose counter is silent", () => {
    const { state, pieces, expected } = viewOf({ ...stopped("thread"), heardAt: null });
    expect([state, pieces, expected]).toEqual(["stopped", "—", null]);
  });

  it("[W26] leaves out what is expected where a cause needs its room, on the tile only", () => {
    const { note, expected, label } = viewOf(stopped("power"));
    expect([note, expected]).toEqual([["Coupure", "de courant"], null]);
    expect(label).toContain("Coupure de courant, 74\u00a0pièces sur 70 attendues");
  });

  it("[W27] shows the bundles that wait in place of the pace, none of them where none are used", () => {
    const { packets, foot, label } = viewOf({ waiting: { bundles: 2, pieces: 40 } });
    expect([packets, foot, viewOf().packets]).toEqual([{ bundles: 2, text: "2" }, null, null]);
    expect(label).toMatch(/, 2\u00a0paquets en attente$/);
    const none = viewOf({ waiting: { bundles: 0, pieces: 0 } });
    expect(none.packets).toEqual({ bundles: 0, text: "0" });
  });

  it("[W27] asks to look at a leap of the counter also where bundles wait", () => {
    const { note, spark } = viewOf({ suspects: 1, waiting: { bundles: 2, pieces: 40 } });
    expect([note, spark]).toEqual([["1\u00a0saut à", "vérifier"], null]);
  });

  it("[W28] marks a bottleneck whatever its state", () => {
    const station = { row: stationRow({ heardAt: at("11:12") }), ...PLACE, isBottleneck: true };
    const { state, flag, label } = tileView(station, sceneAt("11:35"));
    expect([state, flag, label]).toEqual([
      "no-data",
      "Goulot",
      "Poste 1, Surjet des bords\u00a0: Sans données, goulot",
    ]);
  });

  it("[W25] claims nothing of a station where somebody is helped, and shows what waits for it", () => {
    const mark = { ...stopped("support").mark!, class: "support" } as const;
    expect(viewOf({ mark, waiting: { bundles: 3, pieces: 60 } })).toEqual({
      state: "support",
      number: "1",
      operation: "Surjet des bords",
      word: null,
      since: null,
      pieces: null,
      expected: null,
      spark: null,
      note: [],
      packets: { bundles: 3, text: "3" },
      foot: null,
      flag: null,
      label: "Poste 1, Surjet des bords, 3\u00a0paquets en attente",
    });
  });
});
