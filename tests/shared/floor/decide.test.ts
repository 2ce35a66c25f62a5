import {
  type BundleAct,
  type Decision,
  decideDispatch,
  decideFinish,
  decideJoin,
  decideReturn,
  decideScan,
  decideSplit,
  decideUndo,
  operationAt,
  refuseTicket,
  sentenceOf,
  stationOperations,
} from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  bodyRouting,
  bundle,
  dispatch,
  finish,
  folded,
  join,
  masks,
  NAMES,
  scan,
  sheet,
  situation,
  split,
  undo,
} from "./builders.ts";

/** What a person reads; every blank is filled. */
function told({ code, blanks }: Pick<Decision, "code" | "blanks">): string {
  const sentence = sentenceOf(code, "fr", blanks);
  expect(`${sentence}${sentenceOf(code, "en", blanks)}`).not.toMatch(/[{}]/);
  return `${code}: ${sentence}`;
}

const nothing = { good: 0, rework: 0, second: 0, scrap: 0 };
const THREE = masks().operations;
const FOURTH = { ...THREE[2]!, code: "40", label: { fr: "Opération 40" }, after: ["30"] };
const FOUR = { ...masks(), operations: [...THREE, FOURTH] };

function scanned(
  acts: readonly BundleAct[],
  at: string,
  more: Partial<Parameters<typeof decideScan>[0]> = {},
) {
  return told(decideScan(situation(folded(acts), { at, ...more })));
}

describe("a station", () => {
  it("[U6] does the operations that it names by code or French label, in their order", () => {
    const of = masks();
    expect([
      stationOperations(of, { operation: " opération 20 " }),
      stationOperations(of, { operation: "Contrôle", operations: ["30", "10"] }),
      stationOperations(of, { operation: "Surjet" }),
    ]).toEqual([["20"], ["10", "30"], []]);
  });

  it("[U6] means by a scan what is open, then what comes next, then what is not done, then what was deduced", () => {
    const means = (acts: readonly BundleAct[], ...codes: string[]) =>
      operationAt(masks(), bundle(folded(acts)), codes);
    expect([
      means([scan(1, "20")], "10", "20", "30"),
      means([finish(1, "20", { good: 50 })], "10", "20", "30"),
      means([scan(1, "10")], "30"),
      means([scan(1, "20")], "10"),
      means([], "99"),
    ]).toEqual(["20", "30", "30", "10", null]);
  });
});

