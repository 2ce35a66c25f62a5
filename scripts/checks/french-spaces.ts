/** French sets a space before ? ! : ; and inside « », and between a number and its unit: one at which no line breaks. */
import type { Fault } from "./fault.ts";
import { children, type Node, parseSyntax, text } from "./syntax.ts";
import { readText } from "./tree.ts";

const UNITS =
  "h|s|min|ms|minutes?|heures?|secondes?|jours?|pièces?|paquets?|messages?|signes?|caractères?|chiffres?|niveaux|personnes|postes";
const loose = new RegExp(
  ` [?!:;»]|« |[\\d}] (?:(?=%|(?:${UNITS})(?!\\p{L}))|(?=\\d{3}(?!\\d)))`,
  "u",
);

/** Finds the sentences of a French dictionary in which a line could begin with a sign or a unit. */
export function looseSpaces(root: string, file: string): Fault[] {
  const { nodes, lineOf } = parseSyntax(file, readText(root, file));
  return nodes.flatMap((node) => {
    const found = loose.exec(written(node))?.[0];
    if (found === undefined) return [];
    const message = `“${found}” may break at the end of a line: write \\u00a0 there`;
    return [{ file, line: lineOf(node), message }];
  });
}

/** The text of a string, or of a template with its blanks empty. */
function written(node: Node): string {
  if (node.type !== "TemplateLiteral") return text(node) ?? "";
  const parts = children(node, "quasis").map(({ value }) => (value as { cooked?: string }).cooked);
  return parts.join("{}");
}
