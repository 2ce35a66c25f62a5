/**
 * Nothing half done is called done, and the repository stands by itself: no note to finish later, no path that leads out of it, no
 * folder of somebody's machine.
 * Run: `npm run check:words`.
 */
import { posix } from "node:path";
import type { Fault } from "./fault.ts";
import { listFiles, readText } from "./tree.ts";

const texts = [
  ".ts",
  ".tsx",
  ".mjs",
  ".js",
  ".json",
  ".md",
  ".html",
  ".css",
  ".yml",
  ".toml",
  "run",
];

/** The brackets keep this line from finding itself. */
const unfinished = /\b(T[O]DO|F[I]XME|X[X]X)\b/;
const someonesMachine = /(?<![\w./-])\/(?:home|root|Users|work)\/[\w./-]+/;
const upward = /(?<![\w/.])(?:\.\.\/)+[\w@.-][\w./@-]*/g;

/** Finds the words and paths that must not be in a repository. */
export function checkWords(root: string): Fault[] {
  return listFiles(root, "", texts)
    .filter((file) => file !== "package-lock.json")
    .flatMap((file) =>
      readText(root, file)
        .split("\n")
        .flatMap((line, index) =>
          objections(file, line).map((message) => ({ file, line: index + 1, message })),
        ),
    );
}

function objections(file: string, line: string): string[] {
  const word = unfinished.exec(line)?.[1];
  const machine = someonesMachine.exec(line)?.[0];
  const outside = (line.match(upward) ?? []).filter((path) => leaves(file, path));
  return [
    ...(word ? [`${word}: finish it, or open an issue`] : []),
    ...(machine ? [`${machine} is a folder of one machine`] : []),
    ...outside.map((path) => `${path} is outside the repository`),
  ];
}

function leaves(file: string, path: string): boolean {
  return posix.join(posix.dirname(file), path).startsWith("..");
}
