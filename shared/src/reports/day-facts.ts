import type { Span } from "../board/board.ts";
import type { OutcomeChange } from "../floor/bundle.ts";
import type { Inspected } from "../formulas/quality.ts";
import type { Routing } from "../orders/routing-schema.ts";
import type { Place } from "../plan/timeline.ts";
import type { Stop } from "../states/stops-of.ts";
import type { Presence } from "./attended.ts";
import type { PlanStretch } from "./day-plans.ts";
import type { GoodOrigins } from "./production-row.ts";

/** What is sewn in a bundle. */
export interface Goods {
  readonly orderId: string;
  readonly styleId: string;
  readonly size: string;
  readonly colour: string;
}

/** Pieces of one place in one clock hour (its start, UTC ms), whatever explains them. */
export interface CellFact {
  readonly place: Place;
  readonly hour: number;
  readonly pieces: number;
}

/** Pieces that an act adds to a place, or takes from it. */
export interface TallyFact extends CellFact {
  readonly origin: Exclude<keyof GoodOrigins, "machine">;
  /** null: of no bundle. */
  readonly goods: Goods | null;
  /** Of the operation in the routing; null without a bundle, and for a correction: its station tells. */
  readonly code: string | null;
  /** When the act was that says so, UTC ms. */
  readonly at: number;
  /** 0: of none. */
  readonly bundleId: number;
  /** Arrival number of a hand count or a correction; null for the others. */
  readonly n: number | null;
}

/** What became of pieces, in the reports' words. */
export interface OutcomeFact extends Pick<OutcomeChange, "good" | "rework" | "second" | "scrap"> {
  /** null: outside, at no station, or at one that no plan knew. */
  readonly place: Place | null;
  readonly goods: Goods;
  readonly code: string | null;
  readonly origin: "scan" | "hand";
  /** UTC ms. */
  readonly at: number;
  readonly bundleId: number;
}

/** Work on a bundle at a station; half open. `to` is `Number.MAX_SAFE_INTEGER` unless it ended on the day. */
export interface WorkFact extends Span {
  readonly bundleId: number;
  readonly goods: Goods;
  readonly code: string;
}

/** An operation of a bundle that nobody scanned at its station, and a later scan took for done. */
export interface DeductionFact {
  readonly bundleId: number;
  readonly goods: Goods;
  readonly code: string;
  /** When the act was that it was deduced by, UTC ms. */
  readonly at: number;
  /** Taken for good. */
  readonly pieces: number;
}

/** Pieces that a counter made. */
export interface PieceFact {
  /** UTC ms. */
  readonly at: number;
  readonly hour: number;
  readonly place: Place;
  readonly pieces: number;
  /** UTC ms. */
  readonly receivedAt: number;
}

export interface StationFacts {
  readonly stationId: string;
  /** What was open there on the day, ascending by when it was opened. */
  readonly works: readonly WorkFact[];
  /** Of this day. */
  readonly deductions: readonly DeductionFact[];
  readonly pieces: readonly PieceFact[];
}

export interface StopFact extends Pick<Stop, "from" | "to" | "cause" | "class" | "keys"> {
  readonly stationId: string;
  readonly lineId: string;
}

export interface InspectionFact extends Inspected {
  /** Of the act. */
  readonly key: string;
  /** UTC ms. */
  readonly at: number;
  readonly lineId: string;
  readonly stationId: string | null;
  readonly bundleId: number | null;
  /** null: a sample of no order. */
  readonly orderId: string | null;
  readonly styleId: string | null;
}

/** All that a working day is told from, as one snapshot of the log. */
export interface DayFacts {
  /** YYYY-MM-DD */
  readonly day: string;
  /** As of when, UTC ms; minutes of later are not in it. */
  readonly now: number;
  readonly windows: readonly Span[];
  readonly stretches: readonly PlanStretch[];
  readonly cells: readonly CellFact[];
  readonly tallies: readonly TallyFact[];
  readonly outcomes: readonly OutcomeFact[];
  readonly stations: readonly StationFacts[];
  readonly presences: readonly Presence[];
  readonly stops: readonly StopFact[];
  readonly inspections: readonly InspectionFact[];
  /** Targets of the lines, in the order of the plan. */
  readonly targets: readonly LineTargetFact[];
  /** The routing that an order froze for a style; null where none is known. */
  readonly routingOf: (goods: Pick<Goods, "orderId" | "styleId">) => Routing | null;
}

export interface LineTargetFact {
  readonly lineId: string;
  /** Pieces for the whole day; null without one. */
  readonly target: number | null;
}
