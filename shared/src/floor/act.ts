/** How an act came in: a code that was read (keyboard wedge, camera, a reader at the counter), or what a hand typed. */
export type ActOrigin = "scan" | "hand";

/** What pieces turned out to be. Their sum is what was worked on. */
export interface Outcome {
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
}

/** A defect that was seen: what it is, and the operation at fault when it is known. */
export interface Defect {
  readonly defect: string;
  /** Code of the operation at fault; null when nobody knows. */
  readonly operation: string | null;
  readonly pieces: number;
}

/** What every act carries. Nobody's name: an assignment is drawn anew at each badge-in. */
export interface ActHead {
  /** A second delivery with the same key changes nothing. */
  readonly key: string;
  /** UTC ms, by the server's clock: `received − (sentAt − at)`. */
  readonly at: number;
  readonly origin: ActOrigin;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
}

/** Bundles that came from the cutting table. */
export interface CutAct extends ActHead {
  readonly kind: "cut";
  readonly bundleId: number;
}

/** A bundle was put under the needle: work on an operation begins. */
export interface ScanAct extends ActHead {
  readonly kind: "scan";
  readonly bundleId: number;
  /** As it was found when the scan arrived; it stays, whatever arrives later. */
  readonly operation: string;
}

/** Work on some or all of the pieces ended. */
export interface FinishAct extends ActHead {
  readonly kind: "finish";
  readonly bundleId: number;
  readonly operation: string;
  readonly outcome: Outcome;
  readonly defects: readonly Defect[];
  /** The pieces came back from repair: they were counted as rework before. `rework` is 0 then. */
  readonly isRepaired: boolean;
}

/** Some pieces go on under a ticket of their own. */
export interface SplitAct extends ActHead {
  readonly kind: "split";
  readonly bundleId: number;
  readonly childId: number;
  readonly pieces: number;
}

/** Parts came together: one ticket goes on, the others end here. */
export interface JoinAct extends ActHead {
  readonly kind: "join";
  readonly operation: string;
  /** At least two; which of them goes on follows from their parts. */
  readonly bundleIds: readonly number[];
}

/** A bundle went to a subcontractor with a delivery slip. */
export interface DispatchAct extends ActHead {
  readonly kind: "dispatch";
  readonly bundleId: number;
  readonly slipId: string;
  /** Codes of the operations that are to be done outside; empty when that is not said. */
  readonly operations: readonly string[];
}

/** It came back; what is lost is scrap. Good + second + scrap make up what was away. */
export interface ReturnAct extends ActHead {
  readonly kind: "return";
  readonly bundleId: number;
  readonly slipId: string;
  readonly outcome: Outcome;
}

/** A person takes back an act; nothing is erased. */
export interface UndoAct extends ActHead {
  readonly kind: "undo";
  readonly undoes: string;
}

/** A supervisor says which of two acts that contradict each other holds. */
export interface SettleAct extends ActHead {
  readonly kind: "settle";
  /** Key of the act in conflict. */
  readonly settles: string;
  /** `drop`: as if it had been undone. `keep`: it stays as it was folded, and the conflict is read. */
  readonly choice: "keep" | "drop";
  readonly reason: string;
}

/** Acts that are folded per family of bundles. */
export type BundleAct =
  | CutAct
  | ScanAct
  | FinishAct
  | SplitAct
  | JoinAct
  | DispatchAct
  | ReturnAct
  | UndoAct
  | SettleAct;
