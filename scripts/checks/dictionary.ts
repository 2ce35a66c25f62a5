/** Reads a dictionary file as its sentences, without running it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { child, children, type Node, nameOf, parseSyntax, text } from "./syntax.ts";
import { readText } from "./tree.ts";

/** One sentence of a dictionary. */
export interface Sentence {
  file: string;
  line: number;
  path: readonly string[];
  /** The path as people write it: `wall.done`. */
  key: string;
  /** What is filled in, in a form that can be compared: `{pieces}`, or the parameters of a function. */
  blanks: string;
}

/**
 * Reads the sentences of the object that a dictionary file exports.
 * @returns undefined when there is no such file
 */
export function readEntries(root: string, file: string): Sentence[] | undefined {
  if (!existsSync(join(root, file))) return undefined;
  const { nodes, lineOf } = parseSyntax(file, readText(root, file));
  const exported = nodes
    .filter(({ type }) => type === "ExportNamedDeclaration")
    .flatMap((node) => children(child(node, "declaration"), "declarations"))
    .map((declarator) => bare(child(declarator, "init")))
    .find((value) => value?.type === "ObjectExpression");
  const walk = (object: Node | undefined, above: readonly string[]): Sentence[] =>
    children(object, "properties").flatMap((property) => {
      if (property.type === "SpreadElement") return [];
      const path = [...above, keyOf(property)];
      const value = bare(child(property, "value"));
      if (value?.type === "ObjectExpression") return walk(value, path);
      return [{ file, line: lineOf(property), path, key: path.join("."), blanks: blanksOf(value) }];
    });
  return walk(exported, []);
}

/** Without `as const` and `satisfies Dictionary`. */
function bare(node: Node | undefined): Node | undefined {
  const isWrapped = node?.type === "TSAsExpression" || node?.type === "TSSatisfiesExpression";
  return isWrapped ? bare(child(node, "expression")) : node;
}

function keyOf(property: Node): string {
  const key = child(property, "key");
  return nameOf(key) ?? text(key) ?? "?";
}

function blanksOf(value: Node | undefined): string {
  if (value?.type === "ArrowFunctionExpression" || value?.type === "FunctionExpression") {
    return children(value, "params").map(parameter).join(" ");
  }
  // A blank may bring the word that goes with its number, which each language has its own: `{pieces|pièce|pièces}`.
  const blanks = (text(value) ?? "").matchAll(/\{(\w+)(?:\|[^}]*)?\}/g);
  return [...new Set([...blanks].map(([, name]) => `{${name}}`))].sort().join(" ");
}

/** An object's fields by name, since a caller gives them by name; anything else by its place only. */
function parameter(node: Node): string {
  if (node.type !== "ObjectPattern") return "(value)";
  const names = children(node, "properties").map(keyOf).sort();
  return `{${names.join(", ")}}`;
}
