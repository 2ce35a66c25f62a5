import { type BundleAct, type FamilyState, foldFamily, garmentPart } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlay, playToTheEnd } from "./any-play.ts";
import { OPTIONS } from "./builders.ts";
import type { Play } from "./play.ts";

/** What is broken on purpose must be found each time: always the same floors, many of them. */
const FOUND = { seed: 118, numRuns: 5_000, endOnFailure: true };

type Fold = (floor: Play, acts: readonly BundleAct[]) => FamilyState;
type Finish = Extract<BundleAct, { kind: "finish" }>;

const fold: Fold = ({ routing, sheets }, acts) => foldFamily({ routing, sheets }, acts, OPTIONS);

/** Broken on purpose: what the properties must find out. */
const without =
  (kind: BundleAct["kind"]): Fold =>
  (floor, acts) =>
    fold(
      floor,
      acts.filter((act) => act.kind !== kind),
    );

function garmentsOf({ sheets, routing }: Play) {
  return sheets.filter(({ part }) => part === garmentPart(routing));
}

/** Every garment of a floor on which nothing was lost is out once all is done, and once. */
const isAllOut = (folding: Fold) =>
  fc.property(anyPlay(true), (floor) => {
    playToTheEnd(floor);
    const state = folding(floor, floor.acts);
    fc.pre(
      [...fold(floor, floor.acts).bundles.values()].every(
        ({ conflicts }) => conflicts.length === 0,
      ),
    );
    const garments = garmentsOf(floor);
    const cut = garments.reduce(
      (sum, { parentId, pieces }) => sum + (parentId === null ? pieces : 0),
      0,
    );
    const good = [...state.bundles.values()].reduce((sum, each) => sum + each.good, 0);
    expect(good).toBe(cut);
  });

/** What was declared and not taken back, added up by hand, is what the fold says. */
const isAsDeclared = (folding: Fold) =>
  fc.property(anyPlay(false), (floor) => {
    const { acts } = floor;
    const state = folding(floor, acts);
    const truth = fold(floor, acts);
    fc.pre([...truth.bundles.values()].every(({ conflicts }) => conflicts.length === 0));
    fc.pre(acts.every(({ kind }) => kind !== "dispatch"));
    const undone = new Set(acts.flatMap((act) => (act.kind === "undo" ? [act.undoes] : [])));
    const finishes = acts.filter(
      (act): act is Finish => act.kind === "finish" && !undone.has(act.key),
    );
    const declared = (kind: "scrap" | "rework", isRepaired: boolean) =>
      finishes
        .filter((each) => each.isRepaired === isRepaired)
        .reduce((sum, { outcome }) => sum + outcome[kind], 0);
    const repaired = finishes
      .filter((each) => each.isRepaired)
      .reduce((sum, { outcome }) => sum + outcome.good + outcome.scrap, 0);
    const sum = (kind: "scrap" | "rework") =>
      [...state.bundles.values()].reduce((total, each) => total + each[kind], 0);
    expect([sum("scrap"), sum("rework")]).toEqual([
      declared("scrap", false) + declared("scrap", true),
      declared("rework", false) - repaired,
    ]);
  });

describe("a floor with the network", () => {
  it("[U26] accepts nothing that is in conflict as soon as it is folded", () => {
    fc.assert(
      fc.property(anyPlay(false), ({ misfits }) => {
        expect(misfits).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("[U3] outputs every garment once when everything was done, whatever was split, joined, repaired and undone", () => {
    fc.assert(isAllOut(fold), { numRuns: 100 });
  });

  it("[U3] is found out by that when its joins are ignored", () => {
    expect(() => fc.assert(isAllOut(without("join")), FOUND)).toThrow(/Property failed/);
  });

  it("[U4] has exactly what was declared and not taken back", () => {
    fc.assert(isAsDeclared(fold), { numRuns: 300 });
  });

  it("[U4] is found out by that when its undos are ignored", () => {
    expect(() => fc.assert(isAsDeclared(without("undo")), FOUND)).toThrow(/Property failed/);
  });

  it("[U2] comes to the same when its tablets deliver late, in any order and twice", () => {
    const late = anyPlay(false).chain((floor) =>
      fc.tuple(
        fc.constant(floor),
        fc.shuffledSubarray(floor.acts, { minLength: floor.acts.length }),
        fc.subarray(floor.acts),
      ),
    );
    fc.assert(
      fc.property(late, ([floor, shuffled, again]) => {
        expect(fold(floor, [...shuffled, ...again])).toEqual(floor.state());
      }),
      { numRuns: 100 },
    );
  });

  it("[U1] holds its balance whatever part of it has been delivered", () => {
    const some = anyPlay(false).chain((floor) =>
      fc.tuple(fc.constant(floor), fc.subarray(floor.acts)),
    );
    fc.assert(
      fc.property(some, ([floor, delivered]) => {
        for (const state of fold(floor, delivered).bundles.values()) {
          const { splitOut, absorbed, good, rework, second, scrap, inProgress } = state;
          const all = [splitOut, absorbed, good, rework, second, scrap, inProgress];
          expect(all.every((each) => each >= 0)).toBe(true);
          expect(all.reduce((sum, each) => sum + each, 0)).toBe(state.pieces);
        }
      }),
      { numRuns: 300 },
    );
  });
});