describe("a scan", () => {
  it("[U7] is accepted with what the bundle is, and says what was deduced", () => {
    expect([scanned([], "10"), scanned([], "20"), scanned([], "30")]).toEqual([
      "scan-accepted: Opération 10\u00a0: taille M, Bleu, 50\u00a0pièces.",
      "scan-accepted-deduced-one: Opération 20\u00a0: taille M, Bleu, 50\u00a0pièces. «\u00a0Opération 10\u00a0» n’a pas été scannée\u00a0: elle est notée «\u00a0déduite\u00a0».",
      "scan-accepted-deduced: Opération 30\u00a0: taille M, Bleu, 50\u00a0pièces. 2 opérations d’avant n’ont pas été scannées\u00a0: elles sont notées «\u00a0déduites\u00a0».",
    ]);
  });

  it("[U8] is refused when more is missing than may be deduced, with where the bundle is awaited", () => {
    const state = folded([], FOUR);
    expect(told(decideScan(situation(state, { at: "40", of: FOUR })))).toBe(
      "scan-not-yet: C’est trop tôt pour 118-1-K. Il faut d’abord «\u00a0Opération 10\u00a0», au poste S10. Posez-le sur le chariot, prenez un autre paquet.",
    );
    const nowhere = { ...NAMES, placeOf: () => null };
    const unplaced = situation(state, { at: "40", of: FOUR, names: nowhere });
    expect(told(decideScan(unplaced))).toMatch(/^scan-not-yet-unplaced: /);
  });

  it("[U7] is refused where another station has it open and said nothing yet", () => {
    const elsewhere = { station: { id: "S11", lineId: "L1", operations: ["10"] } };
    const acts = [scan(1, "10")];
    expect(scanned(acts, "10", elsewhere)).toBe(
      "scan-open-elsewhere: 118-1-K est ouvert au poste S10 pour «\u00a0Opération 10\u00a0». Dites d’abord là-bas combien de pièces sont faites, même 0.",
    );
    expect(scanned([...acts, finish(2, "10", { good: 0 })], "10", elsewhere)).toMatch(
      /^scan-accepted: /,
    );
  });

  it("[U12] is refused where the operation is done, with where and when", () => {
    expect(scanned([finish(5, "10", { good: 50 })], "10")).toBe(
      "scan-done-already: «\u00a0Opération 10\u00a0» est déjà faite sur 118-1-K, au poste S10 à 5 min. Posez-le sur le chariot, prenez un autre paquet.",
    );
    const apart = folded([finish(1, "10", { good: 50 }), split(2, 20)]);
    expect(told(decideScan(situation(apart, { at: "10", id: 2 })))).toMatch(/^scan-done-already: /);
  });

  it("[U21] is refused where the bundle is not, with where it is or goes", () => {
    const joined = folded([join(1, "40", [1, 2])], bodyRouting(), [
      sheet({ part: "front" }),
      sheet({ id: 2, part: "back" }),
    ]);
    const out = finish(1, "30", { good: 50 });
    expect([
      scanned([], "99"),
      scanned([dispatch(1)], "10"),
      scanned([finish(1, "10", { rework: 50 })], "20"),
      scanned([out], "30"),
      told(decideScan(situation(joined, { at: "20", id: 2, of: bodyRouting() }))),
    ]).toEqual([
      "scan-elsewhere: 118-1-K ne passe pas à ce poste. Il va au poste S10 pour «\u00a0Opération 10\u00a0». Posez-le sur le chariot, prenez un autre paquet.",
      "scan-outside: 118-1-K est noté dehors, chez Atelier Dupont. S’il est revenu, demandez de noter son retour.",
      "scan-in-repair: Toutes les pièces de 118-1-K sont en retouche\u00a0: 50. Attendez leur retour, prenez un autre paquet.",
      "scan-out: 118-1-K est terminé. Posez-le sur le chariot, prenez un autre paquet.",
      "scan-joined: 118-2-K est assemblé avec 118-1-K. Scannez le ticket 118-1-K.",
    ]);
  });

  it("[U22] is refused when its order may not be sewn, or not on this line", () => {
    const order = (fields: object) => ({ order: { state: "running" as const, ...fields } });
    expect([
      scanned([], "10", order({ state: "prepared" })),
      scanned([], "10", order({ state: "closed" })),
      scanned([], "10", order({ lines: ["L2", "L3"] })),
      scanned([], "10", order({ lines: ["L1"] })),
    ]).toEqual([
      "scan-order-not-released: La commande 2026-118 n’est pas encore lancée. Posez le paquet sur le chariot, prenez un autre paquet.",
      "scan-order-closed: La commande 2026-118 est close. Mettez le paquet de côté et demandez ce qu’il faut en faire.",
      "scan-other-order: La commande 2026-118 se coud sur une autre ligne\u00a0: L2, L3. Posez le paquet sur le chariot de cette ligne.",
      "scan-accepted: Opération 10\u00a0: taille M, Bleu, 50\u00a0pièces.",
    ]);
  });

  it("[U23] of what is no valid ticket says what it is", () => {
    expect([
      told(refuseTicket({ kind: "unreadable", text: "???", reason: "unreadable" })),
      told(refuseTicket({ kind: "unreadable", text: "PX412E", reason: "badge" })),
      told(refuseTicket({ kind: "unknown", code: "118-118-K", nearest: [] })),
      told(refuseTicket({ kind: "unknown", code: "118-118-K", nearest: ["118-117-K"] })),
      told(refuseTicket({ kind: "void", code: "118-117-K" })),
      told(refuseTicket({ kind: "replaced", code: "118-117-K", by: "118-201-B" })),
    ]).toEqual([
      "code-unreadable: «\u00a0???\u00a0» n’est pas un code de ticket. Scannez encore, ou tapez le code, par exemple 118-117-K.",
      "ticket-is-badge: C’est un badge. Scannez ici le ticket d’un paquet.",
      "scan-unknown: Aucun paquet n’a le code 118-118-K. Vérifiez le ticket, ou mettez le paquet de côté.",
      "scan-unknown-near: Aucun paquet n’a le code 118-118-K. Est-ce 118-117-K\u00a0? Regardez le ticket et tapez le code.",
      "scan-ticket-void: Le ticket 118-117-K est annulé. Mettez le paquet de côté et demandez un nouveau ticket.",
      "ticket-replaced: Ticket remplacé\u00a0: le bon ticket est 118-201-B. Jetez le ticket 118-117-K.",
    ]);
  });
});

