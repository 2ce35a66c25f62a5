import type {
  BundleCard,
  BundleState,
  ConflictCode,
  Operation,
  Operator,
  Order,
  OrderState,
  Outcome as PieceOutcome,
  Words,
} from "@trame/shared";

/** An order as the server tells it. */
export interface OrderRow extends Order {
  readonly id: string;
}

/** Pieces of one size and colour of an order. */
export interface ProgressQuantity {
  readonly size: string;
  readonly colour: string;
  readonly ordered: number;
  readonly cut: number;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly inProgress: number;
  readonly outside: number;
  readonly left: number;
}

/** How far an operation of an order is. */
export interface OperationProgress {
  readonly code: string;
  readonly label: Operation["label"];
  readonly good: number;
  readonly deduced: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
}

export interface StyleProgress {
  readonly styleId: string;
  readonly routingVersion: number;
  readonly quantities: readonly ProgressQuantity[];
  readonly operations: readonly OperationProgress[];
}

/** How far an order is. */
export interface OrderProgress {
  readonly orderId: string;
  readonly state: OrderState;
  readonly styles: readonly StyleProgress[];
  readonly kits: {
    readonly ordered: number;
    readonly complete: number;
    readonly packed: number;
  } | null;
  readonly bundles: {
    readonly waiting: number;
    readonly open: number;
    readonly outside: number;
    readonly inRepair: number;
    readonly out: number;
    readonly inConflict: number;
  };
}

/** A bundle that a cutting made. */
export interface CutRow {
  readonly code: string;
  readonly number: number;
  readonly size: string;
  readonly colour: string;
  readonly shade: number;
  readonly pieces: number;
}

/** Somebody with their badge. */
export interface OperatorRow extends Operator {
  readonly badge: number;
  /** `P-412-E`. */
  readonly badgeCode: string;
}

/** What a file would bring, or brought. */
export interface ImportAnswer {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly ignored: readonly string[];
  readonly faults: readonly {
    readonly row: number;
    readonly column: string | null;
    readonly value: string;
    readonly message: string;
  }[];
  readonly preview: readonly {
    readonly row: number;
    readonly name: string;
    readonly becomes: "new" | "changed" | "same";
  }[];
  readonly committed: boolean;
}

/** A bundle in a list. */
export interface BundleRow extends BundleCard {
  readonly state: BundleState;
}

export interface BundlePage {
  readonly bundles: readonly BundleRow[];
  /** For the next page; null when there is none. */
  readonly after: string | null;
}

/** What happened; `ticket`: paper was made, `machine`: what the machine counted meanwhile. */
export type StoryKind = ActKind | "ticket" | "deduced" | "machine";

/** What somebody did. */
export type ActKind =
  | "cut"
  | "badge"
  | "scan"
  | "finish"
  | "split"
  | "join"
  | "dispatch"
  | "return"
  | "undo"
  | "settle"
  | "amend"
  | "correction"
  | "hand-count";

/** One fact of a bundle's life. */
export interface StoryFact {
  /** UTC ms. */
  readonly at: number;
  readonly kind: StoryKind;
  readonly origin: "machine" | "scan" | "hand" | "deduced" | "correction";
  readonly key: string | null;
  readonly stationId: string | null;
  readonly isAccepted: boolean;
  readonly isUndone: boolean;
  readonly isOffline: boolean;
  /** What was answered then. */
  readonly message: string | null;
  readonly conflict: string | null;
  readonly operation: string | null;
  readonly pieces: number | null;
  readonly outcome: PieceOutcome | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Story {
  readonly bundle: BundleRow;
  /** Code of the bundle that it was split off. */
  readonly parent: string | null;
  readonly joinedInto: string | null;
  readonly facts: readonly StoryFact[];
}

/** An act that does not fit, or one that it contradicts. */
export interface ConflictAct {
  readonly key: string;
  readonly kind: ActKind;
  readonly stationId: string | null;
  readonly at: number;
  readonly code: string | null;
  readonly operation: string | null;
  readonly outcome: PieceOutcome | null;
}

export interface ConflictRow {
  readonly code: ConflictCode | "unknown-code";
  /** null for a code that names none. */
  readonly bundle: BundleCard | null;
  readonly act: ConflictAct;
  readonly against: ConflictAct | null;
}

/** Machine pieces against declared ones. */
export interface DifferenceRow {
  readonly bundle: string;
  /** Code. */
  readonly operation: string;
  readonly operationLabel: Words;
  readonly stationId: string;
  readonly finishedAt: number;
  readonly machine: number;
  /** Test stitches and unpicking. */
  readonly corrected: number;
  readonly declared: number;
}

/** A bundle left open overnight. */
export interface CarriedRow {
  readonly bundle: BundleCard;
  readonly operation: string;
  readonly stationId: string;
  readonly openedAt: number;
}

/** A delivery slip; `away`: pieces that have not come back. */
export interface SlipRow {
  readonly slipId: string;
  readonly partner: string;
  readonly sentAt: number;
  readonly bundles: readonly { readonly code: string; readonly away: number }[];
}

/** The key of a station, told once. */
export interface StationKeyRow {
  readonly stationId: string;
  readonly key: string;
  /** `/station/S01#key`. */
  readonly link: string;
}
