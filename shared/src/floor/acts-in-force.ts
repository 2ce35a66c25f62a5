import type { BundleAct } from "./act.ts";
import type { Conflict } from "./bundle.ts";

/** The acts that count, and what was said about the others. */
export interface ActsInForce {
  /** In the order in which they are folded; without undos and settlements. */
  readonly acts: readonly Exclude<BundleAct, { kind: "undo" | "settle" }>[];
  /** Keys whose conflict a supervisor has read and let stand. */
  readonly kept: ReadonlySet<string>;
  /** Undos that came too late, by the key of the act that holds all the same. */
  readonly late: ReadonlyMap<string, Conflict>;
}

/** A reader's facts come before what a hand typed at the same moment; keys settle the rest. */
const ORIGIN_RANK = { scan: 0, hand: 1 };

/**
 * Each act once, in the order in which it happened, without those that were taken back ([U4]). A split whose child was worked
 * on, or a join that went on, can no longer be taken back: the undo is kept as a conflict ([U5]).
 */
export function actsInForce(all: readonly BundleAct[]): ActsInForce {
  const acts = [...new Map(all.map((act) => [nameOf(act), act])).values()].sort(byTime);
  const settled = settlements(acts);
  const removals = removalsOf(acts, settled);
  const late = new Map<string, Conflict>();
  for (let found = hold(acts, removals); found !== null; found = hold(acts, removals)) {
    const by = removals.get(found.held);
    removals.delete(found.held);
    if (by !== undefined) {
      late.set(found.held, { code: "undo-late", key: by.key, against: found.against });
    }
  }
  return {
    acts: acts.filter(isFolded).filter(({ key }) => !removals.has(key)),
    kept: new Set([...settled].flatMap(([key, { choice }]) => (choice === "keep" ? [key] : []))),
    late,
  };
}

/** One act may be about several bundles, each by itself: those of a cutting, those of a delivery slip. */
function nameOf(act: BundleAct): string {
  return "bundleId" in act ? `${act.key} ${act.bundleId}` : act.key;
}

function byTime(a: BundleAct, b: BundleAct): number {
  return a.at - b.at || ORIGIN_RANK[a.origin] - ORIGIN_RANK[b.origin] || (a.key < b.key ? -1 : 1);
}

function isFolded(act: BundleAct): act is ActsInForce["acts"][number] {
  return act.kind !== "undo" && act.kind !== "settle";
}

/** The first act that takes back another, by the key of the other. */
function removalsOf(
  acts: readonly BundleAct[],
  settled: ReturnType<typeof settlements>,
): Map<string, BundleAct> {
  const removals = new Map<string, BundleAct>();
  for (const act of acts) {
    const removed = removedBy(act, settled);
    if (removed !== null && !removals.has(removed)) removals.set(removed, act);
  }
  return removals;
}

function removedBy(act: BundleAct, settled: ReturnType<typeof settlements>): string | null {
  if (act.kind === "undo") return settled.get(act.key)?.choice === "drop" ? null : act.undoes;
  const isDrop = act.kind === "settle" && act.choice === "drop";
  return isDrop && settled.get(act.settles) === act ? act.settles : null;
}

/** The last word on each act in conflict. */
function settlements(acts: readonly BundleAct[]) {
  return new Map(
    acts.flatMap((act) => (act.kind === "settle" ? [[act.settles, act] as const] : [])),
  );
}

interface Held {
  readonly held: string;
  readonly against: string;
}

/** One act among those to be removed that something else builds on; null when there is none. */
function hold(acts: readonly BundleAct[], removals: ReadonlyMap<string, BundleAct>): Held | null {
  for (const [index, act] of acts.entries()) {
    const by = removals.get(act.key);
    if (by === undefined) continue;
    // What came after the act was taken back does not build on it.
    const next = acts
      .slice(0, acts.indexOf(by))
      .find(
        (other, at) =>
          !removals.has(other.key) &&
          other !== act &&
          buildsOn(other, act, { isLater: at > index }),
      );
    if (next !== undefined) return { held: act.key, against: next.key };
  }
  return null;
}

function buildsOn(other: BundleAct, act: BundleAct, { isLater }: { isLater: boolean }): boolean {
  if (other.kind === "cut") return false;
  const names = bundlesOf(other);
  if (act.kind === "split") return names.includes(act.childId);
  if (act.kind === "join") return isLater && act.bundleIds.some((id) => names.includes(id));
  return false;
}

/** The bundles that an act is about; none for an undo or a settlement, which are about an act. */
export function bundlesOf(act: BundleAct): readonly number[] {
  switch (act.kind) {
    case "join":
      return act.bundleIds;
    case "split":
      return [act.bundleId, act.childId];
    case "undo":
    case "settle":
      return [];
    default:
      return [act.bundleId];
  }
}
