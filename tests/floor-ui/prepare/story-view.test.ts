import { describe, expect, it } from "vitest";
import type { Story, StoryFact } from "../../../floor-ui/src/data/desk/rows.ts";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { deskWords } from "../../../floor-ui/src/i18n/prepare.ts";
import { operationRows } from "../../../floor-ui/src/pages/prepare/progress-view.ts";
import { daysOf, storyLines } from "../../../floor-ui/src/pages/prepare/story-view.ts";
import { at } from "../../browser/support/rows.ts";

const OUTCOME = { good: 50, rework: 0, second: 0, scrap: 0 };
const names = {
  stationName: (id: string) => `Poste ${id.slice(2)}`,
  operations: [{ code: "40", label: { fr: "Plis", en: "Pleats" } }],
};

function fact(over: Partial<StoryFact>): StoryFact {
  return {
    at: at("10:12"),
    kind: "scan",
    origin: "scan",
    key: "key",
    stationId: "S03",
    isAccepted: true,
    isUndone: false,
    isOffline: false,
    message: null,
    conflict: null,
    operation: "40",
    pieces: null,
    outcome: null,
    details: {},
    ...over,
  };
}

function tell(over: Partial<StoryFact>, language: "fr" | "en" = "fr") {
  const story = { bundle: { code: "118-117-K" }, facts: [fact(over)] } as unknown as Story;
  const i18n = deskWords(createI18n(language, "Europe/Paris"));
  const [line] = storyLines(story, names, i18n);
  return line!;
}

describe("story of a bundle", () => {
  it("[J6] says when, where, what, how many and how it is known", () => {
    const line = tell({ kind: "finish", outcome: OUTCOME });
    expect(`${line.time} · ${line.text}`.replaceAll("\u00a0", " ")).toBe(
      "10 h 12 · Poste 3 · Fini · Plis · 50 bonnes · scanné",
    );
    expect(tell({ kind: "finish", outcome: OUTCOME }, "en").text.replaceAll("\u00a0", " ")).toBe(
      "Poste 3 · Finished · Pleats · 50 good · scanned",
    );
  });

  it.each<[string, Partial<StoryFact>, string | null]>([
    ["a scan", { kind: "scan" }, "key"],
    ["pieces that came back", { kind: "return" }, "key"],
    ["a refused scan", { isAccepted: false }, null],
    ["a scan that is taken back already", { isUndone: true }, null],
    ["an undo", { kind: "undo" }, null],
    ["a cut", { kind: "cut" }, null],
    ["what was deduced", { kind: "deduced", key: null }, null],
  ])("[J16] tells whether %s can be taken back", (_, over, undoes) => {
    expect(tell(over).undoes).toBe(undoes);
  });

  it.each<[string, Partial<StoryFact>, string, string[]]>([
    [
      "deduced",
      { kind: "deduced", origin: "deduced", outcome: OUTCOME },
      "Poste 3 · Pas scanné · Plis · 50 bonnes · déduit",
      ["deduced"],
    ],
    ["undone", { isUndone: true }, "Poste 3 · Pris · Plis · scanné", ["undone"]],
    [
      "in conflict, offline",
      { conflict: "done-twice", isOffline: true },
      "Poste 3 · Pris · Plis · scanné",
      ["conflict", "offline"],
    ],
    [
      "counted by the machine",
      { kind: "machine", origin: "machine", pieces: 48 },
      "Poste 3 · Compté par la machine · Plis · 48 à la machine · machine",
      [],
    ],
    [
      "gone outside",
      {
        kind: "dispatch",
        origin: "hand",
        stationId: "desk",
        operation: null,
        details: { partner: "Doubs", slipId: "BL-1" },
      },
      "Parti dehors · Doubs · bon BL-1 · à la main",
      [],
    ],
    [
      "settled",
      {
        kind: "settle",
        origin: "hand",
        stationId: null,
        operation: null,
        details: { choice: "drop", reason: "erreur" },
      },
      "Réglé par un responsable · retiré · « erreur » · à la main",
      [],
    ],
    [
      "a ticket that was replaced",
      {
        kind: "ticket",
        origin: "hand",
        stationId: null,
        operation: null,
        details: { number: 117, state: "replaced" },
      },
      "Ticket n° 117, remplacé depuis · à la main",
      [],
    ],
    [
      "not all good",
      { kind: "finish", outcome: { good: 1, rework: 2, second: 3, scrap: 4 } },
      "Poste 3 · Fini · Plis · 1 bonne, 2 en retouche, 3 en 2e choix, 4 au rebut · scanné",
      [],
    ],
  ])("[J6] tells what was %s", (...[, over, text, marks]) => {
    const line = tell(over);
    expect(line.text.replaceAll("\u00a0", " ")).toBe(text);
    expect(line.marks).toEqual(marks);
  });

  it("[J6] tells what was refused with what was answered", () => {
    const message = "C’est trop tôt.";
    const refused = tell({ isAccepted: false, message });
    expect(refused).toMatchObject({ answer: message, marks: ["refused"] });
    expect(tell({ message: "Plis\u00a0: taille M." }).answer).toBeNull();
  });

  it("[J6] puts facts under the days of the workshop's zone", () => {
    const i18n = deskWords(createI18n("fr", "Europe/Paris"));
    const late = fact({ at: Date.parse("2026-11-23T23:30Z") });
    const story = {
      bundle: { code: "118-117-K" },
      facts: [fact({}), fact({}), late],
    } as unknown as Story;
    const days = daysOf(storyLines(story, names, i18n));
    expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ["2026-11-23", 2],
      ["2026-11-24", 1],
    ]);
  });
});

describe("en-cours of the operations of an order", () => {
  const operation = (code: string, good: number, second = 0) => ({
    code,
    label: { fr: code },
    good,
    deduced: 0,
    rework: 0,
    second,
    scrap: 0,
  });
  const step = (code: string, after: string[]) => ({
    code,
    after,
    label: { fr: code },
    machine: "Table",
    standardMinutes: 1,
    countedBy: "scan" as const,
  });

  it("[J5] is past all that comes before and not past it; a join waits for its slowest part", () => {
    const operations = [step("10", []), step("20", []), step("30", ["10", "20"])];
    const routing = { styleId: "P", version: 1, parts: [], operations };
    const done = [operation("10", 150), operation("20", 90), operation("30", 40, 2)];
    const rows = operationRows(done, { cut: 200, routing });
    expect(rows.map(({ inProcess }) => inProcess)).toEqual([50, 110, 48]);
  });

  it("[JO5] tells a correction with what it says instead, and where a figure can be corrected", () => {
    const details = {
      amends: "k",
      reason: "Recompté",
      to: { outcome: { ...OUTCOME, good: 48, scrap: 2 } },
    };
    const told = tell({ kind: "amend", origin: "hand", stationId: null, operation: null, details });
    expect(told.text).toBe(
      "Chiffre corrigé · 48\u00a0bonnes, 2 au rebut · «\u00a0Recompté\u00a0» · à la main",
    );
    expect(tell({ kind: "finish", outcome: OUTCOME }).corrects).toBe("act=key");
    expect(tell({ kind: "cut" }).corrects).toBe("act=key&code=118-117-K");
    expect(tell({ kind: "finish", outcome: OUTCOME, isUndone: true }).corrects).toBeNull();
  });
});
