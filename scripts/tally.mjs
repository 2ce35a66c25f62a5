/**
 * Adds up what the tests and the checks reported. Plain JavaScript, so that it can still count when the installation failed.
 * Run: `node scripts/tally.mjs FOLDER`, with `tests.json`, `tests.exit`, `checks.json` and `checks.exit` in it; `.ci/run` does.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
const parts = [tests(), checks()];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
for (const name of secondTries())
  console.log(`Passed at its second try alone, to be mended: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function tests() {
  const report = readReport("tests.json");
  // A file that does not even load has no test that could fail.
  const unloaded = (report?.testResults ?? []).filter(
    (/** @type {any} */ file) =>
      file.status === "failed" &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === "failed"),
  );
  return honest("tests", {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded.length,
  });
}

/** Names of the tests that passed after they had failed: such a test tells what made it fail. */
function secondTries() {
  /** @type {any[]} */
  const files = readReport("tests.json")?.testResults ?? [];
  return files
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === "passed" && test.failureMessages?.length > 0)
    .map((test) => test.fullName);
}

function checks() {
  const report = readReport("checks.json");
  return honest("checks", { passed: report?.passed ?? 0, failed: report?.failed ?? 0 });
}

/**
 * A run that ended badly has failed, whatever its report says or does not say; so has one in which nothing ran.
 * @param {string} name
 * @param {{ passed: number, failed: number }} counts
 */
function honest(name, { passed, failed }) {
  const endedWell = readReport(`${name}.exit`) === 0;
  const isSound = endedWell ? passed > 0 : failed > 0;
  if (isSound) return { passed, failed };
  console.log(`${name} did not run to their end`);
  return { passed, failed: failed + 1 };
}

/**
 * @param {string} name
 * @returns {any} null when there is no such report or it cannot be read
 */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), "utf8"));
  } catch {
    return null;
  }
}
