/**
 * Every rule of shared/SPEC.md has a test that bears its id, and every id that a test bears is a rule.
 * Run: `npm run check:spec`.
 */
import type { Fault } from "./fault.ts";
import { child, children, type Node, nameOf, parseSyntax, text } from "./syntax.ts";
import { listFiles, readText } from "./tree.ts";

const specFile = "shared/SPEC.md";
const citation = /\[([A-Z]{1,2}\d+)\]/g;

interface Place {
  file: string;
  line: number;
  id: string;
}

/** Compares the rules with the titles of the tests. */
export function checkSpec(root: string): Fault[] {
  const rules = rulesOf(readText(root, specFile));
  const cited = listFiles(root, "tests", [".ts", ".tsx"]).flatMap((file) =>
    citationsOf(root, file),
  );
  const known = new Set(rules.map(({ id }) => id));
  const proven = new Set(cited.map(({ id }) => id));
  return [
    ...rules
      .filter(({ id }, index) => rules.findIndex((rule) => rule.id === id) < index)
      .map(({ id, ...place }) => ({ ...place, message: `${id} is the id of an earlier rule too` })),
    ...rules
      .filter(({ id }) => !proven.has(id))
      .map(({ id, ...place }) => ({ ...place, message: `no test bears [${id}] in its title` })),
    ...cited
      .filter(({ id }) => !known.has(id))
      .map(({ id, ...place }) => ({ ...place, message: `[${id}] is not a rule of ${specFile}` })),
    ...misplaced(readText(root, specFile)),
  ];
}

function rulesOf(spec: string): Place[] {
  return spec.split("\n").flatMap((text, index) => {
    const id = /^- \*\*\[([A-Z]{1,2}\d+)\]\*\* \S/.exec(text)?.[1];
    return id === undefined ? [] : [{ file: specFile, line: index + 1, id }];
  });
}

/** A rule that is not written as one would be silently without a test. */
function misplaced(spec: string): Fault[] {
  let section = "";
  return spec.split("\n").flatMap((text, index) => {
    section = /^## ([A-Z]{1,2}) /.exec(text)?.[1] ?? section;
    const at = { file: specFile, line: index + 1 };
    const looksLikeRule = /^\s*[-*]\s*\**\[?[A-Z]{1,2}\d+\b/.test(text);
    const id = /^- \*\*\[([A-Z]{1,2})\d+\]\*\* \S/.exec(text)?.[1];
    if (id !== undefined && id !== section) {
      return [{ ...at, message: `a rule of section ${id} in section ${section}` }];
    }
    if (looksLikeRule && id === undefined) {
      return [{ ...at, message: "a rule is written `- **[C4]** Its sentence.`" }];
    }
    return [];
  });
}

function citationsOf(root: string, file: string): Place[] {
  const { nodes, lineOf } = parseSyntax(file, readText(root, file));
  return nodes.filter(isTest).flatMap((node) => {
    const title = text(children(node, "arguments")[0]) ?? "";
    return [...title.matchAll(citation)].map(([, id = ""]) => ({ file, line: lineOf(node), id }));
  });
}

/** `it(…)`, `it.each(table)(…)`, `test.for(…)(…)`, `describe(…)`: a call whose innermost name is one of these. */
function isTest(node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  let callee = child(node, "callee");
  while (callee?.type === "CallExpression" || callee?.type === "MemberExpression") {
    callee = child(callee, callee.type === "CallExpression" ? "callee" : "object");
  }
  return ["it", "test", "describe"].includes(nameOf(callee) ?? "");
}
