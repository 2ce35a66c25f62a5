import {
  type BundleAct,
  balanceOf,
  type Family,
  type FamilyState,
  foldFamily,
  garmentPart,
  pastOf,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyFloor, anyFloor } from "./any-floor.ts";
import { OPTIONS } from "./builders.ts";

const CONFLICTS = [
  "done-twice",
  "open-twice",
  "not-yet",
  "elsewhere",
  "too-many",
  "join-mismatch",
  "join-short",
  "not-here",
  "undo-late",
];

function fold({ family }: AnyFloor, acts: readonly BundleAct[]): FamilyState {
  return foldFamily(family, acts, OPTIONS);
}

/** What is wrong with the sums of a fold; empty when every piece is somewhere, once. */
function findImbalance(family: Family, { bundles }: FamilyState): string[] {
  const faults: string[] = [];
  const check = (what: string, isRight: boolean) => isRight || faults.push(what);
  const states = family.sheets.map((sheet) => ({ sheet, state: bundles.get(sheet.id)! }));
  for (const { sheet, state } of states) {
    const { pieces, splitOut, absorbed, good, rework, second, scrap, inProgress, away } = state;
    const all = [splitOut, absorbed, good, rework, second, scrap, inProgress];
    check(`bundle ${sheet.id}`, pieces === all.reduce((sum, each) => sum + each, 0));
    check(
      `below 0 in ${sheet.id}`,
      [...all, away, inProgress - away].every((each) => each >= 0),
    );
    check(`cut ${sheet.id}`, sheet.parentId !== null || pieces === sheet.pieces);
    for (const work of state.operations) {
      const done = work.good + work.rework + work.second + work.scrap;
      check(`${sheet.id} at ${work.code}`, done <= work.pieces && work.repaired <= work.rework);
    }
  }
  const total = (of: (each: (typeof states)[number]) => number) =>
    states.reduce((sum, each) => sum + of(each), 0);
  const isSplit = ({ sheet }: (typeof states)[number]) => sheet.parentId !== null;
  check(
    "split off",
    total(({ state }) => state.splitOut) ===
      total((each) => (isSplit(each) ? each.state.pieces : 0)),
  );
  for (const row of balanceOf(states, family.routing)) {
    const { size, cut, good, rework, second, scrap, inProgress } = row;
    check(`size ${size}`, cut === good + rework + second + scrap + inProgress);
    const ordered = states.filter(
      ({ sheet }) =>
        sheet.size === size &&
        sheet.parentId === null &&
        sheet.part === garmentPart(family.routing),
    );
    check(`cut ${size}`, cut === ordered.reduce((sum, { sheet }) => sum + sheet.pieces, 0));
  }
  return faults;
}

describe("the balance of any floor", () => {
  it("[U1] holds for every bundle, order, size and colour after every act, sensible or not", () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        for (let n = 0; n <= floor.acts.length; n += 1) {
          expect(findImbalance(floor.family, fold(floor, floor.acts.slice(0, n)))).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("[U2] is the same in whatever order the acts arrive, and however often", () => {
    const arrivals = anyFloor.chain((floor) =>
      fc.tuple(
        fc.constant(floor),
        fc.shuffledSubarray([...floor.acts], { minLength: floor.acts.length }),
        fc.subarray([...floor.acts]),
      ),
    );
    fc.assert(
      fc.property(arrivals, ([floor, shuffled, again]) => {
        expect(fold(floor, [...shuffled, ...again])).toEqual(fold(floor, floor.acts));
      }),
      { numRuns: 400 },
    );
  });

  it("[U13] outputs nothing twice: what the last operation counted is what is output, never more than was cut", () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        const acts = floor.acts.filter(({ kind }) => kind !== "dispatch");
        const stationed = acts.map((act) => ({ ...act, stationId: act.stationId ?? "S3" }));
        const state = fold(floor, stationed);
        const last = floor.family.routing.operations.at(-1)!.code;
        const counted = state.tallies
          .filter(({ operation }) => operation === last)
          .reduce((sum, { pieces }) => sum + pieces, 0);
        const good = [...state.bundles.values()].reduce((sum, each) => sum + each.good, 0);
        const cut = floor.family.sheets
          .filter(
            ({ part, parentId }) => parentId === null && part === garmentPart(floor.family.routing),
          )
          .reduce((sum, { pieces }) => sum + pieces, 0);
        expect([counted, good <= cut]).toEqual([good, true]);
      }),
      { numRuns: 400 },
    );
  });

  it("[U1] has no more pieces past an operation than were cut", () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        const { family } = floor;
        const state = fold(floor, floor.acts);
        const states = family.sheets.map((sheet) => ({
          sheet,
          state: state.bundles.get(sheet.id)!,
        }));
        const cut = family.sheets
          .filter(({ part, parentId }) => parentId === null && part === garmentPart(family.routing))
          .reduce((sum, { pieces }) => sum + pieces, 0);
        const past = pastOf(states, family.routing);
        expect(past.filter(({ good }) => good > cut)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("[U1] names every conflict, of an act that is there", () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        const keys = new Set(floor.acts.map(({ key }) => key));
        for (const { conflicts } of fold(floor, floor.acts).bundles.values()) {
          for (const { code, key, against } of conflicts) {
            expect(CONFLICTS).toContain(code);
            expect([keys.has(key), against === null || keys.has(against)]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
