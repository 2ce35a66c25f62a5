import type { BundleAct } from "./act.ts";
import { actsInForce } from "./acts-in-force.ts";
import { accept, type Decision, refuse } from "./decision.ts";

/** Minutes for which a person takes back what they did; a supervisor may later. */
export const UNDO_MINUTES = 10;

/** Who wants to take back an act, and when. */
export interface UndoRequested {
  /** Key of the act. */
  readonly undoes: string;
  /** UTC ms. */
  readonly at: number;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly isSupervisor: boolean;
}

/** Whether an act of a family can be taken back ([U5], [U24]). `acts` are all accepted acts of the family. */
export function decideUndo(acts: readonly BundleAct[], undo: UndoRequested): Decision {
  const target = acts.find(({ key }) => key === undo.undoes);
  if (target === undefined || !isUndoable(target)) return refuse("undo-unknown", null, {});
  const before = acts.some((act) => act.kind === "undo" && act.undoes === target.key);
  if (before) return refuse("undo-done-already", null, {});
  if (!undo.isSupervisor) {
    if (!isOwn(target, undo)) return refuse("undo-not-yours", null, {});
    const isLate = undo.at - target.at > UNDO_MINUTES * 60_000;
    if (isLate) return refuse("undo-too-late", null, { minutes: UNDO_MINUTES });
  }
  const trial: BundleAct = {
    kind: "undo",
    key: `${undo.undoes}/undo`,
    at: undo.at,
    origin: "hand",
    stationId: undo.stationId,
    assignmentId: undo.assignmentId,
    undoes: undo.undoes,
  };
  const isBuiltOn = actsInForce([...acts, trial]).late.has(target.key);
  return isBuiltOn
    ? refuse("undo-too-late", null, { minutes: UNDO_MINUTES })
    : accept("undo-accepted", null, {});
}

function isUndoable({ kind }: BundleAct): boolean {
  return kind !== "undo" && kind !== "settle" && kind !== "cut";
}

/** Nobody badged in: whoever is at the same station. */
function isOwn(target: BundleAct, undo: UndoRequested): boolean {
  return target.assignmentId === null
    ? target.stationId === undo.stationId
    : target.assignmentId === undo.assignmentId;
}
