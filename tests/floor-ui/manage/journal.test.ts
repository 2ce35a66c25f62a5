import { describe, expect, it } from "vitest";
import type { JournalRow } from "../../../floor-ui/src/data/desk/journal-rows.ts";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { journalFr } from "../../../floor-ui/src/i18n/journal-fr.ts";
import { deskWords } from "../../../floor-ui/src/i18n/prepare.ts";
import { defectFields } from "../../../floor-ui/src/pages/manage/journal/amend-defects.ts";
import { amendmentOf, formOf } from "../../../floor-ui/src/pages/manage/journal/amend-form.ts";
import { entryView } from "../../../floor-ui/src/pages/manage/journal/entry-view.ts";
import { nextDay } from "../../../floor-ui/src/pages/manage/journal/next-day.ts";

const i18n = { ...deskWords(createI18n("fr", "Europe/Paris")), t: journalFr };
const names = {
  stationName: (id: string) => `Poste ${Number(id.slice(1))}`,
  causeName: (code: string) => (code === "thread" ? "Fil, aiguille" : code),
  defectName: (code: string) => (code === "hole" ? "Trou" : code),
};
const outcome = (good: number, scrap: number) => ({ good, rework: 0, second: 0, scrap });

function row(over: Partial<JournalRow>): JournalRow {
  return {
    ...{ n: 8, at: 0, kind: "amend", by: "desk", stationId: null, subject: "118-117-K" },
    ...{ author: null, subjectName: null },
    ...{ before: null, after: null, reason: null, key: "key", about: null, isUndone: false },
    ...over,
  };
}

describe("a line of the journal", () => {
  it("[JO5] says each figure that was corrected, as it was and as it is", () => {
    const before = { outcome: outcome(1_250, 0), defects: [] };
    const after = { outcome: outcome(1_248, 2), defects: [] };
    expect(entryView(row({ before, after }), names, i18n)).toEqual({
      title: "Chiffre corrigé · 118-117-K",
      changes: [
        { label: "Bonnes", was: "1\u00a0250", is: "1\u00a0248" },
        { label: "Rebuts", was: "0", is: "2" },
      ],
      hasDetail: false,
    });
  });

  it("[JO5] says of an order what was changed, in words", () => {
    const changed = {
      ...{ kind: "order", subject: "2026-118", key: null },
      before: { state: "released", dueOn: "2026-12-18" },
      after: { state: "running", dueOn: "2026-12-21" },
    };
    expect(entryView(row(changed), names, i18n)).toEqual({
      title: "Commande · 2026-118",
      changes: [
        { label: "État", was: "lancée", is: "en cours" },
        { label: "Pour le", was: "18/12/2026", is: "21/12/2026" },
      ],
      hasDetail: true,
    });
  });

  it("[JO5] says of a stop where it was and why, as the workshop names them", () => {
    const from = Date.parse("2026-11-23T10:12:00+01:00");
    const before = { scope: { stationId: "S03" }, from, to: from + 480_000, cause: "machine" };
    const after = { ...before, to: from + 300_000, cause: "thread" };
    expect(entryView(row({ kind: "stop", subject: null, before, after }), names, i18n)).toEqual({
      title: "Arrêt expliqué · Poste 3",
      changes: [
        {
          label: "Fin",
          was: "lundi 23 novembre, 10\u00a0h\u00a020",
          is: "lundi 23 novembre, 10\u00a0h\u00a017",
        },
        { label: "Cause", was: "machine", is: "Fil, aiguille" },
      ],
      hasDetail: false,
    });
  });

  it("[JO5] says at which station and in which hour pieces were counted by hand", () => {
    const hour = Date.parse("2026-11-23T10:00:00+01:00");
    const counted = { kind: "hand-count", subject: null, stationId: "S03" };
    expect(entryView(row({ ...counted, after: { hour, pieces: 12 } }), names, i18n)).toMatchObject({
      title: "Compte à la main · Poste 3",
      changes: [
        { label: "Heure", is: "lundi 23 novembre, 10\u00a0h\u00a000" },
        { label: "Pièces", is: "12" },
      ],
    });
  });

  it("[JO5] names the defects that were corrected", () => {
    const before = { outcome: outcome(7, 3), defects: [{ defect: "hole", pieces: 3 }] };
    const after = { outcome: outcome(9, 1), defects: [{ defect: "hole", pieces: 1 }] };
    expect(entryView(row({ before, after }), names, i18n).changes).toContainEqual({
      ...{ label: "Défauts", was: "3\u00a0Trou", is: "1\u00a0Trou" },
    });
  });

  it("[JO5] says in words why old data was erased", () => {
    const after = { cause: "night", taken: {}, isProven: true };
    expect(entryView(row({ kind: "purge", subject: null, after }), names, i18n).changes).toEqual([
      { label: "Cause", was: null, is: "Chaque nuit" },
    ]);
  });

  it("[JO5] names what it has no words for as the log does", () => {
    const { title, changes } = entryView(
      row({ kind: "toString", after: { toString: 1 } }),
      names,
      i18n,
    );
    expect({ title, changes }).toEqual({ title: "toString · 118-117-K", changes: [] });
  });
});

