/**
 * A store answers the same before and after its samples have gone, and counts on from there.
 * To look further: `FUZZ_SEED=7 FUZZ_RUNS=2000 npm test -- tests/server/store/sealing/sealing.property.test.ts`.
 */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createPlanView } from "../../../../server/src/store/floor/plan-view.ts";
import { createModules, type Modules } from "../../../../server/src/store/modules.ts";
import { rebuild } from "../../../../server/src/store/rebuilding.ts";
import { createStopReads } from "../../../../server/src/store/supervision/stop-read.ts";
import { createHistory } from "../fuzz/history.ts";
import { deliver } from "../fuzz/network.ts";
import { play, type Sqlite } from "../fuzz/play.ts";
import { storedCounts, trueCounts } from "../fuzz/truth.ts";
import { anyDelay, someGlitches, type World, worlds } from "../fuzz/world.ts";
import { loggedSamples } from "../thinning/answers.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 8);
const settings = {
  seed: Number(process.env["FUZZ_SEED"] ?? 20_261_123),
  numRuns,
  interruptAfterTimeLimit: 60_000 + numRuns * 1_000,
  markInterruptAsFailure: true,
};
vi.setConfig({ testTimeout: settings.interruptAfterTimeLimit });

const DATED_MS = 15_000;
const DAY_MS = 86_400_000;
const KEPT_DAYS = 8;
/** What was received longer ago than this may go. */
const SETTLED_MS = 7 * DAY_MS;
const DELAY_MAX_S = 900;

/** Nothing is on its way for as long as what was received takes to settle. */
const shortDelay = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 70, max: DELAY_MAX_S }) },
);

function seal({ sealing, transact }: Modules, now: number): void {
  while (transact(() => sealing.step({ now, keptDays: KEPT_DAYS }).isMore));
}

/** Seals all that was received before the longest delay of the network, as if it were old. */
function sealSettled(modules: Modules | null, now: number): void {
  if (modules !== null) seal(modules, now + SETTLED_MS - DELAY_MAX_S * 1_000);
}

/** What reports ask for: all that was counted, and the stops of some days. */
function toldOf(sqlite: Sqlite, days: readonly number[]) {
  const { readStops } = createStopReads(sqlite, { timeline: createPlanView(sqlite) });
  const now = ((days.at(-1) ?? 0) + 3) * DAY_MS;
  const rows = (table: string) => sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all();
  return {
    hours: rows("hours"),
    holds: rows("holds"),
    quarantine: rows("quarantine"),
    stops: days.map((day) => readStops({ day, now, lineId: null, stationId: null })),
  };
}

/** The boots as a start reads them. */
function bootsOf(sqlite: Sqlite) {
  const { boots } = createModules(sqlite, { startedAt: 0, budget: 5_000 });
  return boots.ids().map((id) => {
    const { datedSeq: _, stretch: __, seal: ___, ...boot } = boots.byId(id);
    return boot;
  });
}

function daysOf(sqlite: Sqlite): number[] {
  const days = new Set(loggedSamples(sqlite).map(({ at }) => Math.floor(at / DAY_MS)));
  return [...days].toSorted((a, b) => a - b);
}

/** Boots that have samples though nothing of them has to be judged. */
function keptBoots(sqlite: Sqlite): number {
  const kept = sqlite.prepare(
    "SELECT count(DISTINCT boot_id) FROM samples WHERE boot_id NOT IN (SELECT boot_id FROM holds)",
  );
  return Number(kept.pluck().get());
}

/** A world played to its end, and sealed when it is long over. */
function beforeAndAfter(world: World, spoil = "SELECT 1") {
  const history = createHistory(world, DATED_MS);
  const story = { world, history, deliveries: deliver(history) };
  return play(story, {
    isThinned: true,
    judge({ sqlite }) {
      const days = daysOf(sqlite);
      const before = { told: toldOf(sqlite, days), boots: bootsOf(sqlite) };
      const count = loggedSamples(sqlite).length;
      const now = ((days.at(-1) ?? 0) + 3 + KEPT_DAYS) * DAY_MS;
      const modules = createModules(sqlite, { startedAt: now, budget: world.budget });
      seal(modules, now);
      sqlite.exec(spoil);
      const after = { told: toldOf(sqlite, days), boots: bootsOf(sqlite) };
      const gone = count - loggedSamples(sqlite).length;
      return { before, after, gone, kept: keptBoots(sqlite), rebuilt: rebuild(modules) };
    },
  });
}

/** A clock that stands years ahead is another test's: a month is sealed a night. */
function withSmallSteps(world: World): World {
  const runs = world.runs.map((run) => ({
    ...run,
    steps: run.steps.filter(({ byMs }) => Math.abs(byMs) < 10 * DAY_MS),
  }));
  return { ...world, runs };
}

const glitchWorlds = worlds(anyDelay, someGlitches).map(withSmallSteps);

/** One plan, known from the start, and a clock that is right: what is sealed is where it was counted. */
const settledWorlds = worlds(shortDelay).map(
  (world): World => ({
    ...world,
    runs: world.runs.map((run) => ({ ...run, steps: [] })),
    plans: world.plans.slice(0, 1).map((plan) => ({ ...plan, fromMinute: 0, recordedMinute: 0 })),
  }),
);

describe("a store whose samples have gone", () => {
  it("[SL1] [SL2] [SL3] [SL6] tells what it told before, keeps what a person has to judge, and is rebuilt to the same rows", () => {
    let gone = 0;
    fc.assert(
      fc.property(glitchWorlds, (world) => {
        const { before, after, rebuilt, kept, ...of } = beforeAndAfter(world);
        expect(after).toEqual(before);
        expect(rebuilt.after).toBe(rebuilt.before);
        expect(kept).toBe(0);
        gone += of.gone;
      }),
      settings,
    );
    expect(gone).toBeGreaterThan(100);
  });

  it("[SL4] ends with the true totals of its stations though it is sealed after every message, whatever comes twice", () => {
    fc.assert(
      fc.property(settledWorlds, (world) => {
        const history = createHistory(world, DATED_MS);
        play(
          { world, history, deliveries: deliver(history) },
          {
            afterEach: sealSettled,
            judge({ sqlite }) {
              const { counts, blurred } = trueCounts(history, "station");
              expect(storedCounts(sqlite, { grain: "station", blurred })).toEqual(counts);
            },
          },
        );
      }),
      settings,
    );
  });
});

describe("the property", () => {
  it.each([
    ["where boots stand is lost", "DELETE FROM seals"],
    ["what was made is lost", "DELETE FROM sealed_points"],
  ])("[SL2] fails when %s", (_, spoil) => {
    const { failed } = fc.check(
      fc.property(glitchWorlds, (world) => {
        const { before, after, rebuilt } = beforeAndAfter(world, spoil);
        expect(after).toEqual(before);
        expect(rebuilt.after).toBe(rebuilt.before);
      }),
      { ...settings, endOnFailure: true },
    );
    expect(failed).toBe(true);
  });
});
