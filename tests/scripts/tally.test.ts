import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { plantTree } from "./support/tree.ts";

const tallied = (files: Record<string, unknown>) => {
  const texts = Object.entries(files).map(([name, content]) => [name, JSON.stringify(content)]);
  const args = ["scripts/tally.mjs", plantTree(Object.fromEntries(texts))];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { lines: stdout.trimEnd().split("\n"), status };
};

const tally = (files: Record<string, unknown>) => {
  const { lines, status } = tallied(files);
  return { line: lines.at(-1), status };
};

const test = (status: string) => ({ status });
const well = {
  "tests.json": {
    numPassedTests: 40,
    numFailedTests: 0,
    testResults: [{ status: "passed", assertionResults: [test("passed")] }],
  },
  "tests.exit": 0,
  "checks.json": { passed: 8, failed: 0 },
  "checks.exit": 0,
};

describe("the closing line of a full run", () => {
  it("[R13] adds tests and checks", () => {
    expect(tally(well)).toEqual({ line: "48 passed, 0 failed", status: 0 });
  });

  it("[R13] counts what failed", () => {
    const testResults = [{ status: "failed", assertionResults: [test("failed"), test("passed")] }];
    const files = {
      ...well,
      "tests.json": { numPassedTests: 38, numFailedTests: 2, testResults },
      "tests.exit": 1,
      "checks.json": { passed: 7, failed: 1 },
      "checks.exit": 1,
    };
    expect(tally(files)).toEqual({ line: "45 passed, 3 failed", status: 1 });
  });

  it("[R13] counts a test file that does not load", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    const files = {
      ...well,
      "tests.json": { ...well["tests.json"], testResults },
      "tests.exit": 1,
    };
    expect(tally(files)).toEqual({ line: "48 passed, 1 failed", status: 1 });
  });

  it("[R13] counts a run that ended badly though its report is spotless", () => {
    expect(tally({ ...well, "tests.exit": 1 })).toEqual({ line: "48 passed, 1 failed", status: 1 });
    expect(tally({ ...well, "checks.exit": 124 })).toEqual({
      line: "48 passed, 1 failed",
      status: 1,
    });
  });

  it("[R13] names what passed at its second try alone, and nothing else", () => {
    const assertionResults = [
      { status: "passed", fullName: "drawn late", failureMessages: ["expected 1 to be 2"] },
      { status: "passed", fullName: "drawn in time", failureMessages: [] },
      { status: "failed", fullName: "never drawn", failureMessages: ["expected 1 to be 2"] },
    ];
    const testResults = [{ status: "failed", assertionResults }];
    const failing = { numPassedTests: 2, numFailedTests: 1, testResults };
    expect(tallied({ ...well, "tests.json": failing, "tests.exit": 1 }).lines).toEqual([
      "Passed at its second try alone, to be mended: drawn late",
      "10 passed, 1 failed",
    ]);
  });

  it("[R13] counts a run that left no report", () => {
    expect(tally({})).toEqual({ line: "0 passed, 2 failed", status: 1 });
    const { "tests.json": _, ...noTests } = well;
    expect(tally(noTests)).toEqual({ line: "8 passed, 1 failed", status: 1 });
  });
});
