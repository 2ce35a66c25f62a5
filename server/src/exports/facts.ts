import type {
  Cause,
  CauseClass,
  DefectKind,
  KitStock,
  LearningCurve,
  MinuteFigures,
  OrderMinutes,
  OrderState,
  ProductionReport,
  ProductionRow,
  Words,
} from "@trame/shared";
import type { OperationProgress } from "../store/catalogue/piece-sums.ts";
import type { CartonRead } from "../store/orders-desk/carton-rows.ts";
import type { OrderStoryFact } from "../store/orders-desk/story-facts.ts";
import type { ExportHead } from "./book.ts";
import type { DelayFact } from "./delay-words.ts";

/** What is asked to be written, read from the store: plain data, so that another thread can write it. */
export interface ExportFacts {
  readonly head: ExportHead;
  readonly names: Names;
  readonly body: KindFacts;
}

/** The facts of each kind of export. */
export type KindFacts =
  | { readonly kind: "production"; readonly read: ProductionFacts }
  | { readonly kind: "orders"; readonly read: readonly OrderFacts[] }
  | { readonly kind: "quality"; readonly read: readonly QualityFact[] }
  | { readonly kind: "stops"; readonly read: readonly StopFact[] }
  | { readonly kind: "stitches"; readonly read: readonly HourFact[] }
  | { readonly kind: "attendance"; readonly read: readonly AttendanceFact[] }
  | { readonly kind: "minutes"; readonly read: readonly MinutesFacts[] }
  | { readonly kind: "story"; readonly read: readonly OrderStoryFact[] }
  | { readonly kind: "learning"; readonly read: readonly LearningFacts[] }
  | { readonly kind: "skills"; readonly read: readonly SkillFact[] };

/** What ids are called; what is not in them is told by its id. */
export interface Names {
  /** Of the span's plans, in their order; a later plan's name goes. */
  readonly lines: ReadonlyMap<string, string>;
  readonly stations: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, StyleName>;
  readonly orders: ReadonlyMap<string, OrderName>;
  readonly causes: readonly Cause[];
  readonly defects: readonly DefectKind[];
}

export interface StyleName {
  readonly name: string;
  readonly sizes: readonly string[];
  readonly colours: readonly string[];
}

export interface OrderName {
  readonly customer: string;
  readonly reference: string | null;
}

export interface ProductionFacts {
  readonly report: Pick<ProductionReport, "totals" | "orders" | "stops" | "quality" | "trend">;
  readonly rows: readonly ProductionRow[];
  /** What came out in each clock hour that holds something. */
  readonly hours: readonly {
    readonly day: string;
    /** UTC ms */
    readonly hour: number;
    readonly pieces: number;
  }[];
}

/** An order with how far it is. */
export interface OrderFacts extends DelayFact {
  readonly orderId: string;
  readonly state: OrderState;
  /** YYYY-MM-DD */
  readonly dueOn: string;
  /** UTC ms */
  readonly givenAt: number;
  readonly closedAt: number | null;
  readonly kits: {
    readonly ordered: number;
    readonly complete: number;
    readonly packed: number;
  } | null;
  readonly cells: readonly OrderCell[];
  /** YYYY-MM-DD as of the file's data, and days from the due day to it; null where nothing can be foreseen. */
  readonly forecastOn: string | null;
  readonly daysLate: number | null;
  /** Of each style, in the order in which they are done. */
  readonly operations: readonly OrderOperation[];
  /** Of an order of kits, by their size where they have one. */
  readonly kitStock: readonly KitStock[];
  /** Also those that were opened again. */
  readonly cartons: readonly CartonRead[];
}

/** An operation of an order: what waits before it, what is between it and the one before, and what it did. */
export interface OrderOperation extends Omit<OperationProgress, "label"> {
  readonly styleId: string;
  readonly label: Words;
  /** Pieces whose next operation it is, and their bundles. */
  readonly waiting: number;
  readonly bundles: number;
  readonly inProcess: number;
}

/** A size and colour of an order's style. cut = good + rework + second + scrap + inProgress. */
export interface OrderCell {
  readonly styleId: string;
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
  /** null where nothing says how much of a size and colour is packed. */
  readonly packed: number | null;
}

/** Pieces that were looked at together; of a sample the order is not known. */
export interface QualityFact {
  readonly day: string;
  readonly lineId: string;
  readonly orderId: string | null;
  readonly styleId: string | null;
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  readonly defects: readonly {
    readonly defect: string;
    /** Code of the operation at fault, and what it is called. */
    readonly code: string | null;
    readonly operation: string | null;
    readonly pieces: number;
  }[];
}

export interface StopFact {
  readonly day: string;
  readonly lineId: string;
  readonly stationId: string;
  /** UTC ms; `to` is null while it goes on. */
  readonly from: number;
  readonly to: number | null;
  readonly minutes: number;
  readonly cause: string | null;
  readonly class: CauseClass | null;
  readonly origin: "machine" | "hand";
}

/** The minutes of an order: what it may take, and what it took in the span. */
export interface MinutesFacts {
  readonly orderId: string;
  readonly minutes: OrderMinutes;
}

/** How a style is learnt; the group's, never a person's. */
export interface LearningFacts {
  readonly styleId: string;
  readonly curve: LearningCurve;
}

/** How many people know an operation: of nobody by name, and of few not how many. */
export interface SkillFact {
  readonly operation: string;
  readonly isInUse: boolean;
  readonly alone: Head;
  readonly teachers: Head;
  readonly learning: Head;
}

/** `few`: fewer than four; null: not told, since what is told beside it would tell of few. */
export type Head = number | "few" | null;

/** A station in a clock hour. */
export interface HourFact {
  readonly day: string;
  /** UTC ms */
  readonly hour: number;
  /** `08:00`, with its offset where it comes twice. */
  readonly shortHour: string;
  readonly lineId: string;
  readonly stationId: string;
  readonly operation: string;
  readonly pieces: number;
  readonly stitches: number;
  readonly trims: number;
}

/** A line on a day; nobody is named, and few are not counted. */
export interface AttendanceFact extends Pick<MinuteFigures, "masked"> {
  readonly day: string;
  readonly lineId: string;
  /** null: not told, which is of a part of the line alone. */
  readonly attendedMinutes: number | null;
  readonly onStandardMinutes: number | null;
  readonly source: "badges" | "plan";
  /** Who badged in; `few`: fewer than four. null: nobody did. */
  readonly people: number | "few" | null;
}
