import { bottleneckOf, type FlowRow, type LineRow, type StationMark } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, workday } from "../../browser/support/rows.ts";
import { flowRow, lineAt, type Sewn } from "./line-builder.ts";

const NOW = { now: at("11:35"), windows: workday };
const THREE = ["10", "20", "30"].map((operation) => ({ operation }));

function byWaits(flow: readonly FlowRow[], sewn: readonly Sewn[] = THREE) {
  const { line, stations } = lineAt(sewn, { flow });
  return bottleneckOf(line, stations, NOW);
}

function byFlow(sewn: readonly Sewn[], over: Partial<LineRow> = {}, time = "11:35") {
  const { line, stations } = lineAt(sewn, over);
  return bottleneckOf(line, stations, { now: at(time), windows: workday });
}

describe("the bottleneck by what waits", () => {
  // 100 × 0.5 = 50 min before 20 against 80 × 0.5 = 40 before 30: 25 % more.
  it("[WP6] is where most minutes of work wait", () => {
    const flow = [
      flowRow("10"),
      flowRow("20", { bundles: 2, pieces: 100 }),
      flowRow("30", { bundles: 4, pieces: 80 }),
    ];
    expect(byWaits(flow)).toEqual({ operation: "20", stationId: "S02", by: "waits" });
  });

  // 80 × 1 = 80 min before 20; 120 × 0.5 / 2 stations = 30 before 30, which has more pieces.
  it("[WP6] counts minutes, not pieces, and divides them among stations that share", () => {
    const sewn = [
      { operation: "10" },
      { operation: "20", standardMinutes: 1 },
      { operation: "30" },
      { operation: "30" },
    ];
    const flow = [
      flowRow("20", { bundles: 2, pieces: 80 }),
      flowRow("30", { bundles: 3, pieces: 120 }),
    ];
    expect(byWaits(flow, sewn)).toEqual({ operation: "20", stationId: "S02", by: "waits" });
    expect(byWaits([flowRow("30", { bundles: 3, pieces: 120 })], sewn)).toEqual({
      operation: "30",
      stationId: null,
      by: "waits",
    });
  });

  it("[WP6] is none with fewer than two bundles, or when the next pile is within 20 %", () => {
    expect(byWaits([flowRow("20", { bundles: 1, pieces: 500 })])).toBeNull();
    const next = (pieces: number) => [
      flowRow("20", { bundles: 2, pieces: 100 }),
      flowRow("30", { bundles: 2, pieces }),
    ];
    expect([83, 84, 100].map((pieces) => byWaits(next(pieces))?.operation)).toEqual([
      "20",
      undefined,
      undefined,
    ]);
  });

  it("[WP3] is never where bundles wait to be begun", () => {
    const flow = [
      flowRow("10", { bundles: 40, pieces: 2_000, isEntry: true }),
      flowRow("20", { bundles: 2, pieces: 30 }),
    ];
    expect(byWaits(flow)?.operation).toBe("20");
  });

  it("[WP6] is the same whatever the order of the rows, and never one of two equal ones", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), (piles) => {
        const flow = THREE.map(({ operation }, index) =>
          flowRow(operation, { bundles: piles[index] ?? 0, pieces: 25 * (piles[index] ?? 0) }),
        );
        const { line, stations } = lineAt(THREE, { flow });
        const found = bottleneckOf(line, stations, NOW);
        expect(
          bottleneckOf({ ...line, flow: flow.toReversed() }, stations.toReversed(), NOW),
        ).toEqual(found);
        const [first = 0, second = 0] = piles.toSorted((a, b) => b - a);
        if (first === second) expect(found).toBeNull();
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });
});

describe("the bottleneck by what flows", () => {
  // 960 pieces in 480 min: 120 an hour are asked for; 90 is 25 % less. What comes after waits for it, and makes 90 too.
  it("[WP7] is the first of the slowest that does not keep the takt", () => {
    const sewn = [2, 1.5, 1.5].map((perMinute, index) => ({
      operation: `${index + 1}0`,
      perMinute,
    }));
    expect(byFlow(sewn, { target: 960 })).toEqual({
      operation: "20",
      stationId: "S02",
      by: "flow",
    });
  });

  it("[WP7] is the first of those about as slow, though one after it makes a little less", () => {
    const sewn = [2, 1.2, 1.1].map((perMinute, index) => ({
      operation: `${index + 1}0`,
      perMinute,
    }));
    expect(byFlow(sewn, { target: 960 })?.operation).toBe("20");
  });

  it("[WP7] is never the only operation of a line, and never one where somebody is helped", () => {
    const mark: StationMark = {
      ...{ key: "training", from: at("11:00"), to: null },
      ...{ cause: "training", class: "support", isGroup: false },
    };
    const line = (slow: Partial<Sewn>) => [
      { operation: "10" },
      { operation: "20" },
      { operation: "30", perMinute: 1, ...slow },
    ];
    expect(byFlow([{ operation: "10", perMinute: 1 }], { target: 960 })).toBeNull();
    expect(byFlow(line({}), { target: 960 })?.operation).toBe("30");
    expect(byFlow(line({ mark }), { target: 960 })).toBeNull();
  });

  it("[WP7] is none while the slowest is within 20 % of the takt", () => {
    const sewn = [2, 1.7, 1.7].map((perMinute, index) => ({
      operation: `${index + 1}0`,
      perMinute,
    }));
    expect(byFlow(sewn, { target: 960 })).toBeNull();
  });

  it("[WP7] is slower than the middle of the line where there is no target", () => {
    const paced = (perMinute: readonly number[]) =>
      perMinute.map((each, index) => ({ operation: `${index + 1}0`, perMinute: each }));
    expect(byFlow(paced([2, 2, 1]))?.operation).toBe("30");
    expect(byFlow(paced([2, 2, 2]))).toBeNull();
  });

  it("[WP7] adds what stations make that share an operation", () => {
    const sewn = [
      { operation: "10", perMinute: 2 },
      { operation: "20", perMinute: 1 },
      { operation: "20", perMinute: 1 },
    ];
    expect(byFlow(sewn, { target: 960 })).toBeNull();
  });

  it("[WP7] is none in the first 30 working minutes, and none where a station is silent", () => {
    const sewn = [
      { operation: "10", perMinute: 2 },
      { operation: "20", perMinute: 1 },
    ];
    const early = sewn.map((row) => ({ ...row, heardAt: at("08:29:55") }));
    expect(byFlow(early, { target: 960 }, "08:29:59")).toBeNull();
    expect(byFlow(sewn, { target: 960 })?.operation).toBe("20");
    const silent = sewn.map((row, index) => (index === 1 ? { ...row, heardAt: null } : row));
    expect(byFlow(silent, { target: 960 })).toBeNull();
  });
});
