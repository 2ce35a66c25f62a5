import { createCounter, createPieceRule, createRing, type Pulse } from "@trame/firmware-sim";
import {
  type DeviceConfig,
  encodeCounts,
  PAYLOAD_BYTES_MAX,
  type Sample,
  TOTAL_MAX,
  UP_MAX_MS,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const config: DeviceConfig = {
  minStitches: 40,
  trimsPerPiece: 4,
  reportEveryMs: 1000,
  heartbeatMs: 15_000,
};

function countPieces(pulses: readonly Pulse[], rules: DeviceConfig): number[] {
  const rule = createPieceRule();
  return pulses.flatMap((pulse, index) => (rule.isComplete(pulse, rules) ? [index] : []));
}

function sample(seq: number, pieces = 0): Sample {
  return { seq, up: seq, pieces, stitches: null, trims: null, state: null };
}

describe("piece rule", () => {
  it("[M2] a piece needs the stitches and the trims", () => {
    const trims = [1, 1, 1, 1, 1].map((each) => ({ stitches: 5, trims: each }));
    expect(countPieces(trims, config)).toEqual([]);
    const stitches = [{ stitches: 500, trims: 3 }];
    expect(countPieces(stitches, config)).toEqual([]);
    expect(countPieces([...stitches, { stitches: 0, trims: 1 }], config)).toEqual([1]);
  });

  it("[M2] each piece begins anew: what was over counts for none", () => {
    const seams = Array.from({ length: 9 }, () => ({ stitches: 100, trims: 1 }));
    expect(countPieces(seams, config)).toEqual([3, 7]);
    expect(countPieces([{ stitches: 900, trims: 11 }, ...seams], config)).toEqual([0, 4, 8]);
  });

  it("[M2] without stitches asked for, any pulse is a piece", () => {
    const button = { ...config, minStitches: 0, trimsPerPiece: 1 };
    const presses = [0, 0, 7].map((stitches) => ({ stitches, trims: 1 }));
    expect(countPieces(presses, button)).toEqual([0, 1, 2]);
  });
});

describe("ring buffer", () => {
  it("[M3] drops the oldest heartbeats first, then states, and keeps every piece", () => {
    const ring = createRing(4);
    ring.push(sample(1), "state");
    ring.push(sample(2), "heartbeat");
    ring.push(sample(3, 1), "piece");
    ring.push(sample(4, 1), "heartbeat");
    ring.push(sample(5, 2), "piece");
    ring.push(sample(6, 3), "piece");
    ring.push(sample(7, 4), "piece");
    expect(ring.take(1, 200).map(({ seq }) => seq)).toEqual([3, 5, 6, 7]);
    expect(ring.blurred).toBe(0);
  });

  it("[M3] keeps every piece that it has room for, whatever else happens", () => {
    const weights = fc.array(fc.constantFrom("heartbeat", "state", "piece"), { maxLength: 60 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 20 }), (story, capacity) => {
        const ring = createRing(capacity);
        const pieces: number[] = [];
        for (const [index, weight] of story.entries()) {
          if (weight === "piece") pieces.push(index);
          ring.push(sample(index, pieces.length), weight);
        }
        const held = ring.take(1, 200).map(({ seq }) => seq);
        expect(held).toEqual(expect.arrayContaining(pieces.slice(-capacity)));
        expect(held).toHaveLength(Math.min(story.length, capacity));
        expect(ring.blurred).toBe(Math.max(0, pieces.length - capacity));
      }),
    );
  });

  it("[M6] what is given back waits again before what is newer", () => {
    const ring = createRing(8);
    for (const seq of [1, 2, 3, 4]) ring.push(sample(seq), "piece");
    expect(ring.take(1, 2).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(ring.take(2, 1).map(({ seq }) => seq)).toEqual([3]);
    ring.giveBack(1);
    ring.forget(2);
    expect(ring.take(3, 200).map(({ seq }) => seq)).toEqual([1, 2, 4]);
    expect(ring.waiting).toBe(0);
  });
});

describe("counter", () => {
  it("[M5] takes a sample for each piece, each change of state and each heartbeat", () => {
    const counter = createCounter({ boot: "0badcafe", config, ringSize: 4096 });
    counter.pulse(1_000, { stitches: 30, trims: 2 });
    counter.pulse(4_000, { stitches: 30, trims: 2 });
    counter.setFault(20_000, true);
    counter.setFault(21_000, false);
    counter.advance(125_000);
    const told = counter.take(1).map(({ up, pieces, state }) => [up, pieces, state]);
    expect(told).toEqual([
      [0, 0, "idle"],
      [1_000, 0, "running"],
      [4_000, 1, null],
      [15_000, 1, null],
      [20_000, 1, "fault"],
      [21_000, 1, "running"],
      ...[30, 45, 60, 75, 90, 105, 120].map((second) => [second * 1000, 1, null]),
      [124_000, 1, "idle"],
    ]);
  });

  it("[M5] a message of 200 of the largest samples has less than 30,000 bytes", () => {
    const largest: Sample = {
      seq: UP_MAX_MS,
      up: UP_MAX_MS,
      pieces: TOTAL_MAX,
      stitches: TOTAL_MAX,
      trims: TOTAL_MAX,
      state: "running",
    };
    const samples = Array.from({ length: 200 }, () => largest);
    const payload = encodeCounts({ boot: "0badcafe", up: UP_MAX_MS, samples });
    expect(payload.length).toBeLessThan(PAYLOAD_BYTES_MAX);
  });
});
