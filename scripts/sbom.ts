/**
 * Writes what Trame is made of when it runs, in CycloneDX 1.5: every locked package of the server, the broker and the screens, and the
 * Node that runs them. npm's own list leaves out what a test names too. The same lock file gives the same bytes.
 * Run: `npm run sbom`; it writes `dist/trame.cdx.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSbom } from "./sbom/create-sbom.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const folder = join(root, "dist");
const file = join(folder, "trame.cdx.json");
const sbom = createSbom(lock);
mkdirSync(folder, { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`${sbom.components.length} composants : ${file}`);
