import type { StopScope } from "./scope.ts";

/** Whom a call is for. `help` on a counter's button is a call for the supervisor. */
export type CallKind = "mechanic" | "material" | "quality" | "supervisor";

/** What is done to a machine from time to time. */
export type UpkeepKind = "needle" | "oil" | "service";

/** What every word of a person about the floor carries. Nobody's name. */
export interface WordHead {
  /** Order of arrival: of two words about the same thing the later one holds. */
  readonly n: number;
  readonly key: string;
  /** When it happened, by the server's clock; UTC ms. */
  readonly at: number;
  readonly stationId: string | null;
  readonly assignmentId: string | null;
}

/** Somebody asks for help. */
export interface CallWord extends WordHead {
  readonly kind: "call";
  readonly call: CallKind;
  readonly note: string | null;
  /** False: a counter told of it so late that it is on record only. */
  readonly isRaised: boolean;
  /** Key of the call of the same kind that was open at the station already: pressed again; null for one of its own. */
  readonly sameAs: string | null;
}

/** Somebody goes there, or has helped. */
export interface CallStepWord extends WordHead {
  readonly kind: "call-take" | "call-resolve";
  /** Key of the call. */
  readonly call: string;
}

/** Why stations did not work, over a range of time; it stays when late facts move the stops under it. */
export interface StopWord extends WordHead {
  readonly kind: "stop";
  readonly scope: StopScope;
  /** UTC ms. */
  readonly from: number;
  /** null: it goes on. */
  readonly to: number | null;
  /** Code of a cause; null: nobody knows, after all. */
  readonly cause: string | null;
  readonly note: string | null;
}

/** Pieces that were looked at without a bundle: a sample, or a workshop without tickets. */
export interface InspectionWord extends WordHead {
  readonly kind: "inspection";
  readonly lineId: string;
  readonly orderId: string | null;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly defects: readonly {
    readonly defect: string;
    readonly operation: string | null;
    readonly pieces: number;
  }[];
  /** Id of a photo; null when there is none. */
  readonly photo: string | null;
}

/** A needle was changed, a machine oiled or serviced. */
export interface UpkeepWord extends WordHead {
  readonly kind: "upkeep";
  readonly upkeep: UpkeepKind;
}

/** A sentence for the walls; null takes it away. */
export interface MessageWord extends WordHead {
  readonly kind: "message";
  /** null: of every line. */
  readonly lineId: string | null;
  readonly text: string | null;
  /** Until when it is shown, UTC ms; null: until the end of the working day. */
  readonly until: number | null;
}

/** How many pieces a line is to make on a day. */
export interface TargetWord extends WordHead {
  readonly kind: "target";
  readonly lineId: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** null: the one of the plan again. */
  readonly pieces: number | null;
  /** What it was computed from; null when a person named the pieces. */
  readonly of: TargetSource | null;
}

/** What a target is computed from: operators × working minutes × efficiency / standard minutes. */
export interface TargetSource {
  /** Of all who are expected, each by their own hours: Σ minutes, breaks removed. */
  readonly personMinutes: number;
  /** Planned, 0..1 and above. */
  readonly efficiency: number;
  /** Of one garment on this line. */
  readonly standardMinutes: number;
}

/** What people say of the floor, besides what they do with bundles. Folded by day; none is ever edited. */
export type Word =
  | CallWord
  | CallStepWord
  | StopWord
  | InspectionWord
  | UpkeepWord
  | MessageWord
  | TargetWord;

/** Kinds of acts that are words. */
export const WORD_KINDS = [
  "call",
  "call-take",
  "call-resolve",
  "stop",
  "inspection",
  "upkeep",
  "message",
  "target",
] as const;

export type WordKind = (typeof WORD_KINDS)[number];
