import { describe, expect, it } from "vitest";
import {
  bundle,
  conflicts,
  counted,
  finish,
  folded,
  masks,
  operations,
  pieces,
  scan,
  settle,
  split,
  undo,
} from "./builders.ts";

describe("a bundle", () => {
  it("[U7] is open where it was scanned, with the pieces that are there", () => {
    const state = folded([scan(1, "10")]);
    expect(bundle(state).open).toBe("10");
    expect(bundle(state).operations).toEqual([
      {
        code: "10",
        status: "open",
        good: 0,
        rework: 0,
        second: 0,
        scrap: 0,
        stationId: "S10",
        assignmentId: null,
        openedAt: 60_000,
        finishedAt: null,
        pieces: 50,
        repaired: 0,
        takenGood: 0,
        isTruth: false,
        isInherited: false,
        scanKey: "scan-1",
        isDeclared: false,
      },
    ]);
  });

  it("[U10] goes on when its finishes reach the pieces that were there", () => {
    const part = [scan(1, "10"), finish(2, "10", { good: 20 })];
    const whole = [...part, finish(3, "10", { good: 27, rework: 1, second: 1, scrap: 1 })];
    expect([bundle(folded(part)).open, operations(folded(part))]).toEqual([
      "10",
      ["10 open S10 20"],
    ]);
    expect([bundle(folded(whole)).open, operations(folded(whole))]).toEqual([
      null,
      ["10 done S10 47"],
    ]);
    expect(pieces(folded(whole))).toEqual({
      good: 0,
      rework: 1,
      second: 1,
      scrap: 1,
      inProgress: 47,
    });
  });

  it("[U10] is out when its last piece left the last operation", () => {
    const acts = ["10", "20", "30"].flatMap((code, n) => [
      scan(10 * n, code),
      finish(10 * n + 5, code, { good: 50 }),
    ]);
    expect(bundle(folded(acts.slice(0, -1))).outAt).toBeNull();
    expect(bundle(folded(acts))).toMatchObject({ good: 50, inProgress: 0, outAt: 25 * 60_000 });
  });

  it("[U8] has the operations done that were missed, up to the limit, at the station of the plan", () => {
    const state = folded([scan(1, "30")]);
    expect(operations(state)).toEqual(["10 deduced S10 50", "20 deduced S20 50", "30 open S30 0"]);
    expect([counted(state), conflicts(state)]).toEqual([
      { "S10 deduced": 50, "S20 deduced": 50 },
      [],
    ]);
  });

  it("[U8] has an operation done that was left open, by what was left of it", () => {
    const state = folded([scan(1, "10"), finish(2, "10", { good: 20 }), scan(3, "20")]);
    expect(operations(state)).toEqual(["10 deduced S10 50", "20 open S20 0"]);
    expect(counted(state)).toEqual({ "S10 scan": 20, "S10 deduced": 30 });
  });

  it("[U9] has the truth in place of what was deduced when it happened before", () => {
    const late = [scan(1, "10"), finish(2, "10", { good: 48, scrap: 2 })];
    const state = folded([scan(5, "30"), ...late]);
    expect(operations(state)).toEqual(["10 done S10 48", "20 deduced S20 48", "30 open S30 0"]);
    expect(counted(state)).toEqual({ "S10 scan": 48, "S20 deduced": 48 });
  });

  it("[U9] has the truth in place of what was deduced when it is scanned later, and stays open where it is", () => {
    const acts = [scan(1, "30"), scan(2, "20"), finish(3, "20", { good: 49, scrap: 1 })];
    expect(operations(folded(acts.slice(0, 2)))).toEqual([
      "10 deduced S10 50",
      "20 open S20 0",
      "30 open S30 0",
    ]);
    const state = folded(acts);
    expect(operations(state)).toEqual(["10 deduced S10 50", "20 done S20 49", "30 open S30 0"]);
    expect([counted(state), bundle(state).open, conflicts(state)]).toEqual([
      { "S10 deduced": 50, "S20 scan": 49 },
      "30",
      [],
    ]);
  });

  it("[U9] has taken for done again what nobody finished, once its last operation is done", () => {
    const state = folded([scan(1, "30"), scan(2, "20"), finish(3, "30", { good: 50 })]);
    expect(operations(state)).toEqual(["10 deduced S10 50", "20 deduced S20 50", "30 done S30 50"]);
    expect(counted(state)).toEqual({ "S10 deduced": 50, "S20 deduced": 50, "S30 scan": 50 });
  });
});

