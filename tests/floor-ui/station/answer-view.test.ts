import type { StationCall } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { ShownAnswer } from "../../../floor-ui/src/data/station/model.ts";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { answerView, fillsScreen } from "../../../floor-ui/src/pages/station/answer-view.ts";
import { card, opened, PLEATS } from "../../browser/support/fake-floor.ts";

const i18n = createI18n("fr", "Europe/Paris");

function answer(over: Partial<ShownAnswer>): ShownAnswer {
  return {
    kind: "accepted",
    act: "scan",
    key: "key-of-the-act",
    code: "scan-accepted",
    message: "Paquet accepté — 50 pièces.",
    text: "118X117K",
    bundle: card(117),
    operation: PLEATS,
    newCodes: [],
    nearest: [],
    ...over,
  };
}

const NOTHING = { open: null, next: null };

function said(over: Partial<ShownAnswer>, next = card(118)) {
  const { title, next: then } = answerView(answer(over), { open: null, next }, i18n);
  return [title, then];
}

describe("the answer at a station", () => {
  it("[E2] says what was accepted, and what to do with it", () => {
    expect(said({})).toEqual([
      "Paquet accepté — 50 pièces",
      "Ensuite\u00a0: plis, puis «\u00a0Terminé\u00a0».",
    ]);
  });

  it("[E2] names the bundle that waits once one is finished", () => {
    expect(said({ act: "finish", message: "Paquet terminé." })).toEqual([
      "Paquet terminé",
      "Ensuite\u00a0: scannez le paquet 118-118-P.",
    ]);
  });

  it.each(["badge", "finish"] as const)("[E2] names the bundle that is open after a %s", (act) => {
    const ahead = { open: opened(117), next: card(118) };
    const { next } = answerView(answer({ act, message: "C’est noté." }), ahead, i18n);
    expect(next).toBe("Ensuite\u00a0: continuez le paquet 118-117-K.");
  });

  it("[E26] names the part that waits and the one to scan, as a step and not as a refusal", () => {
    const together = { here: [{ fr: "Corps" }], missing: [{ fr: "Manches" }] };
    const part = answer({ kind: "part", code: "join-missing-part", together });
    expect(answerView(part, NOTHING, i18n)).toEqual({
      tone: "neutral",
      icon: "combine",
      title: "Premier élément\u00a0: corps",
      next: "Scannez maintenant\u00a0: manches.",
    });
    expect(fillsScreen(part)).toBe(false);
  });

  it("[E11] says the code of the ticket that a split made", () => {
    expect(said({ act: "split", newCodes: ["118-241-R"] })[1]).toBe(
      "Nouveau ticket\u00a0: 118-241-R. Notez ce code sur le paquet.",
    );
  });

  it("[E3] parts a refusal into what is wrong and what to do", () => {
    const message = "Ce paquet est attendu au poste 3. Posez-le, prenez un autre paquet.";
    const refused = answer({ kind: "refused", code: "scan-not-yet", message });
    expect(answerView(refused, NOTHING, i18n)).toEqual({
      tone: "neutral",
      icon: "package-open",
      title: "Ce paquet est attendu au poste 3",
      next: "Posez-le, prenez un autre paquet.",
    });
  });

  it("[E3] fills the screen only with what stops a person", () => {
    const kinds = ["accepted", "information", "kept", "to-check"] as const;
    const stopping = ["refused", "unreadable", "unsaved", "not-taken"] as const;
    expect(kinds.map((kind) => fillsScreen(answer({ kind })))).not.toContain(true);
    expect(stopping.map((kind) => fillsScreen(answer({ kind })))).not.toContain(false);
  });

  it("[E8] tells what is kept as accepted, and that it is sent later", () => {
    expect(said({ kind: "kept", message: null })).toEqual([
      "Paquet accepté — 50\u00a0pièces, taille M, bleu",
      "Hors connexion\u00a0: gardé ici, envoyé plus tard.",
    ]);
  });

  it("[E8] says that a code is to be checked, and what it may have been", () => {
    expect(
      said({ kind: "to-check", message: null, text: "118X121U", nearest: ["118-119-U"] }),
    ).toEqual([
      "Code à vérifier\u00a0: 118-121-U",
      "C’est peut-être 118-119-U. Le scan est gardé. Continuez.",
    ]);
  });

  it("[E3] has no tone for a reproach: what does not fit is information", () => {
    const view = answerView(answer({ kind: "information", message: "Déjà fait." }), NOTHING, i18n);
    expect([view.tone, view.icon, view.next]).toEqual([
      "neutral",
      "info",
      "C’est enregistré. L’encadrement regardera.",
    ]);
  });

  it("[E24] turns to « Quelqu’un arrive » once somebody takes the call, not for another kind's", () => {
    const called = answer({ act: "call", code: "call-accepted", message: "L’appel est parti." });
    const call = { key: "key-of-the-act", call: "mechanic", at: 1, takenAt: null } as const;
    const other = { key: "key-of-another", call: "quality", at: 1, takenAt: 2 } as const;
    const titleWith = (calls: readonly StationCall[], code = "call-accepted") =>
      answerView({ ...called, code }, { ...NOTHING, calls }, i18n).title;
    expect(titleWith([call, other])).toBe("L’appel est parti");
    expect(titleWith([{ ...call, takenAt: 2 }, other])).toBe("Quelqu’un arrive");
    expect(titleWith([other], "call-open-already")).toBe("Quelqu’un arrive");
    expect(titleWith([{ ...other, takenAt: null }], "call-open-already")).toBe("L’appel est parti");
    const scan = answer({ message: "Paquet accepté" });
    expect(answerView(scan, { ...NOTHING, calls: [{ ...call, takenAt: 2 }] }, i18n).title).toBe(
      "Paquet accepté",
    );
  });

  it("[E24] says « C’est réglé » once the call is resolved, no more that somebody is to come", () => {
    const called = answer({ act: "call", code: "call-accepted", message: "L’appel est parti." });
    const other = { key: "key-of-another", call: "quality", at: 1, takenAt: null } as const;
    const over = answerView(called, { ...NOTHING, calls: [other] }, i18n);
    expect([over.title, over.next]).toEqual(["C’est réglé", null]);
    const again = { ...called, code: "call-open-already" };
    expect(answerView(again, { ...NOTHING, calls: [] }, i18n).title).toBe("C’est réglé");
    expect(answerView(called, NOTHING, i18n).title).toBe("L’appel est parti");
    const kept = answer({ act: "call", kind: "kept", code: "kept", message: null });
    expect(answerView(kept, { ...NOTHING, calls: [other] }, i18n).title).toBe("L’appel est gardé");
  });
});
