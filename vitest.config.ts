/**
 * All tests, in groups, one after the other. `fast`: small worlds, most of the files. `screens`: pages in a browser, with `crews`, who
 * sew against the clock. `slow`: whole paths, kills and benchmarks. `frames`: what measures how smoothly a page is drawn. The others run
 * two files at a time; `frames` has the machine, which may have two cores, to itself.
 *
 * Run: `npm test`, `npm test -- tests/broker`, `npm test -- --project fast`.
 */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Pages whose frames are measured. */
const frames = ["tests/browser/wall-smooth.test.ts"];
const screens = ["tests/browser/**/*.test.{ts,tsx}"];
const crews = ["tests/firmware-sim/**/*.slow.test.ts"];
const slow = ["tests/{paths,chaos}/**/*.test.{ts,tsx}", "tests/**/*.slow.test.{ts,tsx}"];

/** What takes longest. */
const LONG = ["crew.slow", "killed-server", "bench.slow", "demo.slow", "program", "replay"].map(
  (name) => `/${name}.test.`,
);

/** It begins first, so that nothing goes on alone when the others have ended. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isShort = ({ moduleId }: TestSpecification): boolean =>
      !LONG.some((name) => moduleId.includes(name));
    return (await super.sort(files)).toSorted((a, b) => Number(isShort(a)) - Number(isShort(b)));
  }
}

export default defineConfig({
  // The screens are Preact; tests that draw them ask for a document with `// @vitest-environment happy-dom`.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // Processes rather than threads: each file gets its own SQLite binding, signals and environment variables.
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A screen's text must not depend on where the tests run; the workshop's zone is always given in the plan.
    env: { TZ: "UTC" },
    // A busy machine may take longer than a second for what a test waits for.
    expect: { poll: { timeout: 5_000 } },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...screens, ...crews, ...slow, ...frames],
          // Two processes for all files: one for each would spend a third of the time loading the same modules.
          isolate: false,
          testTimeout: 15_000,
          hookTimeout: 15_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "screens",
          globalSetup: "tests/browser/support/build-once.ts",
          include: screens,
          exclude: frames,
          // What a busy machine draws late gets a second try, which `.ci/run` names; what counts pieces never does.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "crews",
          include: crews,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: slow,
          exclude: crews,
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "frames",
          globalSetup: "tests/browser/support/build-once.ts",
          include: frames,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
