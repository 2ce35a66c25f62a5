/**
 * Holds who may import whom, by the table in import-rules.ts.
 * Run: `npm run check:imports`.
 */
import { posix } from "node:path";
import type { Fault } from "./fault.ts";
import { free, owners, type Rule, rules, schemas, withoutNode } from "./import-rules.ts";
import { child, children, type Node, parseSyntax, type Syntax, text } from "./syntax.ts";
import { listFiles, readText, sourceFolders } from "./tree.ts";

interface Import {
  specifier: string;
  line: number;
  isType: boolean;
}

/** Finds the imports that the table does not allow. */
export function checkImports(root: string): Fault[] {
  return sourceFolders.flatMap((folder) =>
    listFiles(root, folder, [".ts", ".tsx"])
      .filter((file) => !free.includes(folder) && file.startsWith(`${folder}/src/`))
      .flatMap((file) => faultsOf(root, file)),
  );
}

function faultsOf(root: string, file: string): Fault[] {
  const rule = rules.find(({ place }) => isWithin(file, place));
  if (rule === undefined) {
    return [
      {
        file,
        line: 1,
        message: "this folder has no line in the table of scripts/checks/import-rules.ts",
      },
    ];
  }
  return importsOf(parseSyntax(file, readText(root, file))).flatMap((found) => {
    const message = objection(file, rule, found);
    return message === undefined ? [] : [{ file, line: found.line, message }];
  });
}

function objection(file: string, rule: Rule, found: Import): string | undefined {
  const { specifier, isType } = found;
  if (specifier.startsWith(".")) return objectionToFile(file, rule, found);
  if (specifier === schemas) {
    return rule.may.includes(schemas) ? undefined : `only what validates names ${schemas}`;
  }
  if (specifier.startsWith("@trame/")) {
    if (specifier.split("/").length > 2) return `enters a workspace by a deep path: ${specifier}`;
    return forbidden(rule, specifier, isType);
  }
  if (specifier.startsWith("node:") && withoutNode.some((place) => isWithin(file, place))) {
    return `${specifier} is not there in a browser`;
  }
  const owner = owners[specifier.split("/")[0] ?? ""];
  if (owner === undefined || isWithin(file, owner)) return undefined;
  return `only ${owner} names ${specifier}`;
}

function objectionToFile(
  file: string,
  rule: Rule,
  { specifier, isType }: Import,
): string | undefined {
  const target = posix.join(posix.dirname(file), specifier);
  const workspace = `${file.split("/")[0]}/src`;
  if (!isWithin(target, workspace)) return `leaves its workspace: ${specifier}`;
  return isWithin(target, rule.place) ? undefined : forbidden(rule, target, isType);
}

function forbidden(rule: Rule, target: string, isType: boolean): string | undefined {
  const allows = (place: string) => isWithin(target, place);
  if (rule.may.some(allows)) return undefined;
  const typesOnly = rule.may.some((may) => may.startsWith("types:") && allows(may.slice(6)));
  if (typesOnly && isType) return undefined;
  return `${rule.place} may not import ${typesOnly ? "more than types of " : ""}${target}`;
}

/** True for the place itself, with or without its ending (`record` is `record.ts` or `record/`), and for all under it. */
function isWithin(path: string, place: string): boolean {
  return path === place || path === `${place}.ts` || path.startsWith(`${place}/`);
}

/** Every way in which a file can name another: import, export from, import(), import types, and a worker's URL. */
function importsOf({ nodes, lineOf }: Syntax): Import[] {
  return nodes.flatMap((node) => {
    const specifier = text(sourceOf(node));
    return specifier === undefined ? [] : [{ specifier, line: lineOf(node), isType: isType(node) }];
  });
}

function sourceOf(node: Node): Node | undefined {
  if (node.type === "NewExpression") {
    const [path, base] = children(node, "arguments");
    const isUrl = child(node, "callee")?.["name"] === "URL";
    const isModule = /\.[cm]?[jt]sx?$/.test(text(path) ?? "");
    return isUrl && isModule && child(base, "object")?.type === "MetaProperty" ? path : undefined;
  }
  const names = /^(ImportDeclaration|ImportExpression|Export(Named|All)Declaration|TSImportType)$/;
  return names.test(node.type) ? child(node, "source") : undefined;
}

function isType(node: Node): boolean {
  const kindOf = (of: Node) => of["importKind"] ?? of["exportKind"];
  if (node.type === "TSImportType" || kindOf(node) === "type") return true;
  const names = children(node, "specifiers");
  return names.length > 0 && names.every((name) => kindOf(name) === "type");
}