describe("a conflict", () => {
  it("[U8] is named when more was missed than may be deduced, and the bundle goes on", () => {
    const longer = masks();
    const last = { ...longer.operations[2]!, code: "40", after: ["30"] };
    const state = folded([scan(1, "40")], { ...longer, operations: [...longer.operations, last] });
    expect([conflicts(state), bundle(state).open]).toEqual([["not-yet scan-1 -"], "40"]);
  });

  it("[U7] is named when a bundle is open at two stations, and not after the first one said what it did", () => {
    const [here, there] = [scan(1, "10"), scan(3, "10", { stationId: "S11" })];
    expect(conflicts(folded([here, there]))).toEqual(["open-twice scan-3 scan-1"]);
    const state = folded([here, finish(2, "10", { good: 0 }), there]);
    expect([conflicts(state), operations(state)]).toEqual([[], ["10 open S11 0"]]);
  });

  it("[U12] is named when two stations finish the same operation, and what they did counts once", () => {
    const other = { stationId: "S11" };
    const state = folded([
      scan(1, "10"),
      scan(2, "10", other),
      finish(3, "10", { good: 50 }),
      finish(4, "10", { good: 50, ...other }),
    ]);
    expect(conflicts(state)).toEqual(["open-twice scan-2 scan-1", "done-twice finish-4 finish-3"]);
    expect([pieces(state).inProgress, counted(state)]).toEqual([50, { "S10 scan": 50 }]);
  });

  it("[U11] is named when more pieces were declared than there were, and the excess is not counted", () => {
    const state = folded([scan(1, "10"), finish(2, "10", { good: 52, scrap: 1 })]);
    expect(conflicts(state)).toEqual(["too-many finish-2 -"]);
    expect([operations(state), counted(state)]).toEqual([["10 done S10 49"], { "S10 scan": 49 }]);
  });

  it("[U21] is named when a bundle was scanned where it does not pass, and nothing happens to it", () => {
    const state = folded([scan(1, "99")]);
    expect([conflicts(state), operations(state)]).toEqual([["elsewhere scan-1 -"], []]);
  });

  it("[U4] is no more when a supervisor kept the act, and nor is the act when it was dropped", () => {
    const again = finish(4, "10", { good: 50, stationId: "S11" });
    const acts = [scan(1, "10"), finish(3, "10", { good: 50 }), again];
    expect(conflicts(folded(acts))).toEqual(["done-twice finish-4 finish-3"]);
    expect(conflicts(folded([...acts, settle(9, again, "keep")]))).toEqual([]);
    const dropped = folded([...acts, settle(9, acts[1]!, "drop")]);
    expect([conflicts(dropped), operations(dropped)]).toEqual([
      ["open-twice finish-4 scan-1"],
      ["10 done S11 50"],
    ]);
  });

  it("[U4] is settled by the last word", () => {
    const twice = scan(3, "10", { stationId: "S11" });
    const words = [settle(8, twice, "drop"), settle(9, twice, "keep")];
    expect(operations(folded([scan(1, "10"), twice, ...words]))).toEqual(["10 open S11 0"]);
  });
});

describe("an undo", () => {
  const acts = [scan(1, "10"), finish(2, "10", { good: 48, scrap: 2 })];

  it("[U4] leaves things as if the act had not been", () => {
    expect(folded([...acts, undo(3, acts[1]!)])).toEqual(folded(acts.slice(0, 1)));
  });

  it("[U4] of what is not there changes nothing", () => {
    expect(folded([...acts, undo(3, scan(9, "30"))])).toEqual(folded(acts));
  });

  it("[U4] of a split gives the pieces back", () => {
    const apart = split(3, 20);
    const state = folded([...acts, apart, undo(4, apart)]);
    expect([pieces(state).inProgress, bundle(state, 2)]).toEqual([
      48,
      { ...bundle(folded([]), 2), pieces: 0 },
    ]);
  });

  it("[U5] of a split whose ticket was worked on is a conflict, and the split holds", () => {
    const apart = split(3, 20);
    const worked = scan(4, "20", { bundleId: 2 });
    const state = folded([...acts, apart, worked, undo(5, apart)]);
    expect([conflicts(state), bundle(state, 2).pieces]).toEqual([["undo-late undo-5 scan-4"], 20]);
    const back = [...acts, apart, worked, undo(5, worked), undo(6, apart)];
    expect([conflicts(folded(back)), bundle(folded(back), 2).pieces]).toEqual([[], 0]);
  });
});
