/** Reads TypeScript as a tree, with the parser that Vite carries: regular expressions are fooled by comments and strings. */
import { extname } from "node:path";
import { parseSync } from "vite";

/** A node of the syntax tree. Its other fields depend on `type`; read them with `child` and `text`. */
export interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

/** A file's own syntax tree with what is needed to say where something is. */
export interface Syntax {
  nodes: Node[];
  lineOf: (node: Node) => number;
}

/**
 * Parses a `.ts`, `.tsx` or `.mjs` file.
 * @returns its nodes, outermost first; parts that cannot be parsed are missing, and the type check says so
 */
export function parseSyntax(path: string, source: string): Syntax {
  const lang = extname(path) === ".tsx" ? "tsx" : "ts";
  const { program } = parseSync(path, source, { lang });
  return {
    nodes: collect(program),
    lineOf: ({ start }) => source.slice(0, start).split("\n").length,
  };
}

/** The node in a field, if that is what it holds. */
export function child(node: Node | undefined, field: string): Node | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in a list field. */
export function children(node: Node | undefined, field: string): Node[] {
  const value = node?.[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The fixed text of a string, or of a template without its blanks; undefined for anything else. */
export function text(node: Node | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node?.type !== "TemplateLiteral") return undefined;
  return children(node, "quasis")
    .map((quasi) => (quasi["value"] as { cooked?: string }).cooked ?? "")
    .join("");
}

/** The name of an identifier; undefined for anything else. */
export function nameOf(node: Node | undefined): string | undefined {
  const isName = node?.type === "Identifier" || node?.type === "JSXIdentifier";
  return isName && typeof node["name"] === "string" ? node["name"] : undefined;
}

function collect(value: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  if (!isNode(value)) return found;
  found.push(value);
  for (const field of Object.values(value)) if (typeof field === "object") collect(field, found);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
