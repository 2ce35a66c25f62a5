import type { OffStandard } from "../states/off-standard.ts";
import type { DefectCount } from "../supervision/rows.ts";
import type { ReportTotals } from "./totals.ts";

/** What a report is about. Days are working days, YYYY-MM-DD, both included. */
export interface ReportScope {
  readonly from: string;
  readonly to: string;
  readonly lineId: string | null;
  readonly orderId: string | null;
  readonly styleId: string | null;
}

/**
 * How far its days are: its first one has not begun, its last one goes on, its last shift is over, or it went without planned work. Days
 * are working days: a night's belongs to the evening on which it began.
 */
export const REPORT_STAGES = ["ahead", "running", "closed", "off"] as const;

/** One of them. */
export type ReportStage = (typeof REPORT_STAGES)[number];

/** `GET /api/v1/reports/production`: a day, a week, a month, an order or a style. */
export interface ProductionReport {
  readonly scope: ReportScope;
  /** UTC ms until which it knows what happened: now while its last day goes on, else the end of that day. */
  readonly asOf: number;
  /** When the last shift of its last day ended, UTC ms; null while it goes on, and on a day off. */
  readonly closedAt: number | null;
  readonly stage: ReportStage;
  /** Days on which something changed after they had closed. */
  readonly corrected: readonly CorrectedDay[];
  /** Days in the past are being counted again: figures may still move. */
  readonly isRefolding: boolean;
  /** Its good pieces are the output of the lines, once a garment. */
  readonly totals: ReportTotals;
  /** By order, then what no order explains; most earned minutes first. */
  readonly orders: readonly OrderReport[];
  /** Clock hours that hold output, ascending; only for one day. */
  readonly hours: readonly { readonly hour: number; readonly pieces: number }[];
  /** Off-standard minutes by cause, most first (Pareto). */
  readonly stops: readonly OffStandard[];
  readonly quality: ReportQuality;
  /** The last day beside the twenty working days before it, ascending; a day without anything is not in it. */
  readonly trend: readonly TrendDay[];
  /** The nearest day with data, before or after, where the report holds none. */
  readonly nearest: string | null;
}

export interface CorrectedDay {
  readonly day: string;
  /** 1 is the day as it closed; each change afterwards adds one. */
  readonly version: number;
  /** UTC ms of the latest change. */
  readonly at: number;
}

/** An order, or with `orderId` null what was made outside of one. */
export interface OrderReport {
  readonly orderId: string | null;
  readonly styleId: string | null;
  /** Of the style; null without one. */
  readonly name: string | null;
  readonly customer: string | null;
  /** Good pieces are those past the order's last operation. */
  readonly totals: ReportTotals;
  readonly operations: readonly OperationReport[];
  /** Good pieces past the last operation, by size and colour. */
  readonly cells: readonly CellReport[];
}

export interface OperationReport {
  readonly code: string | null;
  readonly operation: string;
  /** Several where it changed meanwhile. */
  readonly standardMinutes: readonly number[];
  readonly lineIds: readonly string[];
  /** Of the good ones: where they are known from. */
  readonly origins: Readonly<
    Record<"machine" | "scan" | "hand" | "deduced" | "correction", number>
  >;
  readonly totals: ReportTotals;
}

export interface CellReport {
  readonly size: string;
  readonly colour: string;
  readonly totals: ReportTotals;
}

export interface ReportQuality {
  readonly inspected: number;
  readonly goodFirst: number;
  readonly defects: number;
  /** Défauts pour 100 pièces; null while nothing was inspected. */
  readonly dhu: number | null;
  /** Bon du premier coup, 0..1. */
  readonly firstPassYield: number | null;
  /** Most first (Pareto). */
  readonly byDefect: readonly DefectCount[];
}

export interface TrendDay extends ReportTotals {
  readonly day: string;
  readonly target: number | null;
}

/** What is behind a figure: `GET /api/v1/reports/facts`, ascending, by pages. */
export interface ReportFacts {
  readonly facts: readonly ReportFact[];
  /** Given back as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** Figures that are sums of facts. */
export type ReportFigure =
  | "good"
  | "rework"
  | "second"
  | "scrap"
  | "stops"
  | "inspected"
  | "defects";

/** One fact, or the samples of one counter in one minute. */
export interface ReportFact {
  /** UTC ms at which it happened, and at which it was received. */
  readonly at: number;
  readonly receivedAt: number;
  readonly origin: "machine" | "late" | "scan" | "hand" | "deduced" | "correction";
  /** `pieces`: samples of a counter; the others are acts. */
  readonly kind: string;
  /** Of the act; null for samples. */
  readonly key: string | null;
  readonly stationId: string | null;
  readonly orderId: string | null;
  /** Ticket of the bundle. */
  readonly code: string | null;
  readonly operation: string | null;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  /** Defects of one kind that an inspection found; 0 for the others. */
  readonly defects: number;
  /** Working minutes of a stop; null for the others. */
  readonly minutes: number | null;
  /** Cause of a stop, kind of a defect; null also where nobody named one. */
  readonly what: string | null;
  /** It was corrected or undone by a later act, which is in the journal under this key. */
  readonly correctedBy: string | null;
}
