/**
 * docs/security.md claims nothing that isn't there: each rule that it names is one of SPEC, each answer to a requirement is backed,
 * no requirement of a section is left out, and the counts are those of the tables.
 * Run: `npm run check:spec`.
 */
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Fault } from "./fault.ts";
import { readText } from "./tree.ts";

const page = "docs/security.md";
const specFile = "shared/SPEC.md";
const answers = ["yes", "in part", "no", "not ours"] as const;
const levels = ["1", "2", "3"] as const;

/** A row of a table of requirements: `| 6.2.1 | 1 | … | yes | … |`. */
interface Row {
  readonly line: number;
  readonly id: string;
  readonly level: string;
  readonly answer: string;
  readonly why: string;
}

/** Holds the page of security against SPEC and against itself. A tree without the page passes. */
export function checkSecurityPage(root: string): Fault[] {
  if (!existsSync(join(root, page))) return [];
  const lines = readText(root, page).split("\n");
  const rows = lines.flatMap(rowOf);
  const said = (line: number, message: string): Fault => ({ file: page, line, message });
  return [
    ...unknownRules(root, lines).map(({ line, id }) =>
      said(line, `[${id}] is not a rule of ${specFile}`),
    ),
    ...deadLinks(root, lines).map(({ line, path }) => said(line, `${path} is not there`)),
    ...rows.flatMap((row) => faultsOf(row).map((message) => said(row.line, message))),
    ...outOfOrder(rows).map(({ line, id }) => said(line, `${id} does not follow the row before`)),
    ...wrongCounts(lines, rows).map(({ line, right }) => said(line, `the tables say ${right}`)),
  ];
}

function rowOf(text: string, index: number): Row[] {
  const cells = text.split("|").map((cell) => cell.trim());
  const [, id = "", level = "", , answer = "", why = ""] = cells;
  return /^\d+\.\d+\.\d+$/.test(id) ? [{ line: index + 1, id, level, answer, why }] : [];
}

function unknownRules(root: string, lines: readonly string[]) {
  const rules = readText(root, specFile).matchAll(/^- \*\*\[([A-Z]{1,2}\d+)\]\*\*/gm);
  const known = new Set([...rules].map(([, id]) => id));
  return lines.flatMap((text, index) =>
    [...text.matchAll(/\[([A-Z]{1,2}\d+)\]/g)].flatMap(([, id = ""]) =>
      known.has(id) ? [] : [{ line: index + 1, id }],
    ),
  );
}

/** Links within the repository. */
function deadLinks(root: string, lines: readonly string[]) {
  return lines.flatMap((text, index) =>
    [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].flatMap(([, path = ""]) =>
      existsSync(join(root, posix.dirname(page), path)) ? [] : [{ line: index + 1, path }],
    ),
  );
}

function faultsOf({ id, level, answer, why }: Row): string[] {
  const isBacked = /\[[A-Z]{1,2}\d+\]|\]\(/.test(why);
  return [
    ...(levels.some((known) => known === level) ? [] : [`${id} has no level from 1 to 3`]),
    ...(answers.some((known) => known === answer) ? [] : [`${id} is answered "${answer}"`]),
    ...(answer === "yes" && !isBacked ? [`${id} is a yes without a rule or a page`] : []),
    ...(why === "" ? [`${id} says no reason`] : []),
  ];
}

/** Numbers go up by one within a section, sections within a chapter: nothing is left out. Of chapter 1 there is a choice. */
function outOfOrder(rows: readonly Row[]): Row[] {
  const before = [null, ...rows];
  return rows.filter((row, index) => !follows(placeOf(row), placeOf(before[index] ?? null)));
}

type Place = readonly [chapter: number, section: number, number: number];

function placeOf(row: Row | null): Place {
  const [chapter = 0, section = 0, number = 0] = row?.id.split(".").map(Number) ?? [];
  return [chapter, section, number];
}

function follows([chapter, section, number]: Place, [before, last, latest]: Place): boolean {
  if (chapter === 1) return before < 1 || section > last || (section === last && number > latest);
  if (chapter !== before) return section === 1 && number === 1;
  return section === last ? number === latest + 1 : section === last + 1 && number === 1;
}

/** The table of counts has a row for each level: `| level 1 | yes | in part | no | not ours | all |`. */
function wrongCounts(lines: readonly string[], rows: readonly Row[]) {
  return levels.flatMap((level) => {
    const ofLevel = rows.filter((row) => row.level === level);
    const counts = answers.map((answer) => ofLevel.filter((row) => row.answer === answer).length);
    const right = `| level ${level} | ${[...counts, ofLevel.length].join(" | ")} |`;
    if (rows.length === 0 || lines.includes(right)) return [];
    const line = lines.findIndex((text) => text.startsWith(`| level ${level} |`)) + 1;
    return [{ line: Math.max(1, line), right }];
  });
}
