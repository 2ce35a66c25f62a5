/** Finds the browser of the browser tests: the one that is named, the machine's own, or Debian's package where we may install it. */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runChild } from "./child.mjs";
import { say } from "./place.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of a Chromium, installing Debian's when we are root there; undefined, after saying so, when there is none. Tests that
 * need no browser still run then; those that do fail.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const named = process.env["TRAME_CHROMIUM"];
  if (named) return named;
  const found = onThisMachine() ?? (await fromDebian());
  if (found === undefined) {
    say(
      "Aucun navigateur Chromium n'a été trouvé : les essais des écrans vont échouer. Installez Chromium, ou donnez son chemin dans TRAME_CHROMIUM.",
    );
  }
  return found;
}

function onThisMachine() {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...elsewhere].find(canRun);
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  const began = performance.now();
  say("Installation du navigateur Chromium pour les essais des écrans (paquet Debian)…");
  const progress = setInterval(
    () => say(`  … toujours en cours, ${Math.round((performance.now() - began) / 1000)} s`),
    5_000,
  );
  try {
    if (!(await apt("install", "--no-install-recommends", "chromium"))) {
      // The lists of a bare machine are often empty or old.
      await apt("update");
      await apt("install", "--no-install-recommends", "chromium");
    }
  } finally {
    clearInterval(progress);
  }
  return onThisMachine();
}

/** @param {string[]} args */
async function apt(...args) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const { code, output } = await runChild("apt-get", ["--yes", "--quiet", ...args], {
    env,
    quiet: true,
  });
  if (code !== 0) say(output.trimEnd());
  return code === 0;
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
