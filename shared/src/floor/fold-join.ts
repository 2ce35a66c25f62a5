import { partOf } from "../orders/parts.ts";
import type { Routing } from "../orders/routing-schema.ts";
import type { JoinAct } from "./act.ts";
import type { ConflictCode } from "./bundle.ts";
import { beginWork, deduce, reachOf } from "./fold-open.ts";
import { carrierPart, partsNeeded } from "./reach.ts";
import { complain, type Floor, inProgress, move, type RunningBundle } from "./running-bundle.ts";

/**
 * Parts come together: the bundle whose part comes first in the routing goes on with the join open, the others end in it, each
 * by as many pieces as go on ([U17]).
 */
export function foldJoin(floor: Floor, bundles: readonly RunningBundle[], act: JoinAct): void {
  const operation = floor.operations.get(act.operation);
  const here = bundles.filter((bundle) => isHere(bundle, act));
  const [carrier, ...rest] = byRank(floor.routing, here);
  if (operation === undefined || carrier === undefined) return;
  const refuse = (code: ConflictCode, against: string | null = null) =>
    complain(carrier, { code, key: act.key, against });
  const before = carrier.works.get(act.operation);
  if (before !== undefined) {
    refuse("done-twice", before.heldBy);
    return;
  }
  const parts = partsNeeded(floor.routing, act.operation);
  // Without the part that goes on the others stay parts: they would be garments twice when it joins.
  if (carrier.sheet.part !== carrierPart(floor.routing, act.operation) || parts.length === 0) {
    refuse(parts.length === 0 ? "elsewhere" : "join-short");
    return;
  }
  const needed = parts.filter((part) => part !== carrier.part);
  if (beginWork(floor, carrier, { act, operation: act.operation, isJoin: true }) === null) return;
  const others = rest.filter((bundle) => arrives(floor, bundle, { act, needed }));
  carrier.part = partOf(operation);
  if (others.some((bundle) => !isSameGoods(bundle, carrier))) refuse("join-mismatch");
  const short = needed.filter((part) => {
    const same = others.filter((bundle) => bundle.part === part);
    return !absorb(carrier, same, act);
  });
  if (short.length > 0) refuse("join-short");
}

/** The one that goes on comes first: a bundle keeps the rank of the part that it was cut as. */
export function byRank<B extends Pick<RunningBundle, "sheet">>(
  { parts }: Routing,
  bundles: readonly B[],
): B[] {
  const rankOf = ({ sheet }: B) => parts.findIndex(({ code }) => code === sheet.part);
  return bundles.toSorted((a, b) => rankOf(a) - rankOf(b) || a.sheet.id - b.sheet.id);
}

/** Same size, colour and shade: what may be sewn to each other. */
function isSameGoods(
  { sheet: a }: Pick<RunningBundle, "sheet">,
  { sheet: b }: Pick<RunningBundle, "sheet">,
): boolean {
  return a.size === b.size && a.colour === b.colour && a.shade === b.shade;
}

function isHere(bundle: RunningBundle, act: JoinAct): boolean {
  if (inProgress(bundle) > 0) return true;
  complain(bundle, { code: "not-here", key: act.key, against: bundle.joinedBy });
  return false;
}

/** A part that the join needs, with what was missed before it taken for done. */
function arrives(
  floor: Floor,
  bundle: RunningBundle,
  { act, needed }: { readonly act: JoinAct; readonly needed: readonly (string | null)[] },
): boolean {
  const refuse = (code: ConflictCode, against: string | null = null) =>
    complain(bundle, { code, key: act.key, against });
  const reach = reachOf(floor, bundle, act.operation);
  if (reach.passes !== "yes" || !needed.includes(bundle.part)) {
    refuse(reach.passes === "ahead" ? "not-yet" : "elsewhere");
    return false;
  }
  if (bundle.outside !== null) refuse("not-here", bundle.outside.key);
  if (reach.joins.length > 0 || reach.missing.length > floor.options.deduceLimit) refuse("not-yet");
  for (const code of reach.missing) deduce(floor, bundle, { code, by: act });
  return true;
}

/** The bundles of a part end in the carrier, for as many pieces as it has; says whether there were enough. */
function absorb(carrier: RunningBundle, bundles: readonly RunningBundle[], act: JoinAct): boolean {
  let wanted = inProgress(carrier);
  for (const bundle of bundles) {
    const pieces = Math.min(wanted, inProgress(bundle));
    if (pieces === 0) continue;
    wanted -= pieces;
    bundle.absorbed += pieces;
    bundle.joinedInto = carrier.sheet.id;
    bundle.joinedBy = act.key;
    move(bundle, act.at);
  }
  return wanted === 0;
}
