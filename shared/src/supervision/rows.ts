import type { CauseClass } from "./causes.ts";
import type { CallKind } from "./word.ts";

/** A call that is not resolved yet, as the board carries it. */
export interface CallRow {
  /** Of the call; taking and resolving name it. */
  readonly key: string;
  readonly stationId: string;
  readonly call: CallKind;
  /** When it was made, UTC ms. */
  readonly at: number;
  /** When somebody said that they go there; null while nobody has. */
  readonly takenAt: number | null;
  /** When it is escalated unless somebody takes it, UTC ms; null once it is taken. See `isEscalated`. */
  readonly escalatesAt: number | null;
  /** Whether screens let it be heard once it is escalated. */
  readonly isHeard: boolean;
}

/** A defect of the day, by how often it was seen. */
export interface DefectCount {
  readonly defect: string;
  readonly pieces: number;
}

/** What inspections of the day came to, on a line. Ratios are formulas over it, never stored. */
export interface QualityRow {
  /** Pieces looked at, each once: one that comes back from repair is not inspected again. */
  readonly inspected: number;
  /** Pieces that were good when they were first looked at. */
  readonly goodFirst: number;
  readonly defects: number;
  /** The three most frequent, the most frequent first. */
  readonly top: readonly DefectCount[];
}

/** What waits before an operation of a line. */
export interface FlowRow {
  /** As the plan names it; every station that does it as its first operation shares this row. */
  readonly operation: string;
  readonly stationIds: readonly string[];
  readonly bundles: number;
  /** Parts that come together here count once. */
  readonly pieces: number;
  /** Since when the bundle waits that waits longest, UTC ms; null when none does. */
  readonly since: number | null;
  /** Bundles begin here: what waits comes from cutting, and is stock rather than a pile. */
  readonly isEntry: boolean;
  /** Pieces of the bundles that are open at its stations. */
  readonly openPieces: number;
}

/** An order that is being sewn on a line. */
export interface LineOrder {
  readonly orderId: string;
  /** Of its styles, or of the kit. */
  readonly name: string;
  /** Garments ordered. */
  readonly pieces: number;
}

/** What a supervisor tells the room. */
export interface WallMessage {
  readonly text: string;
  /** UTC ms */
  readonly until: number | null;
}

/** What a person said of a station for now: why it stands still, or that somebody is being helped there. */
export interface StationMark {
  /** Key of the word. */
  readonly key: string;
  /** UTC ms; `to` is null while it goes on. */
  readonly from: number;
  readonly to: number | null;
  readonly cause: string;
  /** Of that cause. */
  readonly class: CauseClass;
  /** Of a line or the workshop: it does not hold for a station that works. */
  readonly isGroup: boolean;
}

/** What waits for a station. */
export interface StationWaiting {
  readonly bundles: number;
  readonly pieces: number;
}

/** What the floor and its people add to the row of a line. */
export interface LineFloor {
  /** Pieces for the whole working day; null when none was set. */
  readonly target: number | null;
  /** Where the target is from: a person's word for the day, a computation, or the plan; null without one. */
  readonly targetOrigin: "hand" | "computed" | "plan" | null;
  /** Not resolved, the oldest first. */
  readonly calls: readonly CallRow[];
  /** null while nothing was inspected today. */
  readonly quality: QualityRow | null;
  /** In the order of the line's operations; empty where no bundles are used. */
  readonly flow: readonly FlowRow[];
  readonly orders: readonly LineOrder[];
  readonly message: WallMessage | null;
}

/** What the floor and its people add to the row of a station. */
export interface StationFloor {
  /** null when nobody said anything that holds from now on. */
  readonly mark: StationMark | null;
  /** null where no bundles are used. */
  readonly waiting: StationWaiting | null;
}
