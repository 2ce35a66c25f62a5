import { COUNTED, hasOpenLeap, type Sample, type SampleStep } from "@trame/shared";
import type { OldPart } from "../parts.ts";

/** True when a sample says of the machine what another one said: same totals, same state. */
export function saysTheSame(a: Sample, b: Sample): boolean {
  return COUNTED.every((counted) => a[counted] === b[counted]) && a.state === b.state;
}

/** True when a row of `parts` tells nothing that the one before it does not tell. */
export function isEmptyPart(
  part: Pick<OldPart, "pieces" | "stitches" | "trims" | "open" | "fell">,
): boolean {
  return COUNTED.every((counted) => part[counted] === 0) && part.open === null && part.fell === 0;
}

/** The same of a sample that is folded: its row of `parts` need not be kept. */
export function isEmptyStep({ state, parts, held, withdrawn, fell }: SampleStep): boolean {
  const isNothing = COUNTED.every((counted) => parts[counted] === 0);
  return isNothing && held === null && withdrawn === null && !fell && !hasOpenLeap(state);
}
