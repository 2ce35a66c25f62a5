/**
 * French and English say the same things: same keys, same blanks to fill; no sentence is left that nobody shows; and French keeps
 * its signs on the line of their words.
 * Run: `npm run check:i18n`.
 */
import { readEntries, type Sentence } from "./dictionary.ts";
import type { Fault } from "./fault.ts";
import { looseSpaces } from "./french-spaces.ts";
import { listFiles, readText } from "./tree.ts";
import { readUses, type Uses } from "./uses.ts";

interface Dictionary {
  /** The folder of `fr.ts` and `en.ts`, and of those of one domain each: `floor-fr.ts`, which the first one spreads. */
  folder: string;
  /** Where its sentences are used. */
  users: readonly string[];
  /** Screens write `t.page.key`; a refusal is named by its code, a string. */
  named: "by-path" | "by-code";
}

const dictionaries: readonly Dictionary[] = [
  { folder: "floor-ui/src/i18n", users: ["floor-ui/src"], named: "by-path" },
  {
    folder: "shared/src/refusals",
    users: ["shared/src", "broker/src", "server/src"],
    named: "by-code",
  },
];

/** Compares each French dictionary with its English one, and both with the code that speaks. */
export function checkDictionaries(root: string): Fault[] {
  return dictionaries.flatMap((dictionary) => {
    const [fr = [], en = []] = ["fr.ts", "en.ts"].map((name) =>
      sentencesOf(root, dictionary, name),
    );
    if (fr.length === 0 || en.length === 0) return [];
    return [
      ...differing(fr, en),
      ...absent(en, fr),
      ...unused(root, dictionary, fr),
      ...filesOf(root, dictionary, "fr.ts").flatMap((file) => looseSpaces(root, file)),
    ];
  });
}

function filesOf(root: string, { folder }: Dictionary, name: string): string[] {
  return listFiles(root, folder, [`/${name}`, `-${name}`]);
}

function sentencesOf(root: string, dictionary: Dictionary, name: string): Sentence[] {
  return filesOf(root, dictionary, name).flatMap((file) => readEntries(root, file) ?? []);
}

function differing(fr: Sentence[], en: Sentence[]): Fault[] {
  return [
    ...absent(fr, en),
    ...fr.flatMap((sentence) => {
      const other = en.find((each) => isTwin(sentence, each));
      if (other === undefined || other.blanks === sentence.blanks) return [];
      const { file, line, key } = other;
      return [
        {
          file,
          line,
          message: `${key} fills ${other.blanks || "nothing"}, in French ${sentence.blanks || "nothing"}`,
        },
      ];
    }),
  ];
}

function absent(from: Sentence[], to: Sentence[]): Fault[] {
  return from.flatMap((sentence) =>
    to.some((each) => isTwin(sentence, each))
      ? []
      : [{ file: twinOf(sentence.file), message: `${sentence.key} is missing` }],
  );
}

/** The same sentence in the other language: two pages may give one key to different ones. */
function isTwin(one: Sentence, other: Sentence): boolean {
  return one.key === other.key && twinOf(one.file) === other.file;
}

/** `floor-en.ts` of `floor-fr.ts`, and the other way round. */
function twinOf(file: string): string {
  const other = file.endsWith("fr.ts") ? "en.ts" : "fr.ts";
  return `${file.slice(0, -other.length)}${other}`;
}

function unused(
  root: string,
  { folder, users, named }: Dictionary,
  sentences: Sentence[],
): Fault[] {
  const uses = users
    .flatMap((user) => listFiles(root, user, [".ts", ".tsx"]))
    .filter((file) => !file.startsWith(`${folder}/`))
    .map((file) => readUses(file, readText(root, file)));
  const isUsed = named === "by-code" ? isNamed : isReached;
  return sentences
    .filter(({ path }) => !uses.some((use) => isUsed(use, path, uses)))
    .map(({ file, line, key }) => ({ file, line, message: `nothing uses ${key}` }));
}

function isNamed({ strings }: Uses, path: readonly string[]): boolean {
  return strings.has(path.join("."));
}

/**
 * A sentence is reached when its whole path is written (`t.wall.done`), when part of it is and the rest is computed
 * (`t.states[state]`), or when part of it is handed on whole (`const words = t.wall`) and the rest of its names occur somewhere.
 */
function isReached({ chains }: Uses, path: readonly string[], all: Uses[]): boolean {
  return chains.some((chain) => {
    if (contains(chain.names, path)) return true;
    return path.some((_, index) => {
      const [head, rest] = [path.slice(0, index), path.slice(index)];
      if (index === 0 || !endsWith(chain.names, head)) return false;
      if (chain.rest === "computed") return true;
      return (
        chain.rest === "none" && rest.every((name) => all.some(({ names }) => names.has(name)))
      );
    });
  });
}

function contains(names: readonly string[], path: readonly string[]): boolean {
  return names.some((_, start) => path.every((name, index) => names[start + index] === name));
}

function endsWith(names: readonly string[], tail: readonly string[]): boolean {
  return tail.every((name, index) => names[names.length - tail.length + index] === name);
}
