import { type BundleAct, decideUndo, UNDO_MINUTES, type UndoRequest } from "@trame/shared";
import type { StoredAct } from "../act-log.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { LoadedFamily } from "../families.ts";
import { type CommandDeps, headOf, KEPT, keptUnknown, refused } from "./deps.ts";
import { findAct } from "./find-act.ts";
import { partsOf } from "./on-bundle.ts";

const LOOSE: readonly string[] = ["hand-count", "correction"];

/** Takes back an act: within ten minutes by whoever did it, or by a supervisor. Nothing is erased. */
export function undo(deps: CommandDeps, attempt: Attempt<UndoRequest>): Verdict {
  const { floor } = deps;
  const { undoes } = attempt.body;
  const target = findAct(floor.acts, undoes);
  const record = { undoes: target?.key ?? undoes };
  if (target === null || !target.isAccepted) {
    return attempt.dated.isOffline
      ? keptUnknown(record)
      : refused(record, { code: "undo-unknown" });
  }
  if (LOOSE.includes(target.kind)) return undoLoose(deps, attempt, target);
  const bundleIds = floor.acts.bundlesOf(target.n);
  const families = familiesOf(deps, bundleIds);
  const asked = {
    undoes: target.key,
    at: attempt.dated.at,
    stationId: attempt.stationId,
    assignmentId: attempt.assignmentId,
    isSupervisor: attempt.isAdmin,
  };
  const decisions = families.map((family) => decideUndo(family.acts, asked));
  const no = decisions.find((decision) => !decision.ok);
  const [yes] = decisions;
  const decision = no ?? yes;
  if (decision === undefined || (!decision.ok && !attempt.dated.isOffline)) {
    return refused(
      record,
      decision === undefined ? { code: "undo-unknown" } : partsOf(decision),
      bundleIds,
    );
  }
  const act: BundleAct = { ...headOf(attempt), kind: "undo", undoes: target.key };
  const taken = families.map((family) => deps.situations.take(family, [act]));
  const conflict = taken.find((each) => each.conflict !== null)?.conflict ?? null;
  if (conflict === null) voidChild(deps, target, families);
  return {
    accepted: true,
    ...(decision.ok ? partsOf(decision) : { code: KEPT }),
    record,
    about: target.key,
    bundleIds,
    conflict,
    bundle: bundleIds.length === 0 ? null : (taken[0]?.card(bundleIds[0] ?? 0) ?? null),
  };
}

/** The families of some bundles, each once. */
export function familiesOf({ floor }: CommandDeps, bundleIds: readonly number[]): LoadedFamily[] {
  const done = new Set<number>();
  return bundleIds.flatMap((id) => {
    const family = done.has(id) ? null : floor.families.load([id]);
    for (const sheet of family?.sheets ?? []) done.add(sheet.id);
    return family === null ? [] : [family];
  });
}

/** The ticket of pieces that were not split off after all. */
function voidChild(
  { catalogue }: CommandDeps,
  { key }: StoredAct,
  families: readonly LoadedFamily[],
): void {
  for (const act of families.flatMap(({ acts }) => acts)) {
    if (act.kind !== "split" || act.key !== key) continue;
    const ticket = catalogue.tickets.validOf(act.childId);
    if (ticket !== null) catalogue.tickets.setState(ticket, "void");
  }
}

/** A correction or a count by hand: no bundle waits for what comes of it. */
function undoLoose(
  { floor }: CommandDeps,
  attempt: Attempt<UndoRequest>,
  target: StoredAct,
): Verdict {
  const record = { undoes: target.key };
  const code = refusalOfLoose(attempt, target, floor.acts.isUndone(target.key));
  if (code !== null && !attempt.dated.isOffline) {
    return refused(record, { code, blanks: { minutes: UNDO_MINUTES } });
  }
  return {
    accepted: true,
    code: "undo-accepted",
    record,
    about: target.key,
    bundleIds: floor.acts.bundlesOf(target.n),
    after: () => floor.loose.refold(target.n),
  };
}

function refusalOfLoose(
  { dated, isAdmin, stationId, assignmentId }: Attempt<UndoRequest>,
  target: StoredAct,
  isUndone: boolean,
): string | null {
  if (isUndone) return "undo-done-already";
  if (isAdmin) return null;
  const isOwn =
    target.assignmentId === null
      ? target.stationId === stationId
      : target.assignmentId === assignmentId;
  if (!isOwn) return "undo-not-yours";
  return dated.at - target.at > UNDO_MINUTES * 60_000 ? "undo-too-late" : null;
}
