import type { Routing } from "../orders/routing-schema.ts";
import type { ActOrigin, Defect, Outcome } from "./act.ts";

/** A bundle as it was cut or split off; it never changes. */
export interface BundleSheet {
  readonly id: number;
  readonly orderId: string;
  readonly styleId: string;
  /** The same for bundles that hold the parts of the same pieces. */
  readonly set: number;
  readonly part: string | null;
  readonly size: string;
  readonly colour: string;
  readonly shade: number;
  /** Garments, not components: 50 also for a bundle of sleeves for 50 pieces. */
  readonly pieces: number;
  /** The bundle that it was split from; null for one that was cut. */
  readonly parentId: number | null;
}

/** How far an operation is on a bundle. `deduced`: nobody scanned it, a later one was. */
export interface OperationState extends Outcome {
  readonly code: string;
  readonly status: "open" | "done" | "deduced";
  /** Where; null for deduced ones whose station nothing tells. */
  readonly stationId: string | null;
  readonly assignmentId: string | null;
  readonly openedAt: number | null;
  readonly finishedAt: number | null;
  /** Pieces that were there when the operation began; fewer once some that it had not reached went on under another ticket. */
  readonly pieces: number;
  /** Pieces that it sent to repair and that came back good; in `rework` they stay as they were declared. */
  readonly repaired: number;
  /** Good pieces of it that went on under another ticket while it was open. */
  readonly takenGood: number;
  /** It was deduced, and is open again for the truth: its pieces may have gone on. */
  readonly isTruth: boolean;
  /** Done in the bundle that this one was split from: nothing was worked under this ticket. */
  readonly isInherited: boolean;
  /** Key of the scan or join that began it; null when nobody scanned it. */
  readonly scanKey: string | null;
  /** The station that has it open said what it did so far, 0 perhaps: another one may go on with it. */
  readonly isDeclared: boolean;
}

/** Why a fact does not fit in with the others; a supervisor reads it and settles it. */
export type ConflictCode =
  /** Two stations finished the same operation of the same bundle. */
  | "done-twice"
  /** Open at another station at the same time. */
  | "open-twice"
  /** More operations were skipped than are deduced. */
  | "not-yet"
  /** The bundle does not pass the operation. */
  | "elsewhere"
  /** More pieces were declared than there are. */
  | "too-many"
  /** Size, colour or shade of joined parts differ. */
  | "join-mismatch"
  /** Fewer parts than pieces that go on. */
  | "join-short"
  /** Joined into another already, or outside, or out. */
  | "not-here"
  /** Taken back too late: what was split off or joined had gone on. It holds. */
  | "undo-late";

export interface Conflict {
  readonly code: ConflictCode;
  /** Of the act that does not fit. */
  readonly key: string;
  /** Of the act that it contradicts; null when it contradicts a rule. */
  readonly against: string | null;
}

/** A bundle now. Its pieces are `splitOut + absorbed + good + rework + second + scrap + inProgress`. */
export interface BundleState extends Outcome {
  readonly id: number;
  /** Those of its sheet; fewer when it was split off one that had fewer left, none when that split was taken back. */
  readonly pieces: number;
  /** Pieces that went on under other tickets. */
  readonly splitOut: number;
  /** Pieces of the part that went on in the bundle they joined. */
  readonly absorbed: number;
  readonly inProgress: number;
  /** In the order in which they are done. */
  readonly operations: readonly OperationState[];
  /** The operation at which it is open; null when it waits. */
  readonly open: string | null;
  /** What it holds now: a part, or null for whole garments; a join changes it. */
  readonly part: string | null;
  /** The bundle in which it goes on. */
  readonly joinedInto: number | null;
  /** Slip of the subcontractor that has it. */
  readonly outside: string | null;
  /** Of those in progress, how many the subcontractor has. */
  readonly away: number;
  /** When something last happened to it: since then it is open, or waits; null when nothing has. */
  readonly movedAt: number | null;
  /** When its last piece left the last operation; null while some are on the way. */
  readonly outAt: number | null;
  readonly defects: readonly Defect[];
  readonly conflicts: readonly Conflict[];
}

/** Pieces that acts add to a station's count, or take from it. */
export interface Tally {
  readonly at: number;
  readonly stationId: string;
  readonly operation: string;
  readonly bundleId: number;
  /** May be below 0: what a machine counted and a person declared not good. */
  readonly pieces: number;
  readonly origin: "scan" | "hand" | "deduced";
  readonly assignmentId: string | null;
}

/**
 * Pieces that an act declared to be other than good, dated like tallies; and good ones that no station counts: those that came
 * back from a subcontractor, or were declared at no station ([RP1]).
 */
export interface OutcomeChange extends Outcome {
  readonly at: number;
  /** null: outside, or said at no station. */
  readonly stationId: string | null;
  /** Of the routing; null for what came back from outside where nothing tells what was to be done there. */
  readonly operation: string | null;
  readonly bundleId: number;
  /** Of the bundle's pieces in repair, those that came back by it, whatever they then were. */
  readonly repaired: number;
  readonly origin: ActOrigin;
}

/** Bundles that belong together by split and join, and the routing that their order froze. */
export interface Family {
  readonly routing: Routing;
  readonly sheets: readonly BundleSheet[];
}

/** What a family's acts come to. */
export interface FamilyState {
  readonly bundles: ReadonlyMap<number, BundleState>;
  readonly tallies: readonly Tally[];
  readonly outcomes: readonly OutcomeChange[];
}
