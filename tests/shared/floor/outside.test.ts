import { foldFamily } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  bundle,
  comesBack,
  conflicts,
  counted,
  dispatch,
  finish,
  folded,
  masks,
  OPTIONS,
  operations,
  pieces,
  repair,
  scan,
  sheet,
} from "./builders.ts";

describe("a bundle outside", () => {
  const away = [finish(1, "10", { good: 50 }), dispatch(2, { operations: ["20"] })];

  it("[U20] stays in progress while it is away", () => {
    expect(bundle(folded(away))).toMatchObject({
      inProgress: 50,
      away: 50,
      outside: "BL7",
      open: null,
    });
  });

  it("[U20] comes back in parts, and what was to be done outside is done when all is back", () => {
    const some = folded([...away, comesBack(3, { good: 20, scrap: 1 })]);
    expect([bundle(some).away, operations(some)]).toEqual([29, ["10 done S10 50"]]);
    const all = folded([...away, comesBack(3, { good: 20, scrap: 1 }), comesBack(4, { good: 29 })]);
    expect([bundle(all).outside, operations(all)]).toEqual([
      null,
      ["10 done S10 50", "20 done - 49"],
    ]);
    expect(pieces(all)).toEqual({ good: 0, rework: 0, second: 0, scrap: 1, inProgress: 49 });
  });

  it("[U20] comes back finished when the last operation was done outside", () => {
    const state = folded([
      dispatch(1, { operations: ["30", "20", "10"] }),
      comesBack(2, { good: 48, second: 1, scrap: 1 }),
    ]);
    expect(pieces(state)).toEqual({ good: 48, rework: 0, second: 1, scrap: 1, inProgress: 0 });
    expect(bundle(state).outAt).toBe(120_000);
  });

  it("[U20] that is worked on, sent again or brings back too much is a conflict", () => {
    const state = folded([
      ...away,
      scan(3, "20"),
      dispatch(4, { slipId: "BL8" }),
      comesBack(5, { good: 51 }),
      comesBack(6, { good: 1 }),
    ]);
    expect(conflicts(state)).toEqual([
      "not-here scan-3 dispatch-2",
      "not-here dispatch-4 dispatch-2",
      "too-many return-5 dispatch-2",
      "not-here return-6 -",
    ]);
    expect(pieces(state).inProgress).toBe(50);
  });
});

describe("the counts of stations", () => {
  it("[U14] get good pieces where they are counted by scan, and lose the others where a machine counts", () => {
    const outcome = { good: 46, rework: 2, second: 1, scrap: 1 };
    const acts = [scan(1, "10"), finish(2, "10", outcome)];
    expect(counted(folded(acts))).toEqual({ "S10 scan": 46 });
    expect(counted(folded(acts, masks({ countedBy: "machine" })))).toEqual({ "S10 scan": -4 });
  });

  it("[U14] get good pieces where a machine should count and there is no counter", () => {
    const family = { routing: masks({ countedBy: "machine" }), sheets: [sheet()] };
    const acts = [scan(1, "10"), finish(2, "10", { good: 47, scrap: 3 }), scan(3, "30")];
    const options = { ...OPTIONS, hasCounter: (stationId: string) => stationId === "S30" };
    expect(counted(foldFamily(family, acts, options))).toEqual({
      "S10 scan": 47,
      "S20 deduced": 47,
    });
  });

  it("[U14] lose after an operation what the truth about it sends away, and get it back once", () => {
    const acts = [
      scan(1, "30"),
      scan(2, "10"),
      finish(3, "10", { good: 47, rework: 2, scrap: 1 }),
      scan(4, "20"),
      repair(5, "20", { good: 2 }),
    ];
    expect(counted(folded(acts.slice(0, 1)))).toEqual({ "S10 deduced": 50, "S20 deduced": 50 });
    expect(counted(folded(acts.slice(0, 3)))).toEqual({ "S10 scan": 47, "S20 deduced": 47 });
    expect(counted(folded(acts))["S20 scan"]).toBe(2);
  });

  it("[U14] get repaired pieces where they come back, and deduced ones only where a scan counts", () => {
    const acts = [
      scan(1, "20"),
      finish(2, "20", { good: 48, rework: 2 }),
      repair(3, "20", { good: 2, origin: "hand" }),
    ];
    expect(counted(folded(acts))).toEqual({ "S10 deduced": 50, "S20 scan": 48, "S20 hand": 2 });
    expect(counted(folded(acts, masks({ countedBy: "machine" })))).toEqual({
      "S20 scan": -2,
      "S20 hand": 2,
    });
  });
});
