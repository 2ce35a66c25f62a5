import type { AmendRequest, BundleAct } from "@trame/shared";
import type { ActKind, StoredAct } from "../act-log.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { LoadedFamily } from "../families.ts";
import { amendCut } from "./amend-cut.ts";
import { type CommandDeps, refused } from "./deps.ts";
import { findAct } from "./find-act.ts";
import { followAmended } from "./follow-amended.ts";
import { familiesOf } from "./undo.ts";

/** What a correction sets in the body of the act that it is about (a JSON merge patch, RFC 7396). */
type Patch = Readonly<Record<string, unknown>>;

/** What was declared was wrong: another figure holds from now on, with a reason; the first one stays on record ([JO1]). */
export function amend(deps: CommandDeps, attempt: Attempt<AmendRequest>): Verdict {
  const { floor } = deps;
  const { amends, reason } = attempt.body;
  const target = findAct(floor.acts, amends);
  if (target?.isAccepted !== true) {
    return refused({ amends, reason }, { code: "amend-unknown" });
  }
  if (target.kind === "cut") return amendCut(deps, attempt, target);
  const to = patchOf(target.kind, attempt.body);
  const record = { amends: target.key, reason, to };
  const bundleIds = floor.acts.bundlesOf(target.n);
  if (to === null) return refused(record, { code: "amend-not-that" }, bundleIds);
  if (floor.acts.isUndone(target.key)) return refused(record, { code: "amend-undone" }, bundleIds);
  const families = familiesOf(deps, bundleIds);
  if (families.some((family) => isInConflict(deps, withPatch(family, target, to), target))) {
    return refused(record, { code: "amend-too-many" }, bundleIds);
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

/** null where that kind of act declares nothing of the sort. */
function patchOf(kind: ActKind, { outcome, defects, pieces }: AmendRequest): Patch | null {
  switch (kind) {
    case "finish":
      if (outcome === undefined) return null;
      return { outcome, ...(defects !== undefined && { defects }) };
    case "return":
      return outcome === undefined ? null : { outcome };
    case "inspection":
      if (outcome === undefined) return null;
      return { ...outcome, ...(defects !== undefined && { defects }) };
    case "hand-count":
    case "correction":
      return pieces === undefined ? null : { pieces };
    default:
      return null;
  }
}

function withPatch(family: LoadedFamily, { key }: StoredAct, to: Patch): LoadedFamily {
  return {
    ...family,
    acts: family.acts.map((act): BundleAct => (act.key === key ? { ...act, ...to } : act)),
  };
}

/** The correction does not fit in with what else was declared; what did not fit before may stay so. */
function isInConflict({ floor }: CommandDeps, family: LoadedFamily, { key }: StoredAct): boolean {
  const conflictsOf = (of: LoadedFamily): number =>
    [...floor.folding.fold(of).bundles.values()]
      .flatMap(({ conflicts }) => conflicts)
      .filter((conflict) => conflict.key === key || conflict.code === "too-many").length;
  const ids = family.sheets.map(({ id }) => id);
  const before = floor.families.load(ids);
  return conflictsOf(family) > (before === null ? 0 : conflictsOf(before));
}
