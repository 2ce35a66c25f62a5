/**
 * The one entry of every npm command: installs when the lock file changed, builds the screens when their sources did, then runs the
 * target on the pinned Node. Plain JavaScript without a dependency, because it runs on Node 20 before anything is installed.
 * Run: `npm start`, or `node scripts/run.mjs start`.
 */
import { join } from "node:path";
import { runChild } from "./run/child.mjs";
import { findChromium } from "./run/chromium.mjs";
import { ensureInstalled } from "./run/install.mjs";
import { explain, Refusal, root, say } from "./run/place.mjs";
import { ensureScreens } from "./run/screens.mjs";

/**
 * What each command runs, and what it needs beforehand.
 * @type {Record<string, { file?: string, args?: string[], screens?: boolean, chromium?: boolean, says: string }>}
 */
const targets = {
  start: { file: "server/src/main.ts", screens: true, says: "démarre le serveur de l'atelier" },
  demo: { file: "scripts/demo.ts", screens: true, says: "joue un atelier d'exemple" },
  test: {
    file: "node_modules/vitest/vitest.mjs",
    args: ["run"],
    screens: true,
    chromium: true,
    says: "lance tous les essais",
  },
  check: { file: "scripts/check.ts", says: "vérifie le code" },
  sim: { file: "scripts/sim.ts", says: "simule des compteurs" },
  replay: { file: "scripts/replay.ts", says: "rejoue le mois d'une vraie usine" },
  rebuild: { file: "server/src/rebuild.ts", says: "recalcule tout depuis le journal" },
  "verify-journal": { file: "server/src/verify-journal.ts", says: "vérifie le journal" },
  bench: { file: "scripts/bench.ts", screens: true, chromium: true, says: "mesure les vitesses" },
  chaos: { file: "scripts/chaos.ts", says: "tue le serveur cinquante fois et compte" },
  sbom: { file: "scripts/sbom.ts", says: "dit de quoi Trame est fait (CycloneDX)" },
  build: { screens: true, says: "prépare les écrans" },
};

/** @param {string[]} argv */
async function run([name = "", ...args]) {
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (target === undefined) throw new Refusal(usage());
  const runtime = await ensureInstalled();
  if (target.screens) await ensureScreens(runtime);
  const chromium = target.chromium ? await findChromium() : undefined;
  if (target.file === undefined) return { code: 0, signal: null };
  // A script whose parent was killed outright must not go on listening: the preloaded module watches for that.
  const orphan = new URL("./run/orphan.mjs", import.meta.url).href;
  return runChild(
    runtime,
    ["--import", orphan, join(root, target.file), ...(target.args ?? []), ...args],
    chromium === undefined ? {} : { env: { TRAME_CHROMIUM: chromium } },
  );
}

function usage() {
  const lines = Object.entries(targets).map(([name, { says }]) => `  ${name.padEnd(14)} ${says}`);
  return `Commandes : npm run <commande>\n${lines.join("\n")}`;
}

try {
  const { code, signal } = await run(process.argv.slice(2));
  if (signal !== null) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
}
