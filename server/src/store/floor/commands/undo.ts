import {
  type BundleAct,
  type BundleCard,
  decideUndo,
  UNDO_MINUTES,
  type UndoRequest,
  WORD_KINDS,
} from "@trame/shared";
import type { StoredAct } from "../act-log.ts";
import type { Attempt, Verdict } from "../attempt.ts";
import type { LoadedFamily } from "../families.ts";
import { type CommandDeps, headOf, KEPT, refused } from "./deps.ts";
import { findAct, hasUnknownCode } from "./find-act.ts";
import { followAmended } from "./follow-amended.ts";
import { partsOf } from "./on-bundle.ts";

const LOOSE: readonly string[] = ["hand-count", "correction", ...WORD_KINDS];

/** Takes back an act: within ten minutes by whoever did it, or by a supervisor. Nothing is erased. */
export function undo(deps: CommandDeps, attempt: Attempt<UndoRequest>): Verdict {
  const { undoes } = attempt.body;
  const target = findAct(deps.floor.acts, undoes);
  if (target?.isAccepted !== true) {
    const record = { undoes: target?.key ?? undoes };
    // What it takes back may be on its way from another tablet.
    return attempt.dated.isOffline
      ? { accepted: true, code: KEPT, record, about: record.undoes }
      : refused(record, { code: "undo-unknown" });
  }
  const bundleIds = deps.floor.acts.bundlesOf(target.n);
  if (target.kind === "amend") return undoAmend(deps, attempt, { ...target, bundleIds });
  const isLoose = LOOSE.includes(target.kind) || (hasUnknownCode(target) && bundleIds.length === 0);
  return isLoose
    ? undoLoose(deps, attempt, { ...target, bundleIds })
    : undoOnBundles(deps, attempt, { ...target, bundleIds });
}

/** The act that is taken back, and the bundles that it is about. */
interface Target extends StoredAct {
  readonly bundleIds: readonly number[];
}

function undoOnBundles(deps: CommandDeps, attempt: Attempt<UndoRequest>, target: Target): Verdict {
  const { bundleIds } = target;
  const { dated, stationId, assignmentId, isAdmin } = attempt;
  const record = { undoes: target.key };
  const families = familiesOf(deps, bundleIds);
  const asked = { ...record, at: dated.at, stationId, assignmentId, isSupervisor: isAdmin };
  const decisions = families.map((family) => decideUndo(family.acts, asked));
  const decision = decisions.find((each) => !each.ok) ?? decisions[0];
  if (decision === undefined) return refused(record, { code: "undo-unknown" });
  if (!decision.ok && !dated.isOffline) return refused(record, partsOf(decision), bundleIds);
  const act: BundleAct = { ...headOf(attempt), kind: "undo", undoes: target.key };
  const taken = families.map((family) => deps.situations.take(family, [act]));
  const conflict = taken.find((each) => each.conflict !== null)?.conflict ?? null;
  if (conflict === null) voidChild(deps, target, families);
  const bundle = taken[0]?.card(bundleIds[0] ?? 0) ?? null;
  return {
    accepted: true,
    ...(decision.ok ? partsOf(decision) : { code: KEPT }),
    ...(decision.ok && bundle !== null && bundleIds.length === 1 && namedBy(bundle)),
    record,
    about: target.key,
    bundleIds,
    conflict,
    bundle,
  };
}

/** Whoever takes back a gesture sees of which bundle it was. */
function namedBy({ code }: BundleCard) {
  return { code: "undo-bundle-accepted", blanks: { code } };
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

/** What was declared first holds again, or what an earlier correction says. */
function undoAmend(deps: CommandDeps, attempt: Attempt<UndoRequest>, target: Target): Verdict {
  const record = { undoes: target.key };
  if (!attempt.isAdmin) return refused(record, { code: "undo-not-yours" }, target.bundleIds);
  if (deps.floor.acts.isUndone(target.key)) {
    return refused(record, { code: "undo-done-already" }, target.bundleIds);
  }
  const amended = findAct(deps.floor.acts, amendedBy(target));
  return {
    accepted: true,
    code: "undo-accepted",
    record,
    about: target.key,
    bundleIds: target.bundleIds,
    after: () => amended !== null && followAmended(deps, amended, target.bundleIds),
  };
}

/** As the log keeps it. */
function amendedBy({ body }: StoredAct): string {
  return typeof body === "object" && body !== null && "amends" in body ? String(body.amends) : "";
}

/** A correction, a count by hand, a word about the floor, or what names no bundle: none waits for what comes of it. */
function undoLoose({ floor }: CommandDeps, attempt: Attempt<UndoRequest>, target: Target): Verdict {
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
    bundleIds: target.bundleIds,
    after() {
      floor.loose.refold(target.n);
      floor.now.said();
    },
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