describe("a finish", () => {
  const at = (acts: readonly BundleAct[], where = "10") => situation(folded(acts), { at: where });
  const work = (outcome: object) => ({ outcome: { ...nothing, ...outcome }, isRepaired: false });
  const repaired = (outcome: object) => ({ outcome: { ...nothing, ...outcome }, isRepaired: true });

  it("[U10] is accepted whole or in part, also of nothing", () => {
    const open = at([scan(1, "10")]);
    expect([
      told(decideFinish(open, work({ good: 49, scrap: 1 }))),
      told(decideFinish(open, work({ good: 20 }))),
      told(decideFinish(open, work({}))),
    ]).toEqual([
      "finish-accepted: 118-1-K est fini pour «\u00a0Opération 10\u00a0»\u00a0: 49\u00a0pièces bonnes.",
      "finish-part-accepted: C’est noté. Il reste 30\u00a0pièces de 118-1-K pour «\u00a0Opération 10\u00a0».",
      "finish-part-accepted: C’est noté. Il reste 50\u00a0pièces de 118-1-K pour «\u00a0Opération 10\u00a0».",
    ]);
  });

  it("[U11] is refused of more pieces than there are, with how many are left", () => {
    const open = at([scan(1, "10"), finish(2, "10", { good: 20 })]);
    expect(told(decideFinish(open, work({ good: 31 })))).toBe(
      "finish-too-many: 31\u00a0pièces, c’est trop\u00a0: il en reste 30 dans 118-1-K. Recomptez et corrigez.",
    );
  });

  it("[U10] is refused where the bundle is not open", () => {
    const elsewhere = {
      ...at([scan(1, "10")]),
      station: { id: "S20", lineId: "L1", operations: ["20"] },
    };
    expect([
      told(decideFinish(at([]), work({ good: 1 }))),
      told(decideFinish(elsewhere, work({ good: 1 }))),
    ]).toEqual([
      "finish-nothing-open: 118-1-K n’est pas ouvert à ce poste. Scannez d’abord son ticket.",
      "finish-open-elsewhere: 118-1-K est ouvert au poste S10. Terminez-le là-bas.",
    ]);
  });

  it("[U13] of repaired pieces is refused of more than are in repair, and elsewhere once the others are out", () => {
    const acts = [finish(1, "10", { good: 46, rework: 4 }), finish(2, "30", { good: 46 })];
    expect([
      told(decideFinish(at(acts.slice(0, 1)), repaired({ good: 4 }))),
      told(decideFinish(at(acts.slice(0, 1)), repaired({ good: 5 }))),
      told(decideFinish(at(acts), repaired({ good: 4 }))),
      told(decideFinish(at(acts, "30"), repaired({ good: 4 }))),
    ]).toEqual([
      "finish-repair-accepted: 118-1-K\u00a0: 4\u00a0pièces reviennent de retouche.",
      "finish-repair-too-many: 5\u00a0pièces, c’est trop\u00a0: il y en a 4 de 118-1-K en retouche. Recomptez et corrigez.",
      "finish-repair-elsewhere: Les pièces en retouche de 118-1-K reviennent au contrôle, à «\u00a0Opération 30\u00a0». Portez-les là-bas.",
      "finish-repair-accepted: 118-1-K\u00a0: 4\u00a0pièces reviennent de retouche.",
    ]);
  });
});

