/** The files of a repository, with paths from its root and `/` on every system. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What is generated, installed or produced by running, wherever it lies. */
const neverSource = new Set(["node_modules", "dist", "coverage", ".git", ".trame"]);

/** The workshop's own records, at the root only: `floor-ui/src/data` is source. */
const neverSourcePaths = new Set(["data"]);

/**
 * Lists the files under a folder, sorted.
 * @param endings file name endings to keep, such as `.ts`; all when not given
 */
export function listFiles(root: string, folder = "", endings?: readonly string[]): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (neverSource.has(entry.name) || neverSourcePaths.has(path)) return [];
      if (entry.isDirectory()) return listFiles(root, path, endings);
      return !endings || endings.some((ending) => path.endsWith(ending)) ? [path] : [];
    })
    .sort();
}

/** Reads a text file of the tree. */
export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The folders that hold TypeScript of ours. */
export const sourceFolders = [
  "shared",
  "broker",
  "server",
  "firmware-sim",
  "floor-ui",
  "scripts",
  "tests",
] as const;
