/**
 * A store that is thinned while things happen holds and answers what one that never was does.
 * To look further: `FUZZ_SEED=7 FUZZ_RUNS=2000 npm test -- tests/server/store/thinning/thinning.property.test.ts`.
 */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Modules } from "../../../../server/src/store/modules.ts";
import { createHistory } from "../fuzz/history.ts";
import { deliver } from "../fuzz/network.ts";
import { type Played, type PlayOptions, play } from "../fuzz/play.ts";
import { anyDelay, type SampleSpec, someGlitches, type World, worlds } from "../fuzz/world.ts";
import { answersOf, contentsOf, loggedSamples, thinnedSamples } from "./answers.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 12);
const settings = {
  seed: Number(process.env["FUZZ_SEED"] ?? 20_261_123),
  numRuns,
  interruptAfterTimeLimit: 60_000 + numRuns * 200,
  markInterruptAsFailure: true,
};
vi.setConfig({ testTimeout: settings.interruptAfterTimeLimit });

const DATED_MS = 15_000;

/** Counters that seldom tell a total that nobody sewed: what follows one is no repeat. */
const seldomGlitches = fc.oneof(
  { weight: 19, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: someGlitches },
);

/** Worlds in which most samples are heartbeats. */
const quietWorlds = worlds(anyDelay, seldomGlitches).map(
  (world): World => ({
    ...world,
    devices: world.devices.map((device) => ({
      ...device,
      boots: device.boots.map((boot) => ({ ...boot, samples: boot.samples.map(quieter) })),
    })),
  }),
);

function quieter(sample: SampleSpec): SampleSpec {
  return { ...sample, pieces: sample.pieces === 3 ? 1 : 0 };
}

function playing<Result>(world: World, options: PlayOptions<Result>): Result {
  const history = createHistory(world, DATED_MS);
  return play({ world, history, deliveries: deliver(history) }, options);
}

function judgeOf({ sqlite, board, freshBoard }: Played) {
  const [shown, fresh] = [board, freshBoard].map(({ clock: _, ...rest }) => rest);
  return { contents: contentsOf(sqlite), answers: answersOf(sqlite), shown, fresh };
}

/** The same world in a store that is thinned while it happens. */
function thinnedAndWhole(world: World, sabotage?: (modules: Modules) => void) {
  const whole = playing(world, { judge: judgeOf });
  let share = 0;
  const thinned = playing(world, {
    isThinned: true,
    sabotage,
    judge(played) {
      const { sqlite } = played;
      share = thinnedSamples(sqlite).length / loggedSamples(sqlite).length;
      return judgeOf(played);
    },
  });
  return { whole, thinned, share };
}

describe("a store that is thinned all the time", () => {
  it("[TH2] [TH3] holds and answers what one that never was does, whatever comes late, twice or out of order", () => {
    const shares: number[] = [];
    fc.assert(
      fc.property(quietWorlds, (world) => {
        const { whole, thinned, share } = thinnedAndWhole(world);
        expect(thinned).toEqual(whole);
        shares.push(share);
      }),
      settings,
    );
    // It was thinned at all: a fourth of all samples could be at best, since every fourth tells a state.
    expect(shares.reduce((sum, share) => sum + share) / shares.length).toBeGreaterThan(0.06);
  });

  it("[TH4] is rebuilt to the same rows, ranges included, and answers as before", () => {
    fc.assert(
      fc.property(quietWorlds, (world) => {
        playing(world, {
          isThinned: true,
          judge({ ledger, sqlite }) {
            const [packed, stops] = [thinnedSamples(sqlite), answersOf(sqlite)["stops"]];
            const { before, after } = ledger.rebuild();
            expect(after).toBe(before);
            expect(thinnedSamples(sqlite)).toEqual(packed);
            expect(answersOf(sqlite)["stops"]).toEqual(stops);
          },
        });
      }),
      settings,
    );
  });
});

describe("the property", () => {
  const finds = (sabotage: (modules: Modules) => void): boolean =>
    fc.check(
      fc.property(quietWorlds, (world) => {
        const { whole, thinned } = thinnedAndWhole(world, sabotage);
        expect(thinned).toEqual(whole);
      }),
      { ...settings, endOnFailure: true },
    ).failed;

  it("[TH3] fails when a key that was thinned is not known", () => {
    expect(finds(({ thinned }) => Object.assign(thinned, { at: () => null }))).toBe(true);
  });

  it("[TH5] fails when a refold goes past what was thinned", () => {
    const nothing = function* (): Generator<never> {};
    expect(finds(({ thinned }) => Object.assign(thinned, { above: nothing }))).toBe(true);
  });
});