describe("a split, a return and an undo", () => {
  it("[U16] a split takes neither all pieces nor some of each kind", () => {
    const begun = folded([scan(1, "10"), finish(2, "10", { good: 30 })]);
    const one = folded([finish(1, "10", { good: 1, scrap: 49 })]);
    expect([
      told(decideSplit(situation(begun, { at: "10" }), 30)),
      told(decideSplit(situation(begun, { at: "10" }), 31)),
      told(decideSplit(situation(folded([]), { at: "10" }), 50)),
      told(decideSplit(situation(one, { at: "20" }), 1)),
    ]).toEqual([
      "split-accepted: 30\u00a0pièces partent de 118-1-K avec un nouveau ticket. Il en reste 20 dans 118-1-K.",
      "split-too-many: On ne peut pas prendre 31\u00a0pièces de 118-1-K\u00a0: au plus 30. Les pièces faites et les pièces à faire partent séparément.",
      "split-too-many: On ne peut pas prendre 50\u00a0pièces de 118-1-K\u00a0: au plus 49. Les pièces faites et les pièces à faire partent séparément.",
      "split-nothing-left: Il n’y a pas assez de pièces dans 118-1-K pour le partager.",
    ]);
  });

  it("[U20] a bundle goes outside once, and brings back no more than went", () => {
    const away = folded([dispatch(1)]);
    const back = (slipId: string, good: number) =>
      told(
        decideReturn(
          { state: bundle(away), names: NAMES },
          { slipId, outcome: { ...nothing, good } },
        ),
      );
    expect([
      told(decideDispatch(situation(folded([]), { at: "10" }), "Atelier Dupont")),
      told(decideDispatch(situation(away, { at: "10" }), "Atelier Dupont")),
      back("BL7", 50),
      back("BL7", 20),
      back("BL7", 51),
      back("BL8", 1),
    ]).toEqual([
      "dispatch-accepted: 118-1-K part dehors, chez Atelier Dupont\u00a0: 50\u00a0pièces.",
      "scan-outside: 118-1-K est noté dehors, chez Atelier Dupont. S’il est revenu, demandez de noter son retour.",
      "return-accepted: 118-1-K est revenu\u00a0: 50\u00a0pièces bonnes.",
      "return-part-accepted: C’est noté. 30\u00a0pièces de 118-1-K sont encore dehors.",
      "return-too-many: 51\u00a0pièces, c’est trop\u00a0: 50 de 118-1-K sont dehors. Recomptez.",
      "return-not-outside: 118-1-K n’est pas dehors avec le bon BL8. Vérifiez le bon de livraison.",
    ]);
  });

  const mine = scan(1, "10", { assignmentId: "fleur" });
  const asked = {
    undoes: mine.key,
    at: 11 * 60_000,
    stationId: "S10",
    assignmentId: "fleur",
    isSupervisor: false,
  };

  it("[U24] a person undoes their own act for ten minutes, a supervisor any at any time, once", () => {
    const by = (fields: object, acts: readonly BundleAct[] = [mine]) =>
      decideUndo(acts, { ...asked, ...fields }).code;
    expect([
      by({}),
      by({ at: asked.at + 1 }),
      by({ assignmentId: "rose" }),
      by({ assignmentId: null }),
      by({ at: asked.at * 99, assignmentId: null, isSupervisor: true }),
      by({ undoes: "nothing" }),
      by({}, [mine, undo(2, mine)]),
    ]).toEqual([
      "undo-accepted",
      "undo-too-late",
      "undo-not-yours",
      "undo-not-yours",
      "undo-accepted",
      "undo-unknown",
      "undo-done-already",
    ]);
  });

  it("[U24] where nobody badged in, whoever is at the station undoes", () => {
    const nobodys = scan(1, "10");
    const by = (stationId: string) =>
      decideUndo([nobodys], { ...asked, stationId, assignmentId: null }).code;
    expect([by("S10"), by("S20")]).toEqual(["undo-accepted", "undo-not-yours"]);
  });

  it("[U5] a split whose ticket was worked on is not undone, by a supervisor neither", () => {
    const apart = split(1, 20);
    const acts = [apart, scan(2, "10", { bundleId: 2 })];
    const by = decideUndo(acts, { ...asked, undoes: apart.key, isSupervisor: true });
    expect(told(by)).toBe(
      "undo-too-late: C’est trop tard\u00a0: 10\u00a0minutes ont passé, ou le paquet est allé plus loin. Demandez à un responsable.",
    );
  });
});

