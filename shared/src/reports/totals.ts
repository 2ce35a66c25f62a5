import { earnedMinutes, efficiency } from "../formulas/efficiency.ts";
import { sumMinutes } from "../formulas/garment-minutes.ts";
import type { ProductionRow } from "./production-row.ts";

/** What some rows come to. Ratios are 0..1 and null where undefined. */
export interface ReportTotals {
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  /** Minutes produites: Σ good × standard minutes in force. */
  readonly earnedMinutes: number;
  /** Minutes de présence. */
  readonly attendedMinutes: number;
  /** Minutes de travail: attended − off-standard. */
  readonly onStandardMinutes: number;
  /** Rendement: earned / attended. */
  readonly efficiency: number | null;
  /** Activité: earned / on-standard. */
  readonly performance: number | null;
}

/**
 * Sums rows. Rework, second, scrap and minutes are those of all rows; `counted` says which of them count as good pieces: all of one
 * operation, else those that leave the line (`isOutput`) or the order (`isLast`), so that a garment counts once.
 */
export function totalsOf(
  rows: readonly ProductionRow[],
  counted: (row: ProductionRow) => boolean,
): ReportTotals {
  const earned = earnedMinutes(
    rows.map(({ good, standardMinutes }) => ({ pieces: good, standardMinutes })),
  );
  const attended = sumMinutes(rows.map(({ attendedMinutes }) => attendedMinutes));
  const off = sumMinutes(rows.map(({ offStandardMinutes }) => offStandardMinutes));
  const onStandard = sumMinutes([attended, -off]);
  return {
    good: sum(rows.filter(counted).map(({ good }) => good)),
    rework: sum(rows.map(({ rework }) => rework)),
    second: sum(rows.map(({ second }) => second)),
    scrap: sum(rows.map(({ scrap }) => scrap)),
    earnedMinutes: earned,
    attendedMinutes: attended,
    onStandardMinutes: onStandard,
    efficiency: efficiency(earned, attended),
    performance: efficiency(earned, onStandard),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
