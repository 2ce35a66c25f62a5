import { describe, expect, it } from "vitest";
import type { Story, StoryFact } from "../../../floor-ui/src/data/desk/rows.ts";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { deskWords } from "../../../floor-ui/src/i18n/prepare.ts";
import { conflictNotes } from "../../../floor-ui/src/pages/prepare/conflict-view.ts";
import { at } from "../../browser/support/rows.ts";

const i18n = deskWords(createI18n("fr", "Europe/Paris"));
const nameOf = (id: string) => `Poste ${Number(id.slice(1))}`;

function story(against: string, hasConflict = true): Story {
  const facts = [
    { key: "finish", kind: "finish", stationId: "S05", at: at("09:09") },
    { key: "scan", kind: "scan", stationId: against, at: at("09:12") },
  ] as unknown as StoryFact[];
  const conflicts = hasConflict ? [{ code: "done-twice", key: "scan", against: "finish" }] : [];
  return { bundle: { state: { conflicts } }, facts } as unknown as Story;
}

describe("a bundle that is in conflict", () => {
  it.each([
    ["S05", "Fait deux fois au même poste", "Poste 5, Pris, 9 h 12"],
    ["S06", "Fini à deux postes", "Poste 6, Pris, 9 h 12"],
  ])(
    "[J6] says at the top of its story what does not fit, with both acts: %s",
    (id, title, act) => {
      const notes = conflictNotes(story(id), nameOf, i18n);
      const told = notes.map((note) => [note.title, ...note.acts]);
      expect(told.map((texts) => texts.map((text) => text.replaceAll("\u00a0", " ")))).toEqual([
        [title, "Poste 5, Fini, 9 h 09", act],
      ]);
    },
  );

  it("[J6] says nothing where all fits", () => {
    expect(conflictNotes(story("S05", false), nameOf, i18n)).toEqual([]);
  });
});
