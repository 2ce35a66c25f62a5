import type { OwnAct, OwnExport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { copyFr } from "../../../floor-ui/src/i18n/copy-fr.ts";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { ownDataFr } from "../../../floor-ui/src/i18n/own-data-fr.ts";
import { didLines } from "../../../floor-ui/src/pages/copy/copy-lines.ts";

const i18n = { ...createI18n("fr", "Europe/Paris"), t: ownDataFr };
const AT = Date.parse("2026-11-22T20:00:00Z");

/** What the copy says of one act. */
function told(kind: string, said: OwnAct["said"], over: Partial<OwnAct> = {}): string | undefined {
  const fate = { isUndone: false, isRefused: false };
  const copy: OwnExport = {
    ...{ at: AT, acts: 1, progress: null, mode: "team", assignmentsDays: 30, workshop: "Lons" },
    person: { id: "luc", pseudonym: "Luc", badgeCode: "P-413-K", hasPin: false, hasName: false },
    ...{ presences: [], plans: [], looks: [], requests: [] },
    stations: [{ id: "S01", name: "Poste 1" }],
    didActs: [{ at: AT, kind, stationId: "S01", ...fate, said, ...over }],
  };
  return didLines(copy, copyFr, i18n)[0]?.text;
}

describe("what somebody did, in their copy", () => {
  const outcome = { good: 19, rework: 0, second: 1, scrap: 0 };
  const defects = [{ defect: "thread-ends", operation: "10", pieces: 1 }];

  it("[PD18] is told in words, and not as it is stored", () => {
    const pieces = { code: "1-22-J", outcome, defects, isRepaired: false, operation: "10" };
    expect([
      told("badge", { direction: "in" }),
      told("scan", { code: "1-42-K", operation: "10" }),
      told("finish", pieces),
      told("split", { code: "1-21-C", pieces: 9 }),
      told("correction", { pieces: -1, code: "1-37-R" }),
      told("call", { call: "mechanic", note: null, isRaised: true }),
      told("upkeep", { upkeep: "needle" }),
      told("inspection", { good: 8, rework: 2, second: 0, scrap: 0, defects: [], photo: null }),
    ]).toEqual([
      "Badge — Poste 1 · arrivée",
      "Paquet scanné — Poste 1 · paquet 1-42-K · opération 10",
      "Pièces terminées — Poste 1 · paquet 1-22-J · opération 10 · 19\u00a0bonnes, 1 en 2e choix · défaut\u00a0: Fils non coupés (1\u00a0pièce)",
      "Paquet partagé — Poste 1 · paquet 1-21-C · 9\u00a0pièces",
      "Correction du compte — Poste 1 · paquet 1-37-R · −1\u00a0pièce",
      "Appel — Poste 1 · mécanicien",
      "Entretien de la machine — Poste 1 · aiguille",
      "Contrôle — Poste 1 · 8\u00a0bonnes · 2 à retoucher",
    ]);
  });

  it("[PD18] says what was refused or taken back, and leaves out nothing that has no word", () => {
    expect([
      told("scan", { code: "1-1-D" }, { isRefused: true }),
      told("finish", { outcome: { good: 1 } }, { isUndone: true, stationId: null }),
      told("scan", { weight: 12 }),
    ]).toEqual([
      "Paquet scanné — Poste 1 · paquet 1-1-D · refusé, rien n’a changé",
      "Pièces terminées · 1\u00a0bonne · annulé",
      "Paquet scanné — Poste 1 · weight\u00a0: 12",
    ]);
  });
});
