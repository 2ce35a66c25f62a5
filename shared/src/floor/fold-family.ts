import { endsOf, inOrder } from "../orders/graph.ts";
import type { BundleAct, ScanAct } from "./act.ts";
import { type ActsInForce, actsInForce, bundlesOf } from "./acts-in-force.ts";
import type { BundleState, Family, FamilyState } from "./bundle.ts";
import { foldFinish } from "./fold-finish.ts";
import { foldJoin } from "./fold-join.ts";
import { beginWork } from "./fold-open.ts";
import { foldDispatch, foldReturn } from "./fold-outside.ts";
import { foldSplit } from "./fold-split.ts";
import {
  complain,
  type Floor,
  type FoldOptions,
  isSettled,
  move,
  type RunningBundle,
  runningBundle,
} from "./running-bundle.ts";
import { stateOf } from "./snapshot.ts";

type Folded = ActsInForce["acts"][number];

/**
 * What the acts of a family come to: where each of its bundles is, what became of its pieces, what does not fit together, and
 * the pieces that the acts add to the stations' counts. Takes accepted acts in any order, each of them as often as it arrived,
 * and always gives the same ([U2]). No piece is dropped: the pieces of each bundle are `splitOut + absorbed + good + rework +
 * second + scrap + inProgress` ([U1]).
 */
export function foldFamily(
  family: Family,
  all: readonly BundleAct[],
  options: FoldOptions,
): FamilyState {
  const { routing, sheets } = family;
  const floor: Floor = {
    routing,
    operations: new Map(routing.operations.map((operation) => [operation.code, operation])),
    last: endsOf(routing.operations).at(-1)?.code ?? null,
    options,
    bundles: new Map(sheets.map((sheet) => [sheet.id, runningBundle(sheet)])),
    tallies: new Set(),
    outcomes: [],
  };
  const inForce = actsInForce(all);
  foldAll(floor, inForce.acts);
  for (const act of inForce.acts) tellLate(floor, act, inForce);
  const order = inOrder(routing.operations).map(({ code }) => code);
  const states = [...floor.bundles].map(([id, bundle]): [number, BundleState] => [
    id,
    stateOf(bundle, { order, kept: inForce.kept }),
  ]);
  return { bundles: new Map(states), tallies: [...floor.tallies], outcomes: floor.outcomes };
}

/** An act about a ticket that is not split off yet, by the clock of another tablet, waits until it is. */
function foldAll(floor: Floor, acts: readonly Folded[]): void {
  const waiting = new Set<Folded>();
  for (const act of acts) {
    if (isPossible(floor, act)) foldWithWaiting(floor, act, waiting);
    else waiting.add(act);
  }
  for (const act of waiting) {
    for (const bundle of named(floor, act)) {
      if (!bundle.isBorn) complain(bundle, { code: "not-here", key: act.key, against: null });
    }
  }
}

function foldWithWaiting(floor: Floor, act: Folded, waiting: Set<Folded>): void {
  waiting.delete(act);
  foldAct(floor, act);
  if (act.kind !== "split") return;
  for (const next of [...waiting]) {
    if (waiting.has(next) && isPossible(floor, next)) foldWithWaiting(floor, next, waiting);
  }
}

function isPossible(floor: Floor, act: Folded): boolean {
  const parts = act.kind === "split" ? [act.bundleId] : bundlesOf(act);
  return parts.every((id) => floor.bundles.get(id)?.isBorn !== false);
}

function named(floor: Floor, act: Folded): RunningBundle[] {
  return bundlesOf(act).flatMap((id) => floor.bundles.get(id) ?? []);
}

/** Acts about bundles of another family are none of ours. */
function foldAct(floor: Floor, act: Folded): void {
  const [bundle, child] = named(floor, act);
  if (bundle === undefined) return;
  switch (act.kind) {
    case "cut":
      move(bundle, act.at);
      break;
    case "scan":
      foldScan(floor, bundle, act);
      break;
    case "finish":
      foldFinish(floor, bundle, act);
      break;
    case "split":
      if (child !== undefined) foldSplit(floor, { parent: bundle, child }, act);
      break;
    case "join":
      foldJoin(floor, named(floor, act), act);
      break;
    case "dispatch":
      foldDispatch(bundle, act);
      break;
    case "return":
      foldReturn(floor, bundle, act);
      break;
  }
}

/** A bundle was put under the needle ([U7]). */
function foldScan(floor: Floor, bundle: RunningBundle, act: ScanAct): void {
  const { operation } = act;
  const before = bundle.works.get(operation);
  if (before !== undefined && isSettled(before)) {
    complain(bundle, { code: "done-twice", key: act.key, against: before.heldBy });
    return;
  }
  beginWork(floor, bundle, { act, operation, isJoin: false });
}

function tellLate(floor: Floor, act: Folded, { late }: ActsInForce): void {
  const conflict = late.get(act.key);
  const bundle = named(floor, act)[0];
  if (conflict !== undefined && bundle !== undefined) complain(bundle, conflict);
}
