import { type BundlePlace, deduceBefore, nextOperations, type Routing } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { operation, poloRouting, routing } from "./builders.ts";
import { anyGraph } from "./graphs.ts";

const anyRouting = anyGraph.map((steps) =>
  routing({ operations: steps.map(({ code, after }) => operation(code, { after: [...after] })) }),
);

function place(part: string | null, ...done: string[]): BundlePlace {
  return { part, done: new Set(done) };
}

function next(of: Routing, where: BundlePlace): string[] {
  return nextOperations(of, where).map(({ code }) => code);
}

describe("the next operations of a bundle", () => {
  it("[O5] are the first ones, then those after what is done, then none", () => {
    const of = routing();
    expect([
      next(of, place(null)),
      next(of, place(null, "10")),
      next(of, place(null, "10", "20", "30")),
    ]).toEqual([["10"], ["20"], []]);
  });

  it("[O5] are those of its own part, and the join as soon as it is ready itself", () => {
    const of = poloRouting();
    expect([
      next(of, place("front")),
      next(of, place("front", "10", "15")),
      next(of, place("back", "20")),
      next(of, place("collar")),
    ]).toEqual([["10"], ["40"], ["40"], ["60"]]);
  });

  it("[O5] are those of the whole once its parts have joined", () => {
    const of = poloRouting();
    expect([next(of, place(null, "40")), next(of, place(null, "40", "50", "60"))]).toEqual([
      ["50"],
      ["70"],
    ]);
  });

  it("[O5] followed in any way through any graph, do each operation once and after all that comes before it", () => {
    fc.assert(
      fc.property(anyRouting, fc.infiniteStream(fc.nat()), (of, choices) => {
        const done: string[] = [];
        for (
          let open = next(of, place(null));
          open.length > 0;
          open = next(of, place(null, ...done))
        ) {
          const chosen = open[(choices.next().value ?? 0) % open.length] ?? "";
          const after = of.operations.find(({ code }) => code === chosen)?.after ?? [];
          expect(done).toEqual(expect.arrayContaining(after));
          done.push(chosen);
        }
        expect(done.toSorted()).toEqual(of.operations.map(({ code }) => code).toSorted());
      }),
    );
  });
});

describe("a scan after a missed one", () => {
  const at = (operationCode: string, limit = 2) => ({ operation: operationCode, limit });

  it("[O6] deduces what was missed, in its order", () => {
    expect(deduceBefore(routing(), place(null), at("30"))).toEqual({
      ok: true,
      deduced: ["10", "20"],
    });
  });

  it("[O6] deduces nothing when nothing was missed", () => {
    expect(deduceBefore(routing(), place(null, "10"), at("20", 0))).toEqual({
      ok: true,
      deduced: [],
    });
  });

  it("[O6] is refused when more was missed than may be deduced, with what was", () => {
    expect(deduceBefore(routing(), place(null), at("30", 1))).toEqual({
      ok: false,
      reason: "too-many-missing",
      missing: ["10", "20"],
    });
  });

  it("[O6] deduces only what is done to its own part", () => {
    expect(deduceBefore(poloRouting(), place("front"), at("40"))).toEqual({
      ok: true,
      deduced: ["10", "15"],
    });
  });

  it("[O6] never deduces a join, however few were missed", () => {
    expect(deduceBefore(poloRouting(), place(null, "40"), at("60"))).toEqual({
      ok: false,
      reason: "join-missing",
      missing: ["50"],
    });
  });

  it("[O6] is refused where the operation is done, unknown, or not one of its part", () => {
    const refusals = [
      deduceBefore(poloRouting(), place("front", "10"), at("10")),
      deduceBefore(poloRouting(), place("front"), at("99")),
      deduceBefore(poloRouting(), place("front"), at("20")),
      deduceBefore(poloRouting(), place("front", "10", "15"), at("70")),
    ];
    expect(refusals).toEqual([
      { ok: false, reason: "operation-done" },
      { ok: false, reason: "operation-unknown" },
      { ok: false, reason: "part-elsewhere" },
      { ok: false, reason: "part-elsewhere" },
    ]);
  });

  it("[O6] lets the bundle go on there, in any graph, with at most the limit deduced and each of them before it", () => {
    const anywhere = fc.record({
      of: anyRouting,
      choice: fc.nat(),
      limit: fc.nat({ max: 4 }),
      done: fc.array(fc.nat(), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(anywhere, ({ of, choice, limit, done }) => {
        const codes = of.operations.map(({ code }) => code);
        const code = codes[choice % codes.length] ?? "";
        const scanned = done
          .map((index) => codes[index % codes.length] ?? "")
          .filter((each) => each !== code);
        const answer = deduceBefore(of, place(null, ...scanned), at(code, limit));
        const missing = answer.ok ? answer.deduced : "missing" in answer ? answer.missing : [];
        expect(answer.ok).toBe(missing.length <= limit);
        expect(missing.filter((each) => scanned.includes(each))).toEqual([]);
        expect(next(of, place(null, ...scanned, ...missing))).toContain(code);
        for (const each of missing) {
          const without = missing.filter((other) => other !== each);
          expect(next(of, place(null, ...scanned, ...without))).not.toContain(code);
        }
      }),
    );
  });
});
