import { describe, expect, it } from "vitest";
import {
  bodyRouting,
  bundle,
  conflicts,
  dispatch,
  finish,
  folded,
  join,
  operations,
  pieces,
  repair,
  scan,
  sheet,
  split,
  undo,
} from "./builders.ts";

const FRONT = sheet({ part: "front" });
const BACK = sheet({ id: 2, part: "back" });
const SLEEVES = sheet({ id: 3, part: "sleeves" });
const REST = sheet({ id: 4, part: "front", parentId: 1, pieces: 20 });

function garment(acts: Parameters<typeof folded>[0], sheets = [FRONT, BACK, SLEEVES, REST]) {
  return folded(acts, bodyRouting(), sheets);
}

describe("parts that join", () => {
  it.each([[[1, 2]], [[2, 1]]])(
    "[U17] go on as the part that comes first, whichever was scanned first (%j)",
    (bundleIds) => {
      const state = garment([join(1, "40", bundleIds)]);
      expect(bundle(state)).toMatchObject({ part: "body", open: "40", joinedInto: null });
      expect(bundle(state, 2)).toMatchObject({ absorbed: 50, inProgress: 0, joinedInto: 1 });
      expect(operations(state)).toEqual(["10 deduced S10 50", "40 open S40 0"]);
    },
  );

  it("[U17] go on as the part that was cut first, when what they made comes last in the list", () => {
    const state = garment([join(1, "40", [2, 1]), scan(2, "45"), join(3, "50", [3, 1])]);
    expect(bundle(state)).toMatchObject({ part: null, open: "50", inProgress: 50 });
    expect(bundle(state, 3)).toMatchObject({ absorbed: 50, joinedInto: 1 });
  });

  it("[U3] are output once", () => {
    const state = garment([
      join(1, "40", [1, 2]),
      join(3, "50", [1, 3]),
      scan(4, "60"),
      finish(5, "60", { good: 50 }),
    ]);
    expect([1, 2, 3].map((id) => pieces(state, id).good)).toEqual([50, 0, 0]);
  });

  it("[U17] leave in their own bundle what they have more", () => {
    const state = garment([finish(1, "10", { good: 47, scrap: 3 }), join(2, "40", [1, 2])]);
    expect([pieces(state).inProgress, pieces(state, 2).inProgress]).toEqual([47, 3]);
    expect(bundle(state, 2).absorbed).toBe(47);
  });

  it("[U17] may be what several tickets of a part have", () => {
    const halves = split(1, 20, { bundleId: 2, childId: 4 });
    const rest = sheet({ id: 4, part: "back", parentId: 2, pieces: 20 });
    const state = garment([halves, join(2, "40", [1, 2, 4])], [FRONT, BACK, SLEEVES, rest]);
    expect([2, 4].map((id) => bundle(state, id).absorbed)).toEqual([30, 20]);
    expect(conflicts(state)).toEqual([]);
  });

  it("[U19] offline with fewer pieces than go on are a conflict, and nothing is dropped", () => {
    const state = garment([
      finish(1, "20", { bundleId: 2, good: 47, scrap: 3 }),
      join(2, "40", [1, 2]),
    ]);
    expect([conflicts(state), pieces(state).inProgress]).toEqual([["join-short join-2 -"], 50]);
    expect(bundle(state, 2).absorbed).toBe(47);
  });

  it("[U19] offline without the one that goes on are a conflict and stay parts, or they would be garments twice", () => {
    const state = garment([join(1, "40", [2, 3]), join(2, "40", [1, 2])]);
    expect([conflicts(state, 2), conflicts(state)]).toEqual([["join-short join-1 -"], []]);
    expect(bundle(state, 2)).toMatchObject({ part: "back", joinedInto: 1 });
  });

  it.each([{ size: "L" }, { colour: "Écru" }, { shade: 4 }])(
    "[U18] offline of another %j are a conflict",
    (other) => {
      const state = garment([join(1, "40", [1, 2])], [FRONT, { ...BACK, ...other }]);
      expect(conflicts(state)).toEqual(["join-mismatch join-1 -"]);
    },
  );

  it("[U17] offline are joined once, and nothing ends in them that the join does not need", () => {
    const twice = garment([join(1, "40", [1, 2]), join(2, "40", [1, 2])]);
    expect([conflicts(twice), conflicts(twice, 2)]).toEqual([
      ["done-twice join-2 join-1"],
      ["not-here join-2 join-1"],
    ]);
    const strangers = garment([join(1, "40", [1, 2, 3])]);
    expect([conflicts(strangers, 3), bundle(strangers, 3).absorbed]).toEqual([
      ["elsewhere join-1 -"],
      0,
    ]);
  });

  it("[U8] are never deduced: what is scanned after a join that nobody made is a conflict", () => {
    const state = garment([scan(1, "45"), finish(2, "45", { good: 50 })]);
    expect(conflicts(state)).toEqual(["not-yet scan-1 -", "not-yet finish-2 -"]);
    const made = garment([scan(1, "45"), finish(2, "45", { good: 50 }), join(0, "40", [1, 2])]);
    expect([conflicts(made), operations(made)]).toEqual([
      [],
      ["10 deduced S10 50", "40 deduced S40 50", "45 done S45 50"],
    ]);
  });

  it("[U5] are taken apart again, but not once they went on", () => {
    const joined = join(1, "40", [1, 2]);
    expect(garment([joined, undo(2, joined)])).toEqual(garment([]));
    const late = garment([joined, finish(2, "40", { good: 50 }), undo(3, joined)]);
    expect([conflicts(late), bundle(late, 2).absorbed]).toEqual([
      ["undo-late undo-3 finish-2"],
      50,
    ]);
  });
});

