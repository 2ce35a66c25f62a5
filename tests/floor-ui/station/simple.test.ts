import { OPERATION_PICTOGRAMS } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { ShownAnswer } from "../../../floor-ui/src/data/station/model.ts";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { simpleEn } from "../../../floor-ui/src/i18n/simple-en.ts";
import { simpleFr } from "../../../floor-ui/src/i18n/simple-fr.ts";
import {
  callAnswer,
  simpleAnswer,
  workSentence,
} from "../../../floor-ui/src/pages/station/simple-view.ts";
import { opened, PLEATS } from "../../browser/support/fake-floor.ts";

const i18n = createI18n("fr", "Europe/Paris");

function answer(over: Partial<ShownAnswer>): ShownAnswer {
  return {
    kind: "accepted",
    act: "scan",
    key: "key-of-the-act",
    code: "scan-accepted",
    message: "",
    text: "118X117K",
    bundle: null,
    operation: null,
    newCodes: [],
    nearest: [],
    ...over,
  };
}

function wordsOf(sentence: string): number {
  return sentence.split(/[ \u00a0]/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

describe("the simple station", () => {
  it.each([
    ["French", simpleFr.simple],
    ["English", simpleEn.simple],
  ])("[E12] has sentences of six words at most in %s", (_language, words) => {
    const sentences = Object.values(words).filter((word) => typeof word === "string");
    expect(sentences.filter((sentence) => wordsOf(sentence) > 6)).toEqual([]);
    expect(sentences.length).toBeGreaterThan(40);
  });

  it("[E12] says in the first person what each pictogram shows", () => {
    const said = OPERATION_PICTOGRAMS.map((pictogram) =>
      workSentence({ ...PLEATS, picture: { pictogram } }, i18n),
    );
    expect(said.filter((sentence) => !/^J(e |’)/.test(sentence))).toEqual([]);
    expect(new Set(said).size).toBe(OPERATION_PICTOGRAMS.length);
  });

  it("[E12] names an operation that has no pictogram of ours", () => {
    const photo = { ...PLEATS, picture: { photo: "p1" }, label: { fr: "Pose de la barrette" } };
    expect(workSentence(photo, i18n)).toBe("Je fais\u00a0: pose de la barrette.");
    const unknown = { ...PLEATS, picture: { pictogram: "constructor" } };
    expect(workSentence(unknown, i18n)).toBe("Je fais\u00a0: plis.");
  });

  it.each([
    ["a bundle that opened", answer({}), "C’est le bon paquet.", "begin"],
    ["one that is finished", answer({ act: "finish" }), "C’est bien noté.", "scan"],
    ["one kept", answer({ kind: "kept" }), "C’est gardé.", "begin"],
    ["a code to check", answer({ kind: "to-check" }), "C’est gardé.", "goOn"],
    ["another station's", refused("scan-not-yet"), "Ce paquet va ailleurs.", "scan"],
    ["one done already", refused("scan-done-already"), "C’est déjà fait.", "scan"],
    ["an unknown one", refused("scan-unknown"), "Je ne trouve pas ce paquet.", "again"],
    [
      "one that is nearly another",
      refused("scan-unknown-near"),
      "Je ne trouve pas ce paquet.",
      "again",
    ],
    ["one open elsewhere", refused("scan-open-elsewhere"), "Ce paquet va ailleurs.", "scan"],
    ["a part of a join", waiting(), "Il manque un élément.", "scan"],
    [
      "a part of a join by name",
      waiting({ here: [{ fr: "Corps" }], missing: [{ fr: "Manches" }] }),
      "J’ai\u00a0: corps.",
      "scan",
    ],
    ["parts of two shades", refused("join-shade"), "Ça ne va pas ensemble.", "scan"],
    ["one that waits", refused("scan-order-not-released"), "Ce paquet doit attendre.", "scan"],
    ["an unknown badge", refused("badge-unknown"), "Je ne trouve pas ce badge.", "again"],
    ["anything else", refused("finish-too-many"), "Ça ne marche pas.", "goOn"],
    ["a full tablet", answer({ kind: "unsaved" }), "Ça ne marche pas.", "retry"],
  ])("[E12] answers %s with one idea and one button", (...row) => {
    const [, given, title, button] = row;
    const open = given.act === "scan" && given.kind !== "refused" ? opened(117) : null;
    const said = simpleAnswer(given, open, i18n);
    expect([said.title, said.button]).toEqual([title, button]);
  });

  it("[E12] sends nobody who has a bundle open for another one", () => {
    const { title, next, button } = simpleAnswer(refused("scan-elsewhere"), opened(117), i18n);
    expect([title, next, button]).toEqual(["Ce paquet va ailleurs.", "Je continue.", "goOn"]);
  });

  it("[E24] says that somebody comes, and then that it is settled", () => {
    const said = (["coming", "over"] as const).map((step) => callAnswer(step, i18n).title);
    expect(said).toEqual(["Quelqu’un vient m’aider.", "C’est réglé."]);
  });
});

function refused(code: string): ShownAnswer {
  return answer({ kind: "refused", code });
}

function waiting(together: NonNullable<ShownAnswer["together"]> | null = null): ShownAnswer {
  return answer({ kind: "part", code: "join-missing-part", together });
}
