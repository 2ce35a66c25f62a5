import type { CorrectedDay, ExportKind, Language } from "@trame/shared";

/** How a column's values are written in each format. */
export type ColumnKind = "text" | "day" | "moment" | "pieces" | "minutes" | "ratio" | "number";

export interface Column {
  /** Name of the field in JSON and in the plain CSV; the same in every language. */
  readonly key: string;
  /** As people read it. */
  readonly title: string;
  readonly kind: ColumnKind;
}

/** A text, a figure, a day (YYYY-MM-DD) or a moment (UTC ms), as its column says; null: known to be nothing. */
export type Value = string | number | null;

export interface Table {
  /** Of its sheet. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** null where a sum would say nothing. */
  readonly total: readonly Value[] | null;
}

/** What an export is about, and how old it is. */
export interface ExportHead {
  readonly kind: ExportKind;
  readonly language: Language;
  readonly workshop: string;
  /** Of the workshop. */
  readonly timeZone: string;
  /** Working days, YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Names of what it is narrowed to; null: to none. */
  readonly line: string | null;
  readonly order: string | null;
  readonly style: string | null;
  /** UTC ms of the latest change that is in it; null where nothing ever happened. */
  readonly asOf: number | null;
  /** Days that changed after they had closed. */
  readonly corrected: readonly CorrectedDay[];
  /** Days in the past are being counted again. */
  readonly isRefolding: boolean;
}

/** An export before it is written in a format. */
export interface Book {
  readonly head: ExportHead;
  readonly title: string;
  /** The finest first: the CSV is made of it. */
  readonly tables: readonly [Table, ...Table[]];
  /** What each figure is, in words. */
  readonly formulas: readonly string[];
  readonly page: Page;
}

/** The one page to hand over; its texts are ready to be set. */
export interface Page {
  readonly figures: readonly Figure[];
  readonly main: PageTable;
  /** Beside the table. */
  readonly paretos: readonly Pareto[];
}

export interface Figure {
  readonly label: string;
  readonly value: string;
}

export interface PageTable {
  readonly title: string;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly PageRow[];
  /** Of all rows, also of those for which there is no room. */
  readonly total: readonly string[] | null;
}

export interface PageColumn {
  readonly title: string;
  /** Share of the table's width. */
  readonly share: number;
  readonly align: "left" | "right";
}

export interface PageRow {
  readonly cells: readonly string[];
  /** Of what follows it. */
  readonly isHead: boolean;
}

/** Reasons by weight, the heaviest first. */
export interface Pareto {
  readonly title: string;
  /** What they come to. */
  readonly sum: string;
  readonly bars: readonly ParetoBar[];
  /** Said where there is no bar. */
  readonly none: string;
}

export interface ParetoBar {
  readonly label: string;
  readonly value: string;
  /** Of the sum, 0..1. */
  readonly share: number;
}
