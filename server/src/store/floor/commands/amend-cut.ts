import type { AmendRequest, BundleState } from "@trame/shared";
import type { StoredAct } from "../act-log.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { LoadedFamily } from "../families.ts";
import { type CommandDeps, refused } from "./deps.ts";
import { followAmended } from "./follow-amended.ts";

/** Of a lot, which a bundle is part of. */
const PIECES_MAX = 10_000_000;

/**
 * A bundle was cut of more pieces, or fewer, than was declared ([JO6]). The family is folded as if it had been cut so, and what
 * was declared since must still fit in.
 */
export function amendCut(
  deps: CommandDeps,
  { body }: Attempt<AmendRequest>,
  target: StoredAct,
): Verdict {
  const { code, pieces, reason } = body;
  const to = { pieces };
  const record = { amends: target.key, reason, to };
  if (code === undefined || !isSize(pieces)) return refused(record, { code: "amend-not-that" });
  const found = deps.findBundle(code);
  if (!found.ok) return refused(record, found.refusal);
  const bundleIds = [found.bundleId];
  const blanks = { code };
  if (!deps.floor.acts.bundlesOf(target.n).includes(found.bundleId)) {
    return refused(record, { code: "amend-no-bundle", blanks }, bundleIds);
  }
  const family = deps.floor.families.load(bundleIds);
  if (family !== null && fitsNoMore(deps, family, { bundleId: found.bundleId, pieces })) {
    return refused(record, { code: "amend-misfit", blanks }, bundleIds);
  }
  return {
    accepted: true,
    code: "amend-accepted",
    record,
    about: target.key,
    bundleIds,
    after: () => followAmended(deps, target, bundleIds),
  };
}

function isSize(pieces: number | undefined): pieces is number {
  return pieces !== undefined && pieces >= 1 && pieces <= PIECES_MAX;
}

/** More of what was said contradicts the rest than before. */
function fitsNoMore(
  { floor }: CommandDeps,
  family: LoadedFamily,
  { bundleId, pieces }: { readonly bundleId: number; readonly pieces: number },
): boolean {
  const sheets = family.sheets.map((sheet) =>
    sheet.id === bundleId ? { ...sheet, pieces } : sheet,
  );
  return (
    conflictsIn(floor.folding.fold({ ...family, sheets })) > conflictsIn(floor.folding.fold(family))
  );
}

function conflictsIn({ bundles }: { readonly bundles: ReadonlyMap<number, BundleState> }): number {
  return [...bundles.values()].flatMap(({ conflicts }) => conflicts).length;
}