describe("a split", () => {
  it("[U15] takes what the open operation has finished, when that is enough", () => {
    const state = folded([
      scan(1, "10"),
      finish(2, "10", { good: 30 }),
      split(3, 20),
      scan(4, "20", { bundleId: 2 }),
    ]);
    expect(operations(state, 2)).toEqual(["10 done S10 20", "20 open S20 0"]);
    expect([operations(state), pieces(state).inProgress]).toEqual([["10 open S10 30"], 30]);
    const after = [
      scan(1, "10"),
      finish(2, "10", { good: 30 }),
      split(3, 20),
      finish(5, "10", { good: 20 }),
    ];
    expect(bundle(folded(after)).open).toBeNull();
  });

  it("[U15] takes what the open operation has not reached otherwise, and may end it", () => {
    const acts = [scan(1, "10"), finish(2, "10", { good: 10 }), split(3, 20)];
    const state = folded(acts);
    expect([operations(state, 2), bundle(state).operations[0]!.pieces]).toEqual([[], 30]);
    const ended = folded([scan(1, "10"), finish(2, "10", { good: 10 }), split(3, 40)]);
    expect([operations(ended), bundle(ended).open]).toEqual([["10 done S10 10"], null]);
  });

  it("[U15] leaves pieces in repair where they are", () => {
    const state = folded([finish(1, "10", { good: 45, rework: 5 }), split(2, 20)]);
    expect([pieces(state), pieces(state, 2)]).toMatchObject([
      { rework: 5, inProgress: 25 },
      { rework: 0, inProgress: 20 },
    ]);
  });

  it("[U16] offline of more than there is takes what there is, and is a conflict", () => {
    const state = folded([finish(1, "10", { good: 10, scrap: 40 }), split(2, 20)]);
    expect([conflicts(state), bundle(state, 2).pieces]).toEqual([["too-many split-2 -"], 10]);
  });

  it("[U9] of deduced pieces lets the truth come to each ticket", () => {
    const acts = [scan(1, "20"), split(2, 20), scan(3, "10", { bundleId: 2 })];
    const truth = finish(4, "10", { bundleId: 2, good: 20 });
    const state = folded([...acts, truth]);
    const counts = state.tallies.map(({ bundleId, pieces: count, origin }) => [
      bundleId,
      count,
      origin,
    ]);
    expect(counts).toEqual([
      [1, 30, "deduced"],
      [2, 20, "scan"],
    ]);
  });

  it("[U9] of deduced pieces lets the truth come once, to the ticket that it is told of first", () => {
    const acts = [scan(1, "20"), split(2, 20), finish(3, "10", { good: 50 })];
    const again = finish(4, "10", { bundleId: 2, good: 20 });
    const state = folded([...acts, again]);
    expect([conflicts(state, 2), pieces(state, 2).inProgress]).toEqual([
      ["too-many finish-4 scan-1"],
      20,
    ]);
    expect(state.tallies.map(({ pieces: count }) => count)).toEqual([50]);
    expect(operations(state, 2)).toEqual(["10 done S10 20"]);
  });

  it("[U25] that another tablet's clock puts after what was done with its ticket comes before it", () => {
    const state = folded([scan(1, "10", { bundleId: 2 }), split(3, 20)]);
    expect([operations(state, 2), conflicts(state, 2)]).toEqual([["10 open S10 0"], []]);
    const never = folded([scan(1, "10", { bundleId: 2 })]);
    expect([bundle(never, 2).pieces, conflicts(never, 2)]).toEqual([0, ["not-here scan-1 -"]]);
  });
});

