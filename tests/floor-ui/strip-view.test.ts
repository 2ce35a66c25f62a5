import type { Board, LineRow, StationRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { stripView } from "../../floor-ui/src/pages/wall/strip-view.ts";
import { at, lineRow, stationRow } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

const stopped = (time: string) =>
  ({ reported: { state: "fault", at: at(time) }, lastPieceAt: at("08:00") }) as const;
const silent = (time: string) => ({ heardAt: at(time) });

interface Given {
  readonly time?: string;
  readonly rows?: readonly Partial<StationRow>[];
  readonly line?: Partial<LineRow> | null;
  readonly isOld?: boolean;
  readonly board?: Partial<Board>;
}

function viewOf({ time = "11:35", rows = [{}], line = {}, isOld = false, board = {} }: Given) {
  const stations = rows.map((over, index) => {
    const heardAt = at(time) - 1000;
    const row = stationRow({ heardAt, stationId: `S${index + 1}`, ...over });
    return { row, number: String(index + 1), place: `Poste ${index + 1}` };
  });
  const shown =
    line === null ? null : { line: lineRow(line), outputs: stations.map(({ row }) => row) };
  return stripView({ ...sceneAt(time, board), stations, shown, isOld });
}

describe("strip", () => {
  it("[W9] names stopped machines before silent ones, the longest first, then how many more", () => {
    const rows = [silent("11:10"), silent("11:00"), {}, stopped("11:32"), stopped("11:20")];
    const { alerts, more, facts } = viewOf({ rows, line: { hours: [] } });
    expect({ alerts, more, facts }).toEqual({
      alerts: [
        {
          id: "S5",
          kind: "stopped",
          number: "5",
          title: "À l’arrêt",
          detail: "Poste 5 · depuis 15\u00a0min",
        },
        {
          id: "S4",
          kind: "stopped",
          number: "4",
          title: "À l’arrêt",
          detail: "Poste 4 · depuis 3\u00a0min",
        },
        {
          id: "S2",
          kind: "no-data",
          number: "2",
          title: "Sans données",
          detail: "Poste 2 · depuis 35\u00a0min",
        },
      ],
      more: "+ 1",
      facts: [],
    });
  });

  it("[W19] says nothing of stations without a counter, nor of stops where none has one", () => {
    const without = { deviceId: null, heardAt: null };
    const half = viewOf({ rows: [{}, without, without, without] });
    const none = viewOf({ rows: [without] });
    expect([half.alerts, half.quiet?.title, none.alerts, none.quiet]).toEqual([
      [],
      "Aucun arrêt",
      [],
      null,
    ]);
  });

  it("[W9] names a counter that was never heard after those that fell silent", () => {
    const rows = [{ heardAt: null }, silent("11:30"), silent("11:00")];
    const { alerts } = viewOf({ rows, line: { hours: [] } });
    expect(alerts.map(({ id, detail }) => [id, detail])).toEqual([
      ["S3", "Poste 3 · depuis 35\u00a0min"],
      ["S2", "Poste 2 · depuis 5\u00a0min"],
      ["S1", "Poste 1"],
    ]);
  });

  it("[W10] says that nothing is stopped when that is so", () => {
    expect([viewOf({}).quiet, viewOf({ rows: [silent("11:00")] }).quiet]).toEqual([
      { title: "Aucun arrêt", detail: "Tous les compteurs répondent", isGood: true },
      null,
    ]);
  });

  it("[W10] says « Rythme tenu » when the hour has what the target asks, and not one piece before", () => {
    const held = (pieces: number) =>
      viewOf({ line: { hours: [{ hour: at("11:00"), pieces }] } }).facts;
    expect([held(70), held(69)]).toEqual([
      [{ title: "Rythme tenu", detail: "11\u00a0h : 70\u00a0pièces sur 70", isGood: true }],
      [],
    ]);
  });

  it("[W10] says no good news from an old picture, nor in the first minutes of an hour", () => {
    const early = viewOf({ time: "11:04", line: { hours: [{ hour: at("11:00"), pieces: 70 }] } });
    const old = viewOf({ isOld: true });
    expect([early.facts, old.facts, old.quiet]).toEqual([[], [], null]);
  });

  it("[W10] says why it is quiet outside working time", () => {
    const over = { reported: null, lastPieceAt: at("07:00") };
    const quiet = ["07:30", "12:20", "17:30"].map((time) => viewOf({ time, rows: [over] }).quiet);
    expect(quiet.map((fact) => [fact?.title, fact?.detail])).toEqual([
      ["Avant l’ouverture", "début à 8\u00a0h\u00a000"],
      ["Pause", "jusqu’à 13\u00a0h\u00a000"],
      ["Journée terminée", "à 17\u00a0h\u00a000"],
    ]);
  });

  it("[W9] tells what the counters need of a person", () => {
    const { facts } = viewOf({ rows: [{ suspects: 2 }], board: { recomputing: 1 } });
    expect(facts.map(({ title, detail }) => [title, detail])).toEqual([
      ["Recalcul en cours", "1\u00a0compteur"],
      ["2\u00a0sauts de compteur", "à vérifier"],
    ]);
  });

  it("[W10] shows the line's pace beside the one expected, none where several lines are shown", () => {
    expect([
      viewOf({}).pace,
      viewOf({ line: { target: null } }).pace?.label,
      viewOf({ line: null }).pace,
    ]).toEqual([
      { label: "Cadence · attendue 120", value: "120", unit: "pièces/h" },
      "Cadence",
      null,
    ]);
  });
});
