import {
  type Board,
  type CallRow,
  type LineRow,
  QUALITY_TARGETS,
  type QualityRow,
  type StationRow,
} from "@trame/shared";
import { describe, expect, it } from "vitest";
import { stripView } from "../../floor-ui/src/pages/wall/strip-view.ts";
import { callRow } from "../browser/support/full-board.ts";
import { at, lineRow, stationRow } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

const stopped = (time: string) =>
  ({ reported: { state: "fault", at: at(time) }, lastPieceAt: at("08:00") }) as const;
const silent = (time: string) => ({ heardAt: at(time) });

const PLAIN = { isEscalated: false, isNew: false };
const GOOD = { inspected: 500, goodFirst: 489, defects: 12, top: [] };

interface Given {
  readonly time?: string;
  readonly rows?: readonly Partial<StationRow>[];
  readonly line?: Partial<LineRow> | null;
  readonly isOld?: boolean;
  readonly board?: Partial<Board>;
  readonly calls?: readonly CallRow[];
  readonly seenAt?: ReadonlyMap<string, number>;
  readonly quality?: QualityRow | null;
  readonly targets?: typeof QUALITY_TARGETS;
}

function viewOf({ time = "11:35", rows = [{}], line = {}, isOld = false, ...given }: Given) {
  const {
    board = {},
    calls = [],
    seenAt = new Map(),
    quality = null,
    targets = QUALITY_TARGETS,
  } = given;
  const stations = rows.map((over, index) => {
    const heardAt = at(time) - 1000;
    const row = stationRow({ heardAt, stationId: `S${index + 1}`, ...over });
    return { row, number: String(index + 1), place: `Poste ${index + 1}`, lineName: null };
  });
  const shown =
    line === null ? null : { line: lineRow(line), outputs: stations.map(({ row }) => row) };
  return stripView({
    ...sceneAt(time, board),
    stations,
    calls,
    seenAt,
    quality: [quality],
    targets,
    shown,
    isOld,
  });
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
          detail: "depuis 15\u00a0min",
          ...PLAIN,
        },
        {
          id: "S4",
          kind: "stopped",
          number: "4",
          title: "À l’arrêt",
          detail: "depuis 3\u00a0min",
          ...PLAIN,
        },
        {
          id: "S2",
          kind: "no-data",
          number: "2",
          title: "Sans données",
          detail: "depuis 35\u00a0min",
          ...PLAIN,
        },
      ],
      more: "+\u00a01\u00a0poste",
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
      ["S3", "depuis 35\u00a0min"],
      ["S2", "depuis 5\u00a0min"],
      ["S1", ""],
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
      [{ title: "Rythme tenu", detail: "11\u00a0h\u00a0: 70\u00a0pièces sur 70", isGood: true }],
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

  it("[W29] names calls before stopped machines, those that nobody took first, the oldest first", () => {
    const calls = [
      callRow({ stationId: "S1", call: "material", at: at("11:20"), takenAt: at("11:22") }),
      callRow({ stationId: "S2", at: at("11:34") }),
      callRow({ stationId: "S3", call: "supervisor", at: at("11:32") }),
    ];
    const rows = [{}, {}, {}, stopped("11:00")];
    const { alerts, more } = viewOf({ rows, calls });
    const told = alerts.map(({ kind, number, title, detail }) => [kind, number, title, detail]);
    expect({ told, more }).toEqual({
      told: [
        ["call", "3", "Encadrement", "depuis 3\u00a0min"],
        ["call", "2", "Mécanicien", "depuis 1\u00a0min"],
        ["taken", "1", "Matière", "pris en charge"],
      ],
      more: "+\u00a01\u00a0poste",
    });
  });

  it("[W29] tells a stopped machine that somebody calls for once, by the call", () => {
    const { alerts } = viewOf({ rows: [stopped("11:00")], calls: [callRow({ stationId: "S1" })] });
    expect(alerts.map(({ title, detail }) => [title, detail])).toEqual([
      ["Mécanicien", "Poste 1 · depuis 3\u00a0min"],
    ]);
  });

  it("[W29] says that a call is unanswered once its delay is over, and no longer when it is taken", () => {
    const call = callRow({ stationId: "S1", at: at("11:30") });
    const taken = { ...call, takenAt: at("11:34"), escalatesAt: null };
    const told = [
      viewOf({ time: "11:34", calls: [call] }),
      viewOf({ calls: [call] }),
      viewOf({ calls: [taken] }),
    ].map(({ alerts: [first] }) => [first?.isEscalated, first?.detail]);
    expect(told).toEqual([
      [false, "Poste 1 · depuis 4\u00a0min"],
      [true, "Poste 1 · sans réponse · 5\u00a0min"],
      [false, "Poste 1 · pris en charge"],
    ]);
  });

  it("[W29] counts no minute that is not over", () => {
    const call = callRow({ stationId: "S1", at: at("11:35") - 59_000 });
    const [first] = viewOf({ calls: [call] }).alerts;
    expect(first?.detail).toBe("Poste 1 · à l’instant");
  });

  it("[W30] names DHU in full while three need somebody, in short once more are to come", () => {
    const labelsOf = (stationIds: readonly string[]) => {
      const calls = stationIds.map((stationId) => callRow({ stationId }));
      return viewOf({ rows: [{}, {}, {}, {}], calls, quality: GOOD }).quality.map((q) => q.label);
    };
    expect([labelsOf(["S1", "S2", "S3"]), labelsOf(["S1", "S2", "S3", "S4"])]).toEqual([
      ["Défauts pour 100 (DHU)", "Bon du premier coup"],
      ["DHU", "Bon du 1ᵉʳ coup"],
    ]);
  });

  it("[W29] leaves all its room to calls where there are three", () => {
    const calls = ["S1", "S2", "S3", "S4", "S5"].map((stationId) => callRow({ stationId }));
    const { alerts, more, facts } = viewOf({ rows: [{}, {}, {}, {}, {}], calls });
    expect([alerts.length, more, facts]).toEqual([3, "+\u00a02\u00a0appels", []]);
  });

  it("[W30] ticks quality on target, leaves it bare otherwise, and is silent while nothing was inspected", () => {
    const poor = { ...GOOD, goodFirst: 480, defects: 20 };
    const told = [GOOD, poor, null].map((quality) =>
      viewOf({ quality }).quality.map(({ label, value, onTarget }) => [label, value, onTarget]),
    );
    expect(told).toEqual([
      [
        ["Défauts pour 100 (DHU)", "2,4", "objectif atteint"],
        ["Bon du premier coup", "97,8\u00a0%", "objectif atteint"],
      ],
      [
        ["Défauts pour 100 (DHU)", "4,0", null],
        ["Bon du premier coup", "96,0\u00a0%", null],
      ],
      [],
    ]);
  });

  it("[SE3] ticks quality from where the workshop says that it is on target", () => {
    const told = [
      { mostDhu: 2.4, leastFirstPass: 0.978 },
      { mostDhu: 2.3, leastFirstPass: 0.979 },
    ].map((targets) => viewOf({ quality: GOOD, targets }).quality.map(({ onTarget }) => onTarget));
    expect(told).toEqual([
      ["objectif atteint", "objectif atteint"],
      [null, null],
    ]);
  });

  it("[W30] ticks nothing on an old picture, and gives the room of the pace to quality", () => {
    const { quality, pace } = viewOf({ quality: GOOD, isOld: true });
    expect([quality.map(({ onTarget }) => onTarget), pace]).toEqual([[null, null], null]);
  });
});
