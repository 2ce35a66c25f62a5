/** Where a text stops being JSON; both count from 1, the column in characters. */
export interface JsonSlip {
  readonly line: number;
  readonly column: number;
}

type Token = "[" | "]" | "{" | "}" | "," | ":" | "string" | "literal";
type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "next";

/** What may stand where, and what comes after it. */
const VALUE = { string: "next", literal: "next", "[": "open", "{": "open" } as const;
const GRAMMAR: Readonly<
  Record<Expected, Readonly<Partial<Record<Token, Expected | "open" | "close" | "comma">>>>
> = {
  value: VALUE,
  "value-or-end": { ...VALUE, "]": "close" },
  key: { string: "colon" },
  "key-or-end": { string: "colon", "}": "close" },
  colon: { ":": "value" },
  next: { ",": "comma", "]": "close", "}": "close" },
};

const SPACE = /[ \t\n\r]*/y;
const TOKENS: readonly (readonly [kind: Token | "sign", form: RegExp])[] = [
  ["sign", /[[\]{},:]/y],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 forbids them inside a string
  ["string", /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y],
  ["literal", /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null)(?![\w.+-])/y],
];

/**
 * Finds where a text stops being JSON (RFC 8259), for the person who wrote it: the engine's own message names a place
 * only for some slips, and in words that change. Null when it is JSON.
 */
export function findJsonSlip(text: string): JsonSlip | null {
  const open: Token[] = [];
  let expected: Expected = "value";
  let at = afterSpace(text, text.startsWith("\uFEFF") ? 1 : 0);
  while (expected !== "next" || open.length > 0) {
    const token = readToken(text, at);
    const next: Expected | null = token === null ? null : step(expected, token.kind, open);
    if (token === null || next === null) return placeOf(text, at);
    expected = next;
    at = afterSpace(text, token.end);
  }
  return at === text.length ? null : placeOf(text, at);
}

/** What may follow a token; null where it may not stand. Keeps in `open` what is to be closed. */
function step(expected: Expected, token: Token, open: Token[]): Expected | null {
  const move = GRAMMAR[expected][token] ?? null;
  switch (move) {
    case "open":
      open.push(token);
      return token === "[" ? "value-or-end" : "key-or-end";
    case "close":
      return open.pop() === (token === "]" ? "[" : "{") ? "next" : null;
    case "comma":
      return open.at(-1) === "{" ? "key" : "value";
    default:
      return move;
  }
}

interface Read {
  readonly kind: Token;
  readonly end: number;
}

function readToken(text: string, at: number): Read | null {
  for (const [kind, form] of TOKENS) {
    const end = endOf(form, text, at);
    if (end !== null) return { kind: kind === "sign" ? (text[at] as Token) : kind, end };
  }
  return null;
}

function afterSpace(text: string, at: number): number {
  return endOf(SPACE, text, at) ?? at;
}

function endOf(form: RegExp, text: string, at: number): number | null {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : null;
}

function placeOf(text: string, at: number): JsonSlip {
  const before = text
    .slice(0, at)
    .replace(/^\uFEFF/, "")
    .split("\n");
  return { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
}
