/**
 * Runs every check, or those that are named, and says what each found and how long it took.
 * Run: `npm run check`, `npm run check:imports`, `npm run check -- types lint`, `--report FILE` for counts in JSON.
 */
import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { checkDictionaries } from "./checks/dictionaries.ts";
import { type Check, showFault } from "./checks/fault.ts";
import { checkImports } from "./checks/imports.ts";
import { checkLock } from "./checks/lock.ts";
import { checkSecurityPage } from "./checks/security-page.ts";
import { checkSpec } from "./checks/spec.ts";
import { checkDead, checkLint, checkTypes } from "./checks/tools.ts";
import { checkWords } from "./checks/words.ts";

const checks: Readonly<Record<string, Check>> = {
  types: checkTypes,
  lint: checkLint,
  dead: checkDead,
  imports: checkImports,
  spec: (root) => [...checkSpec(root), ...checkSecurityPage(root)],
  i18n: checkDictionaries,
  lock: checkLock,
  words: checkWords,
};

const root = dirname(import.meta.dirname);
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { report: { type: "string" } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(checks, name));
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(", ")}; there are ${Object.keys(checks).join(", ")}.`,
  );
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (await passes(name, check)) passed += 1;
  else failed += 1;
}
console.log(`${passed} checks passed, ${failed} failed`);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ passed, failed }));
process.exitCode = failed > 0 ? 1 : 0;

async function passes(name: string, check: Check): Promise<boolean> {
  const began = performance.now();
  const faults = await run(check);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${faults.length === 0 ? "✓" : "✗"} ${name.padEnd(8)} ${seconds.padStart(5)} s`);
  for (const line of faults.flatMap((fault) => fault.split("\n"))) console.log(`    ${line}`);
  return faults.length === 0;
}

/** A check that crashes has not passed. */
async function run(check: Check): Promise<string[]> {
  try {
    return (await check(root)).map(showFault);
  } catch (error) {
    return [error instanceof Error ? String(error.stack) : String(error)];
  }
}
