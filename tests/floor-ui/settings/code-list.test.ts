import { CAUSES, DEFECTS } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { codeFrom, listChanges } from "../../../floor-ui/src/data/settings/code-list.ts";
import { faultsOf, faultsUnder } from "../../../floor-ui/src/data/settings/faults.ts";
import { parseNumber } from "../../../floor-ui/src/pages/manage/settings/number-text.ts";

describe("lists of causes and defects", () => {
  it("[SE6] labels, classes, order, what comes and what goes are each told", () => {
    const [machine, material, quality] = CAUSES;
    const before = [machine!, material!, quality!];
    const after = [
      { ...quality!, class: "material" as const },
      { ...machine!, label: { fr: "Panne", en: "Breakdown" } },
      { code: "fil", class: "machine" as const, label: { fr: "Fil", en: "Thread" } },
    ];

    expect(listChanges(before, after)).toEqual([
      { kind: "removed", label: "Matière" },
      { kind: "reclassed", label: "Qualité", before: "quality", after: "material" },
      { kind: "relabelled", label: "Panne", before: "Machine", after: "Panne" },
      { kind: "english", label: "Panne", before: "Machine", after: "Breakdown" },
      { kind: "added", label: "Fil" },
      { kind: "reordered", labels: ["Qualité", "Panne", "Fil"] },
    ]);
    expect(listChanges(DEFECTS, structuredClone(DEFECTS))).toEqual([]);
  });

  it("[SE9] what is new is given a code of its own from its name, and keeps it", () => {
    expect(codeFrom("Fil cassé", [])).toBe("fil-casse");
    expect(codeFrom("Fil cassé", ["fil-casse"])).toBe("fil-casse-1");
    expect(codeFrom("Fil cassé", ["fil-casse", "fil-casse-1"])).toBe("fil-casse-2");
    expect(codeFrom("?!", [])).toBe("x");
  });
});

describe("fields of settings", () => {
  it("[SE9] numbers are read as people write them", () => {
    expect(["2,5", "2.5", "9\u00a0600\u202f000", " ", "abc", "-1"].map(parseNumber)).toEqual([
      2.5,
      2.5,
      9_600_000,
      null,
      undefined,
      -1,
    ]);
  });

  it("[SE9] each fault is shown at its field, in the words of the page where it has some", () => {
    const refusal = {
      ok: false as const,
      ...{ status: 422, code: "plan-invalid", message: "2 points", body: {} },
      faults: [
        { code: "counter-taken", message: "Cette voie…", path: "/lines/0/stations/1/device" },
        { code: "other", message: "Autre chose", path: "/lines/0/stations/10/name" },
      ],
    };
    const faults = faultsOf({ kind: "refused", refusal }, (code) =>
      code === "counter-taken" ? "Ce compteur est déjà pris." : null,
    );

    expect([...faultsUnder(faults, "/lines/0/stations/1")]).toEqual([
      ["/device", "Ce compteur est déjà pris."],
    ]);
    expect([...faultsUnder(faults, "/lines/0/stations/10")]).toEqual([["/name", "Autre chose"]]);
    expect(faultsOf(null).size).toBe(0);
  });
});
