import type {
  OperationReport,
  OrderReport,
  ReportFact,
  ReportFigure,
  ReportScope,
  ReportTotals,
} from "@trame/shared";
import { searchOf } from "./day-scope.ts";

/** What narrows a figure within its report. */
export interface FactFilter {
  readonly lineId?: string;
  readonly orderId?: string;
  readonly styleId?: string;
  readonly size?: string;
  readonly colour?: string;
  readonly operation?: string;
}

/** A figure that was shown, and where the facts behind it are. */
export interface FactTarget {
  readonly kind: "facts";
  readonly figure: ReportFigure;
  /** What it is of: « Surjet des bords, OF 2026-118 ». */
  readonly name: string;
  /** As shown; what the facts come to. */
  readonly value: number;
  /** Without the page of it. */
  readonly path: string;
  /** The facts that belong to it, where the interface tells more. */
  readonly keeps: (fact: ReportFact) => boolean;
}

/** A figure that is a formula over others. */
export interface FormulaTarget {
  readonly kind: "formula";
  readonly figure: "earned" | "efficiency" | "performance" | "attended";
  readonly name: string;
  readonly totals: ReportTotals;
  /** The operations that earned the minutes. */
  readonly parts: readonly { readonly order: OrderReport; readonly operation: OperationReport }[];
}

export type DrillTarget = FactTarget | FormulaTarget;

/** Where to look and what was shown. */
export interface FactAsk {
  readonly figure: ReportFigure;
  readonly name: string;
  readonly value: number;
  readonly filter?: FactFilter;
  readonly keeps?: (fact: ReportFact) => boolean;
}

/** The facts behind a figure of a report. */
export function factTarget(scope: ReportScope, ask: FactAsk): FactTarget {
  const { figure, name, value, filter = {}, keeps = () => true } = ask;
  const { lineId, orderId, styleId, ...rest } = filter;
  const search = searchOf({
    ...scope,
    lineId: lineId ?? scope.lineId,
    orderId: orderId ?? scope.orderId,
    styleId: styleId ?? scope.styleId,
  });
  for (const [key, asked] of Object.entries(rest)) search.set(key, asked);
  search.set("figure", figure);
  return { kind: "facts", figure, name, value, keeps, path: `/api/v1/reports/facts?${search}` };
}

/** What one fact adds to a figure. */
export function amountOf(fact: ReportFact, figure: ReportFigure): number {
  switch (figure) {
    case "good":
      return fact.good;
    case "rework":
      return fact.rework;
    case "second":
      return fact.second;
    case "scrap":
      return fact.scrap;
    case "stops":
      return fact.minutes ?? 0;
    case "inspected":
      return fact.good + fact.rework + fact.second + fact.scrap;
    case "defects":
      return fact.defects;
  }
}
