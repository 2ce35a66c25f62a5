import type { ReportedState } from "@trame/shared";

/** A bundle that waits at the beginning of the month. */
export interface MonthBundle {
  /** As on its ticket. */
  readonly code: string;
  readonly orderId: string;
  readonly size: string;
  readonly colour: string;
  readonly pieces: number;
}

/** A station of the one line, in its order; each does the next operation of the routing. */
export interface MonthStation {
  readonly stationId: string;
  /** Code of the operation. */
  readonly operation: string;
  readonly standardMinutes: number;
  /** null: a table, whose finishes count. */
  readonly device: string | null;
  /** Badge of whoever works there. */
  readonly badge: string;
}

/** A working day: its hours without the breaks, ascending, UTC ms. */
export interface MonthDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly windows: readonly Span[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface MonthOptions {
  readonly seed: string;
  readonly bundles: readonly MonthBundle[];
  readonly stations: readonly MonthStation[];
  readonly days: readonly MonthDay[];
}

/** Something that reaches the server, in the order of `received`. */
export type MonthHappening =
  | {
      readonly kind: "act";
      readonly received: number;
      readonly path: string;
      readonly body: object;
    }
  | { readonly kind: "samples"; readonly received: number; readonly message: MonthMessage };

/** What a counter sends. */
export interface MonthMessage {
  readonly deviceId: string;
  readonly boot: string;
  readonly up: number;
  readonly samples: readonly MonthSample[];
}

export interface MonthSample {
  readonly seq: number;
  readonly up: number;
  readonly pieces: number;
  readonly stitches: number;
  readonly trims: number;
  readonly state: ReportedState;
}

/** A month, and what every report of it must come to. */
export interface Month {
  readonly happenings: readonly MonthHappening[];
  readonly truth: MonthTruth;
}

export interface MonthTruth {
  readonly days: readonly DayTruth[];
}

/** What really happened on a day; figures are plain sums that share nothing with the product's own. */
export interface DayTruth {
  readonly day: string;
  readonly rows: readonly TruthRow[];
  /** Working minutes of stops by cause; what nobody explained is under "". */
  readonly stops: Readonly<Record<string, number>>;
  /** Those of them at which somebody was there. */
  readonly offStandardMinutes: number;
  readonly inspected: number;
  readonly goodFirst: number;
  /** Pieces by defect. */
  readonly defects: Readonly<Record<string, number>>;
}

/** One order, size, colour and operation; without an order what was counted by hand. */
export interface TruthRow {
  readonly orderId: string | null;
  readonly size: string | null;
  readonly colour: string | null;
  readonly operation: string;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly attendedMinutes: number;
}
