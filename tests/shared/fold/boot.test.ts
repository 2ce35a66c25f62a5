import {
  BOOT_AT_POWER_ON,
  type BootState,
  foldSample,
  hasOpenLeap,
  isSameState,
  LEAP_LIMITS,
  type Sample,
  type SampleContext,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const CONTEXT: SampleContext = { limits: LEAP_LIMITS, verdicts: [], isBase: false };

function sample(seq: number, pieces: number, more: Partial<Sample> = {}): Sample {
  return { seq, up: seq * 1_000, pieces, stitches: null, trims: null, state: null, ...more };
}

/** Folds samples one after the other; answers the parts as later withdrawals leave them. */
function fold(samples: readonly Sample[], contexts: Partial<SampleContext> = {}) {
  let state: BootState = BOOT_AT_POWER_ON;
  const parts: number[] = [];
  for (const [index, next] of samples.entries()) {
    const step = foldSample(state, next, { ...CONTEXT, ...contexts });
    const from = step.withdrawn?.pieces ?? null;
    for (const [i, { seq }] of samples.entries())
      if (from !== null && seq >= from && i < index) parts[i] = 0;
    parts.push(step.parts.pieces);
    state = step.state;
  }
  return { state, parts };
}

describe("a fold", () => {
  it("[C1] takes the highest total so far away from each, and never less than nothing", () => {
    expect(fold([sample(1, 3), sample(2, 3), sample(3, 1), sample(4, 5)]).parts).toEqual([
      3, 0, 0, 2,
    ]);
  });

  it("[C1] leaves what was not told where it was", () => {
    const first = foldSample(BOOT_AT_POWER_ON, sample(1, 1, { stitches: 240 }), CONTEXT);
    const silent = foldSample(first.state, sample(2, 2), CONTEXT);
    const later = foldSample(silent.state, sample(3, 3, { stitches: 700 }), CONTEXT);

    expect([silent.parts.stitches, later.parts.stitches]).toEqual([0, 460]);
  });

  it("[C3] flags a total that fell, and no other", () => {
    const before = foldSample(BOOT_AT_POWER_ON, sample(1, 5), CONTEXT);

    expect(foldSample(before.state, sample(2, 4), CONTEXT).fell).toBe(true);
    expect(foldSample(before.state, sample(2, 5), CONTEXT).fell).toBe(false);
  });

  it("[C5] withholds a leap of stitches alone, and counts the pieces beside it", () => {
    const step = foldSample(BOOT_AT_POWER_ON, sample(1, 1, { stitches: 9_000 }), CONTEXT);

    expect([step.parts, step.held]).toEqual([
      { pieces: 1, stitches: 0, trims: 0 },
      { pieces: 0, stitches: 9_000, trims: 0 },
    ]);
  });

  it("[C5] takes no time at all for no time, when a sample lies before the one below it", () => {
    const before = foldSample(BOOT_AT_POWER_ON, sample(1, 5, { up: 600_000 }), CONTEXT);
    const step = foldSample(before.state, sample(2, 5, { up: 0 }), CONTEXT);

    expect({ held: step.held, isOpen: hasOpenLeap(step.state) }).toEqual({
      held: null,
      isOpen: false,
    });
  });

  it("[C8] counts an accepted leap in the pieces into which late samples cut it", () => {
    const verdicts = [{ fromSeq: 1, toSeq: 4, isAccepted: true }];
    const whole = [sample(1, 1), sample(4, 1_000)];
    const cut = [sample(1, 1), sample(2, 300), sample(4, 1_000)];

    expect(fold(whole, { verdicts }).parts).toEqual([1, 999]);
    expect(fold(cut, { verdicts }).parts).toEqual([1, 299, 700]);
  });

  it("[C9] counts nothing of a base, and everything after it", () => {
    const base = foldSample(BOOT_AT_POWER_ON, sample(1, 4_711), { ...CONTEXT, isBase: true });
    const next = foldSample(base.state, sample(2, 4_712), CONTEXT);

    expect([base.parts.pieces, base.held?.pieces, next.parts.pieces]).toEqual([0, 4_711, 1]);
  });

  it("[C6] adds up to the last total of what is true, whatever glitches lie between", () => {
    const truth = fc.array(
      fc.record({
        made: fc.nat({ max: 3 }),
        glitch: fc.option(fc.integer({ min: 1_000, max: 4e9 })),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(truth, (steps) => {
        let total = 0;
        const samples = steps.flatMap(({ made, glitch }, i) => {
          total += made;
          const true_ = sample(2 * i + 2, total);
          return glitch === null ? [true_] : [sample(2 * i + 1, total + glitch), true_];
        });
        const { parts, state } = fold(samples);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(state.totals.pieces).toEqual({ reached: total, open: [] });
      }),
      { seed: 20_261_123 },
    );
  });

  it("[C2] that goes on from any state it had been in comes to the same end", () => {
    const samples = [sample(1, 5), sample(2, 4_000), sample(3, 4_010), sample(4, 7), sample(5, 9)];
    const states = samples.map((_, i) => fold(samples.slice(0, i + 1)).state);

    for (const [i, state] of states.entries()) {
      let end = state;
      for (const next of samples.slice(i + 1)) end = foldSample(end, next, CONTEXT).state;
      expect(isSameState(end, states.at(-1)!)).toBe(true);
    }
    expect(isSameState(states[1]!, { ...states[2]!, seq: 2 })).toBe(false);
  });
});