describe("a join", () => {
  const FRONT = sheet({ part: "front" });
  const BACK = sheet({ id: 2, part: "back" });

  function joined(others: readonly (typeof FRONT)[], acts: readonly BundleAct[] = [], code = "40") {
    const of = bodyRouting();
    const sheets = [FRONT, ...others];
    const state = folded(acts, of, sheets);
    const { sheet: _sheet, state: _state, ...where } = situation(state, { at: code, of });
    const bundles = sheets.map((each) => ({ sheet: each, state: bundle(state, each.id) }));
    return decideJoin({ ...where, bundles });
  }

  it("[U17] is accepted with the bundle that goes on, whichever was scanned first", () => {
    expect(joined([BACK])).toMatchObject({ ok: true, carrierId: 1, operation: "40" });
    expect(told(joined([BACK]))).toBe(
      "join-accepted: Les éléments vont ensemble\u00a0: continuez avec 118-1-K, 50\u00a0pièces.",
    );
  });

  it("[U18] of another size, colour or shade is refused, naming both", () => {
    expect([
      told(joined([{ ...BACK, size: "L" }])),
      told(joined([{ ...BACK, colour: "Écru" }])),
      told(joined([{ ...BACK, shade: 4 }])),
    ]).toEqual([
      "join-size: Les tailles sont différentes\u00a0: 118-1-K est en M, 118-2-K est en L. Ne les assemblez pas, cherchez la bonne taille.",
      "join-colour: Les couleurs sont différentes\u00a0: 118-1-K est Bleu, 118-2-K est Écru. Ne les assemblez pas, cherchez la bonne couleur.",
      "join-shade: Les bains sont différents\u00a0: 118-1-K est du bain 3, 118-2-K est du bain 4. Ne les assemblez pas, cherchez le bon bain.",
    ]);
  });

  it("[U19] that lacks a part, pieces of one, or the place is refused, naming it", () => {
    const lost = finish(1, "20", { bundleId: 2, good: 47, scrap: 3 });
    expect([
      told(joined([])),
      told(joined([BACK], [lost])),
      told(joined([BACK, sheet({ id: 3, part: "front" })])),
      told(joined([BACK], [], "30")),
    ]).toEqual([
      "join-missing-part: Ici des éléments s’assemblent. Après 118-1-K, scannez aussi\u00a0: back.",
      "join-fewer: Il manque des pièces\u00a0: 118-1-K en a 50, 118-2-K en a 47. Partagez d’abord 118-1-K.",
      "join-same-part: 118-1-K et 118-3-K sont le même élément\u00a0: front. Gardez un seul des deux et scannez l’autre élément.",
      "join-not-here: 118-1-K et 118-2-K ne s’assemblent pas à ce poste. Posez-les sur le chariot et regardez leurs tickets.",
    ]);
  });

  it("[U19] begins with a scan of a part that waits for the others", () => {
    const state = folded([finish(1, "10", { good: 50 })], bodyRouting(), [FRONT, BACK]);
    expect(told(decideScan(situation(state, { at: "40", of: bodyRouting() })))).toBe(
      "join-missing-part: Ici des éléments s’assemblent. Après 118-1-K, scannez aussi\u00a0: back.",
    );
  });
});
