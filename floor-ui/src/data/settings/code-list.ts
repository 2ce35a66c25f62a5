import type { CauseClass } from "@trame/shared";
import { freeId } from "./plan-edits.ts";
import { isSame } from "./same.ts";

/** A cause or a defect as a list holds it; defects have no class, and may have no English. */
export interface CodeEntry {
  readonly code: string;
  readonly label: { readonly fr: string; readonly en?: string };
  readonly class?: CauseClass;
}

/** One thing that differs between two lists; entries are named as they are called after it. */
export type ListChange =
  | { readonly kind: "added" | "removed"; readonly label: string }
  | {
      readonly kind: "relabelled" | "english" | "reclassed";
      readonly label: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "reordered"; readonly labels: readonly string[] };

/** What differs between two lists: what a person reads before it is sent ([SE6]). */
export function listChanges(
  before: readonly CodeEntry[],
  after: readonly CodeEntry[],
): ListChange[] {
  const was = new Map(before.map((entry) => [entry.code, entry]));
  const codes = new Set(after.map(({ code }) => code));
  return [
    ...before
      .filter(({ code }) => !codes.has(code))
      .map(({ label }) => ({ kind: "removed" as const, label: label.fr })),
    ...after.flatMap((entry): ListChange[] => {
      const old = was.get(entry.code);
      return old === undefined
        ? [{ kind: "added", label: entry.label.fr }]
        : entryChanges(old, entry);
    }),
    ...(isReordered(before, after)
      ? [{ kind: "reordered" as const, labels: after.map(({ label }) => label.fr) }]
      : []),
  ];
}

function entryChanges(old: CodeEntry, entry: CodeEntry): ListChange[] {
  const label = entry.label.fr;
  const all = [
    { kind: "relabelled" as const, label, before: old.label.fr, after: label },
    { kind: "english" as const, label, before: old.label.en ?? "", after: entry.label.en ?? "" },
    { kind: "reclassed" as const, label, before: old.class ?? "", after: entry.class ?? "" },
  ];
  return all.filter(({ before, after }) => before !== after);
}

function isReordered(before: readonly CodeEntry[], after: readonly CodeEntry[]): boolean {
  const codesIn = (list: readonly CodeEntry[], other: readonly CodeEntry[]) =>
    list.map(({ code }) => code).filter((code) => other.some((each) => each.code === code));
  return !isSame(codesIn(before, after), codesIn(after, before));
}

/** A code that facts will bear, drawn from what it is called: « Fil cassé » is `fil-casse`; its number tells apart. */
export function codeFrom(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  const wanted = plain === "" ? "x" : plain;
  return taken.includes(wanted) ? freeId(`${wanted}-`, taken) : wanted;
}
