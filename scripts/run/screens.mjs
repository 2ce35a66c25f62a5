/** Builds the screens when their sources changed since the last build. Looks at sizes and times, not contents: it is on the way of every start. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.mjs";
import { modules, Refusal, readNote, root, say, writeNote } from "./place.mjs";
import { inTurn } from "./turn.mjs";

const sources = ["floor-ui", "shared/src", "package-lock.json", "tsconfig.base.json"];
const notSources = new Set(["dist", "node_modules"]);

/**
 * @param {string} node the Node to build with
 */
export async function ensureScreens(node) {
  if (!areBuilt()) await inTurn(() => build(node));
}

function areBuilt() {
  const exist = existsSync(join(root, "floor-ui/dist/index.html"));
  return exist && readNote("screens")?.print === fingerprint();
}

/** @param {string} node */
async function build(node) {
  if (areBuilt()) return;
  // Taken before: what is changed while Vite runs is built again next time.
  const print = fingerprint();
  const began = performance.now();
  say("Préparation des écrans…");
  const { code, output } = await runChild(node, [join(modules, "vite/bin/vite.js"), "build"], {
    cwd: join(root, "floor-ui"),
    quiet: true,
  });
  if (code !== 0) {
    say(output.trimEnd());
    throw new Refusal("Les écrans n'ont pas pu être préparés (détail ci-dessus).");
  }
  writeNote("screens", { print });
  say(`Écrans prêts en ${((performance.now() - began) / 1000).toFixed(1).replace(".", ",")} s.`);
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const source of sources) addTo(hash, join(root, source));
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!notSources.has(name)) addTo(hash, join(path, name));
  }
}
