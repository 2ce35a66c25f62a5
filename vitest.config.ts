/**
 * All tests, in two groups. `fast`: small worlds, most of the files. `slow`: whole paths, browsers and kills, one file at a time after
 * the others, since they measure time on a machine that may have two cores.
 *
 * Run: `npm test`, `npm test -- tests/broker`, `npm test -- --project fast`.
 */
import { defineConfig } from "vitest/config";

const slow = [
  "tests/{paths,chaos,browser}/**/*.test.{ts,tsx}",
  "tests/**/*.{browser,chaos,slow}.test.{ts,tsx}",
];

export default defineConfig({
  // The screens are Preact; tests that draw them ask for a document with `// @vitest-environment happy-dom`.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // Processes rather than threads: each file gets its own SQLite binding, signals and environment variables.
    pool: "forks",
    maxWorkers: 2,
    // A screen's text must not depend on where the tests run; the workshop's zone is always given in the plan.
    env: { TZ: "UTC" },
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
          exclude: slow,
          testTimeout: 15_000,
          hookTimeout: 15_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: slow,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
