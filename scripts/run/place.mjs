/** Where things are, and how the entry speaks to the person who started it: in French, on the error output, one sentence at a time. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where npm puts what it installs. What we note about it lives there too, so that both disappear together. */
export const modules = join(root, "node_modules");

/** A reason to stop that the person can act on; anything else thrown is a bug and keeps its stack. */
export class Refusal extends Error {}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** @param {unknown} error */
export function explain(error) {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? String(error.stack) : String(error);
}

/**
 * Reads a note of an earlier run; null when there is none or it cannot be read.
 * @param {string} name
 * @returns {any}
 */
export function readNote(name) {
  return readJson(join(modules, ".trame", `${name}.json`));
}

/**
 * @param {string} name
 * @param {unknown} content
 */
export function writeNote(name, content) {
  mkdirSync(join(modules, ".trame"), { recursive: true });
  writeFileSync(join(modules, ".trame", `${name}.json`), JSON.stringify(content));
}

/**
 * @param {string} path
 * @returns {any}
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
