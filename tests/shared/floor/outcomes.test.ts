import { type FamilyState, foldFamily } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFloor } from "./any-floor.ts";
import { anyPlay } from "./any-play.ts";
import { comesBack, dispatch, finish, folded, OPTIONS, repair } from "./builders.ts";

/** What the changes of a fold come to for a bundle. */
function summed({ outcomes }: FamilyState, id: number) {
  const own = outcomes.filter(({ bundleId }) => bundleId === id);
  const sum = (of: "rework" | "second" | "scrap" | "repaired") =>
    own.reduce((total, change) => total + change[of], 0);
  return { rework: sum("rework") - sum("repaired"), second: sum("second"), scrap: sum("scrap") };
}

function stated({ bundles }: FamilyState, id: number) {
  const { rework, second, scrap } = bundles.get(id)!;
  return { rework, second, scrap };
}

/** What the changes say of an operation: what was declared there, repairs aside. */
function declaredAt({ outcomes }: FamilyState, id: number, code: string) {
  const own = outcomes.filter((change) => change.bundleId === id && change.operation === code);
  const declared = own.filter(({ repaired }) => repaired === 0);
  const sum = (of: "rework" | "second" | "scrap") =>
    declared.reduce((total, change) => total + change[of], 0);
  return { rework: sum("rework"), second: sum("second"), scrap: sum("scrap") };
}

describe("what became of pieces, dated", () => {
  it("[RP1] says when and where pieces were declared not good, and came back", () => {
    const { outcomes } = folded([
      finish(1, "10", { good: 46, rework: 3, scrap: 1 }),
      repair(2, "10", { good: 1, second: 1 }),
    ]);
    const at = { stationId: "S10", operation: "10", bundleId: 1, origin: "scan" };
    const nothing = { good: 0, rework: 0, second: 0, scrap: 0, repaired: 0 };
    expect(outcomes).toEqual([
      { ...at, ...nothing, at: 60_000, rework: 3, scrap: 1 },
      { ...at, ...nothing, at: 120_000, second: 1, repaired: 2 },
    ]);
  });

  it("[RP1] gives what was lost outside to the last operation that was done there, at no station", () => {
    const { outcomes } = folded([
      dispatch(1, { operations: ["30", "20", "10"] }),
      comesBack(2, { good: 20, scrap: 1 }),
      comesBack(3, { good: 28, second: 1 }),
    ]);
    expect(
      outcomes.map(({ at, stationId, operation, good, second, scrap }) => [
        at,
        stationId,
        operation,
        good,
        second,
        scrap,
      ]),
    ).toEqual([
      [120_000, null, "30", 0, 0, 1],
      [180_000, null, "30", 0, 1, 0],
      [180_000, null, "30", 48, 0, 0],
    ]);
  });

  it("[RP1] comes to the pieces of every bundle, on any floor and after any act", () => {
    fc.assert(
      fc.property(anyFloor, fc.nat(), ({ family, acts }, cut) => {
        const state = foldFamily(family, acts.slice(0, cut % (acts.length + 1)), OPTIONS);
        for (const { id } of family.sheets) expect(summed(state, id)).toEqual(stated(state, id));
      }),
      { numRuns: 600 },
    );
  });

  it("[RP1] comes to the pieces of every operation that nobody outside took over", () => {
    fc.assert(
      fc.property(anyFloor, ({ family, acts }) => {
        const inside = acts.filter(({ kind }) => kind !== "dispatch");
        const state = foldFamily(family, inside, OPTIONS);
        for (const { id, operations } of state.bundles.values()) {
          for (const { code, rework, second, scrap } of operations) {
            expect(declaredAt(state, id, code)).toEqual({ rework, second, scrap });
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("[RP1] with the tallies comes to what left the last operation, wherever that was", () => {
    fc.assert(
      fc.property(anyFloor, ({ family, acts }) => {
        const options = { ...OPTIONS, hasCounter: () => false };
        const state = foldFamily(family, acts, options);
        const last = family.routing.operations.at(-1)!.code;
        const counted = [
          ...state.tallies.filter(({ operation }) => operation === last),
          ...state.outcomes
            .filter(({ operation }) => operation === last)
            .map(({ good }) => ({ pieces: good })),
        ].reduce((sum, { pieces }) => sum + pieces, 0);
        const good = [...state.bundles.values()].reduce((sum, each) => sum + each.good, 0);
        expect(counted).toBe(good);
      }),
      { numRuns: 400 },
    );
  });

  it("[RP1] holds on floors where people do what comes next", () => {
    fc.assert(
      fc.property(anyPlay(false), (floor) => {
        const state = floor.state();
        for (const { id } of floor.sheets) expect(summed(state, id)).toEqual(stated(state, id));
      }),
      { numRuns: 100 },
    );
  });

  it("[RP1] would show a change that is missing", () => {
    const acts = [finish(1, "10", { good: 40, rework: 3, scrap: 1 }), repair(2, "10", { good: 1 })];
    const state = folded(acts);
    const planted = { ...state, outcomes: state.outcomes.slice(1) };
    expect(summed(state, 1)).toEqual(stated(state, 1));
    expect(summed(planted, 1)).not.toEqual(stated(planted, 1));
  });
});