describe("the form of a correction", () => {
  const act = {
    kind: "finish",
    now: { outcome: outcome(50, 0), defects: [] },
  };

  it("[JO5] begins with what counts now, and sends all four figures", () => {
    const form = { ...formOf(act), good: "48", scrap: "2" };
    expect(amendmentOf(act, form)).toEqual({ outcome: outcome(48, 2) });
  });

  it("[JO5] sends the defects too where they differ, and those of no pieces no more", () => {
    const hole = { defect: "hole", operation: "30" };
    const found = { ...act, now: { ...act.now, defects: [{ ...hole, pieces: 2 }] } };
    const fields = defectFields(found) ?? [];
    expect(amendmentOf(found, formOf(found), fields)).toBeNull();
    const stain = { defect: "stain", operation: null, pieces: " 1" };
    const typed = [...fields.map((field) => ({ ...field, pieces: "0" })), stain];
    expect(amendmentOf(found, formOf(found), typed)).toEqual({
      ...{ outcome: outcome(50, 0), defects: [{ ...stain, pieces: 1 }] },
    });
    expect(amendmentOf(found, formOf(found), [{ ...stain, pieces: "1,5" }])).toBeNull();
    expect(defectFields({ kind: "return", now: found.now })).toBeNull();
  });

  it.each([
    ["nothing differs", {}],
    ["a figure is left empty", { good: "" }],
    ["a figure is no whole number", { good: "4,5" }],
    ["a figure is below nothing", { scrap: "-2" }],
  ])("[JO5] sends nothing while %s", (_, typed) => {
    expect(amendmentOf(act, { ...formOf(act), ...typed })).toBeNull();
  });

  it("[JO5] of a count by hand may take pieces away, with the minus that people copy", () => {
    const count = { kind: "hand-count", now: { pieces: 12, reason: "Panne" } };
    expect(amendmentOf(count, { pieces: "\u22121\u00a0200" })).toEqual({ pieces: -1_200 });
  });

  it("[JO6] of a bundle's size at cutting sends one piece at least", () => {
    const cut = { kind: "cut", now: { pieces: 50 } };
    expect(amendmentOf(cut, { pieces: "48" })).toEqual({ pieces: 48 });
    expect(amendmentOf(cut, { pieces: "0" })).toBeNull();
  });

  it("[JO5] asks for the last day of the span too, also where the clock changes", () => {
    expect(["2026-12-31", "2026-03-28", "2026-03-29"].map(nextDay)).toEqual([
      ...["2027-01-01", "2026-03-29", "2026-03-30"],
    ]);
  });
});
