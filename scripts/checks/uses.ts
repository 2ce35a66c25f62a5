/** What a file reads from objects: chains such as `t.wall.done`, the names in them, and its strings. */
import { child, children, type Node, nameOf, parseSyntax, text } from "./syntax.ts";

/** `a.b.c` with what comes after it: nothing more (`none`), or a computed key. Also listed for each shorter beginning. */
export interface Chain {
  names: readonly string[];
  rest: "none" | "computed" | "member";
}

export interface Uses {
  chains: readonly Chain[];
  /** Every name after a dot, and every name taken out by destructuring. */
  names: ReadonlySet<string>;
  strings: ReadonlySet<string>;
}

/** Reads what a file of ours uses. */
export function readUses(file: string, source: string): Uses {
  const { nodes } = parseSyntax(file, source);
  const members = nodes.filter(({ type }) => type === "MemberExpression");
  const continued = new Map(members.map((node) => [bare(child(node, "object")), node]));
  const chains = members.flatMap((node): Chain[] => {
    const names = namesOf(node);
    if (names === undefined) return [];
    const next = continued.get(node);
    if (next === undefined) return [{ names, rest: "none" }];
    return [{ names, rest: fixedKey(next) === undefined ? "computed" : "member" }];
  });
  const taken = nodes
    .filter(({ type }) => type === "ObjectPattern")
    .flatMap((pattern) => children(pattern, "properties"))
    .flatMap((property) => nameOf(child(property, "key")) ?? []);
  return {
    chains,
    names: new Set([...members.flatMap((node) => fixedKey(node) ?? []), ...taken]),
    strings: new Set(nodes.flatMap((node) => text(node) ?? [])),
  };
}

/** The names of a chain from its root; undefined when its last key is computed. */
function namesOf(node: Node): string[] | undefined {
  const key = fixedKey(node);
  if (key === undefined) return undefined;
  const object = bare(child(node, "object"));
  if (object?.type === "MemberExpression") return [...(namesOf(object) ?? []), key];
  const root = nameOf(object);
  return root === undefined ? [key] : [root, key];
}

function fixedKey(member: Node): string | undefined {
  const key = child(member, "property");
  return member["computed"] === true ? text(key) : nameOf(key);
}

function bare(node: Node | undefined): Node | undefined {
  const isWrapped = /^(TSNonNull|TSAs|TSSatisfies|Chain|Parenthesized)Expression$/.test(
    node?.type ?? "",
  );
  return isWrapped ? bare(child(node, "expression")) : node;
}