describe("repaired pieces", () => {
  const sent = [scan(1, "10"), finish(2, "10", { good: 46, rework: 4 })];

  it("[U13] rejoin the others where they are", () => {
    const state = folded([...sent, scan(3, "20"), repair(4, "10", { good: 3, scrap: 1 })]);
    expect(pieces(state)).toEqual({ good: 0, rework: 0, second: 0, scrap: 1, inProgress: 49 });
    expect(bundle(state).operations.map(({ pieces: there }) => there)).toEqual([50, 49]);
  });

  const out = [...sent, finish(5, "20", { good: 46 }), finish(6, "30", { good: 46 })];

  it("[U13] are output by the last operation when the others are out, and by no other", () => {
    const elsewhere = folded([...out, repair(7, "20", { good: 4 })]);
    expect([pieces(elsewhere), conflicts(elsewhere)]).toEqual([
      { good: 46, rework: 4, second: 0, scrap: 0, inProgress: 0 },
      ["elsewhere finish-7 -"],
    ]);
    const state = folded([...out, repair(7, "30", { good: 4 })]);
    expect(pieces(state)).toEqual({ good: 50, rework: 0, second: 0, scrap: 0, inProgress: 0 });
    expect(bundle(state).outAt).toBe(7 * 60_000);
  });

  it("[U13] are output once, however often they are said to be", () => {
    const twice = [repair(7, "30", { good: 4 }), repair(8, "30", { good: 4 })];
    const state = folded([...out, ...twice]);
    expect([pieces(state).good, conflicts(state)]).toEqual([50, ["too-many finish-8 -"]]);
  });

  it("[U13] do not come back while the others are outside", () => {
    const state = folded([...sent, dispatch(3), repair(4, "10", { good: 4 })]);
    expect([pieces(state).rework, conflicts(state)]).toEqual([4, ["not-here finish-4 dispatch-3"]]);
  });

  it("[U13] come back to the inspector while the last operation is open", () => {
    const acts = [
      scan(1, "30"),
      finish(2, "30", { good: 20, rework: 2 }),
      repair(3, "10", { good: 2 }),
    ];
    const state = folded([...acts, finish(4, "30", { good: 30 })]);
    expect(pieces(state)).toEqual({ good: 50, rework: 0, second: 0, scrap: 0, inProgress: 0 });
  });
});
