import { earnedMinutes } from "../formulas/efficiency.ts";
import type { ProductionRow } from "./production-row.ts";
import { type MinuteFigures, type MinutesOf, minuteFigures } from "./told-minutes.ts";

/** What some rows come to. Ratios are 0..1 and null where undefined. */
export interface ReportTotals extends MinuteFigures {
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  /** Minutes produites: Σ good × standard minutes in force. */
  readonly earnedMinutes: number;
}

/**
 * Sums rows. Rework, second, scrap and minutes are those of all rows; `counted` says which of them count as good pieces: all of one
 * operation, else those that leave the line (`isOutput`) or the order (`isLast`), so that a garment counts once. Attended minutes are
 * told as {@link minuteFigures} may.
 */
export function totalsOf(
  rows: readonly ProductionRow[],
  counted: (row: ProductionRow) => boolean,
  toldAs: MinutesOf = "part",
): ReportTotals {
  const earned = earnedMinutes(
    rows.map(({ good, standardMinutes }) => ({ pieces: good, standardMinutes })),
  );
  return {
    good: sum(rows.filter(counted).map(({ good }) => good)),
    rework: sum(rows.map(({ rework }) => rework)),
    second: sum(rows.map(({ second }) => second)),
    scrap: sum(rows.map(({ scrap }) => scrap)),
    earnedMinutes: earned,
    ...minuteFigures(rows, earned, toldAs),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
