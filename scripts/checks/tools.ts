/** The checks that a tool does for us: types, lint and format, dead code. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { sourceFolders } from "./tree.ts";

/** TypeScript over each workspace, the scripts and the tests: `npm run check:types`. */
export async function checkTypes(root: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  // One after the other: each already uses every core.
  for (const folder of sourceFolders)
    faults.push(...(await tool(root, "tsc", ["--noEmit", "-p", folder])));
  return faults;
}

/** Biome, warnings included: `npm run check:lint`; `npx biome check --write FILE` repairs most of it. */
export function checkLint(root: string): Promise<Fault[]> {
  return tool(root, "biome", [
    "check",
    "--error-on-warnings",
    "--colors=off",
    "--max-diagnostics=100",
  ]);
}

/** Files, exports and dependencies that nothing uses: `npm run check:dead`. */
export function checkDead(root: string): Promise<Fault[]> {
  return tool(root, "knip", ["--no-progress", "--no-config-hints"]);
}

/** Where a package keeps its command: started through Node, it needs no shell on Windows. */
const commands: Readonly<Record<string, string>> = {
  tsc: "typescript/bin/tsc",
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
};

function tool(root: string, name: string, args: readonly string[]): Promise<Fault[]> {
  const script = join(root, "node_modules", commands[name] ?? name);
  if (!existsSync(script)) return Promise.resolve([{ file: script, message: "is not installed" }]);
  const options = { cwd: root, maxBuffer: 64 << 20, env: { ...process.env, NO_COLOR: "1" } };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      const message = `${stdout}${stderr}`.trim() || String(error?.message);
      resolve(error === null ? [] : [{ file: "", message }]);
    });
  });
}
