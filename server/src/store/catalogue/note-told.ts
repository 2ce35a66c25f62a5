import { isDeepStrictEqual } from "node:util";
import type { Operator, Style } from "@trame/shared";
import type { Modules } from "../modules.ts";

/**
 * Notes which days are told otherwise by what is about to be put: all, where a style is called otherwise; those on which somebody
 * is taken to have left by hours that were other ones ([RP7]).
 */
export function noteTold(
  { catalogue, floor, rollups }: Modules,
  put: { readonly styles: readonly Style[]; readonly operators: readonly Operator[] },
): void {
  for (const style of put.styles) {
    const before = catalogue.styles.find(style.id);
    if (before !== null && !isDeepStrictEqual(before, style)) rollups.touchNames();
  }
  for (const { id, pattern } of put.operators) {
    const before = catalogue.operators.find(id);
    if (before !== null && !isDeepStrictEqual(before.pattern, pattern))
      floor.changed.ofPresence(id);
  }
}
