import { inOrder } from "../orders/graph.ts";
import type { DispatchAct, ReturnAct } from "./act.ts";
import { deduce, isUnjoined, newWork, reachOf } from "./fold-open.ts";
import { tell } from "./fold-outcomes.ts";
import {
  awayOf,
  complain,
  type Floor,
  inProgress,
  move,
  type Outside,
  type RunningBundle,
  sumOf,
} from "./running-bundle.ts";

/** A bundle leaves for a subcontractor ([U20]). */
export function foldDispatch(bundle: RunningBundle, act: DispatchAct): void {
  const sent = inProgress(bundle);
  if (bundle.outside !== null || sent === 0) {
    const against = bundle.outside?.key ?? bundle.joinedBy;
    complain(bundle, { code: "not-here", key: act.key, against });
    return;
  }
  const { slipId, key, operations } = act;
  const returned = { good: 0, rework: 0, second: 0, scrap: 0 };
  bundle.outside = { slipId, key, operations, sent, returned, told: [] };
  const open = bundle.open === null ? undefined : bundle.works.get(bundle.open);
  // Whoever had it open let it go: another station may go on with it afterwards.
  if (open !== undefined) open.isDeclared = true;
  bundle.open = null;
  move(bundle, act.at);
}

/** Some or all of it comes back; when nothing is away any more, what was to be done outside is done. */
export function foldReturn(floor: Floor, bundle: RunningBundle, act: ReturnAct): void {
  const { outside } = bundle;
  if (outside === null || outside.slipId !== act.slipId) {
    complain(bundle, { code: "not-here", key: act.key, against: outside?.key ?? null });
    return;
  }
  const away = awayOf(bundle);
  const before = { ...outside.returned };
  let room = away;
  for (const kind of ["scrap", "second", "rework", "good"] as const) {
    const pieces = Math.min(act.outcome[kind], room);
    room -= pieces;
    outside.returned[kind] += pieces;
    if (kind !== "good") bundle[kind] += pieces;
  }
  if (sumOf(act.outcome) > away) {
    complain(bundle, { code: "too-many", key: act.key, against: outside.key });
  }
  const change = tell(floor, bundle, {
    ...{ act: { ...act, stationId: null }, operation: null },
    rework: outside.returned.rework - before.rework,
    second: outside.returned.second - before.second,
    scrap: outside.returned.scrap - before.scrap,
  });
  if (change !== null) outside.told.push(change);
  if (room === 0) endStay(floor, bundle, { outside, act });
  move(bundle, act.at);
}

function endStay(
  floor: Floor,
  bundle: RunningBundle,
  { outside, act }: { readonly outside: Outside; readonly act: ReturnAct },
): void {
  bundle.outside = null;
  // Offline some may have been split off meanwhile: they are worked under their own ticket.
  const back = {
    ...outside.returned,
    good: Math.min(outside.returned.good, inProgress(bundle)),
  };
  const done = inOrder(floor.routing.operations)
    .map(({ code }) => code)
    .filter((code) => outside.operations.includes(code) && isDoable(floor, bundle, code));
  for (const code of done) {
    for (const before of reachOf(floor, bundle, code).missing) {
      if (!done.includes(before)) deduce(floor, bundle, { code: before, by: act });
    }
    const isEnd = code === done.at(-1);
    const outcome = isEnd ? back : { good: sumOf(back) };
    const work = newWork(code, { pieces: sumOf(back), stationId: null });
    bundle.works.set(code, {
      ...work,
      ...outcome,
      status: "done",
      isDeclared: true,
      finishedAt: act.at,
      heldBy: outside.key,
    });
  }
  const isOut = floor.last !== null && done.includes(floor.last);
  if (isOut) bundle.good += back.good;
  tellStay(floor, bundle, {
    ...{ outside, act, good: back.good },
    operation: (isOut ? floor.last : done.at(-1)) ?? null,
  });
}

/** What came back is of the operation with which the stay ended; nobody counted it at a station. */
function tellStay(
  floor: Floor,
  bundle: RunningBundle,
  stay: {
    readonly outside: Outside;
    readonly act: ReturnAct;
    readonly good: number;
    readonly operation: string | null;
  },
): void {
  const { outside, act, good, operation } = stay;
  if (operation === null) return;
  for (const change of outside.told) change.operation = operation;
  tell(floor, bundle, { act: { ...act, stationId: null }, operation, good });
}

/** On the bundle's way, and neither done before nor a join that nobody made. */
function isDoable(floor: Floor, bundle: RunningBundle, code: string): boolean {
  const status = bundle.works.get(code)?.status ?? "open";
  return (
    status === "open" &&
    reachOf(floor, bundle, code).passes === "yes" &&
    !isUnjoined(floor, bundle, code)
  );
}
