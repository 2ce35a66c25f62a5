import { describe, expect, it } from "vitest";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { countsItself, jobView } from "../../../floor-ui/src/pages/station/job-view.ts";
import { opened, PLEATS } from "../../browser/support/fake-floor.ts";

const i18n = createI18n("fr", "Europe/Paris");
const byScan = { operation: { ...PLEATS, countedBy: "scan" }, machinePieces: null } as const;

describe("an open bundle", () => {
  it("[E1] says what it is in the order of the ticket", () => {
    const { facts } = jobView(opened(117), i18n);
    expect(facts.map(({ name, value }) => `${name} ${value}`)).toEqual([
      "Paquet 118-117-K",
      "Taille M",
      "Coloris Bleu",
      "Quantité 50",
    ]);
  });

  it("[E1] counts the machine's pieces, corrections included", () => {
    const { count, marks } = jobView(opened(117, { corrected: -2 }), i18n);
    expect(count).toEqual({
      n: "35",
      of: "/ 50",
      unit: "pièces",
      tape: { done: 35, of: 50, label: "35\u00a0pièces sur 50" },
    });
    expect(marks).toEqual(["Corrigé\u00a0: −2"]);
  });

  it("[E1] says what is to be done where nothing counts: no zero, no empty tape", () => {
    const { count } = jobView(opened(117, byScan), i18n);
    expect(count).toEqual({ n: "50", of: null, unit: "pièces à faire", tape: null });
  });

  it("[E1] shows what was declared of a bundle that nothing counts", () => {
    const { count } = jobView(opened(117, { ...byScan, finished: 20 }), i18n);
    expect([count.n, count.of]).toEqual(["20", "/ 50"]);
  });

  it("[E1] counts of all its pieces, those that left it already among them", () => {
    const left = { ...byScan, pieces: 28, finished: 2, left: 28 };
    const { count, facts } = jobView(opened(117, left), i18n);
    expect(count).toEqual({
      n: "2",
      of: "/ 30",
      unit: "pièces",
      tape: { done: 2, of: 30, label: "2\u00a0pièces sur 30" },
    });
    expect(facts[3]).toEqual({ name: "Quantité", value: "30" });
  });

  it("[E1] says that it is carried over, in repair, a part, of another shade", () => {
    const bundle = opened(117, { isCarriedOver: true, rework: 3, part: "manche", shade: 3 });
    const { facts, marks } = jobView(bundle, i18n);
    expect(marks).toEqual(["Reporté d’un autre jour", "3\u00a0pièces en retouche"]);
    expect(facts.slice(4)).toEqual([
      { name: "Bain", value: "3" },
      { name: "Élément", value: "manche" },
    ]);
  });

  it("[E9] lets a count be corrected only where a counter counts", () => {
    expect([countsItself(opened(117)), countsItself(opened(117, byScan))]).toEqual([true, false]);
    expect(countsItself(opened(117, { machinePieces: null }))).toBe(false);
  });
});
