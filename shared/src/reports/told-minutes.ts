import { efficiency } from "../formulas/efficiency.ts";
import { sumMinutes } from "../formulas/garment-minutes.ts";
import type { ProductionRow } from "./production-row.ts";

/** Why attended minutes are not told: fewer than four people were counted. */
export type MinutesMask = "few-people";

/** Attended minutes and what is made of them; all null where they are not told ([PR11]). */
export interface MinuteFigures {
  /** Minutes de présence. */
  readonly attendedMinutes: number | null;
  /** Minutes de travail: attended − off-standard. */
  readonly onStandardMinutes: number | null;
  /** Rendement: earned / attended. */
  readonly efficiency: number | null;
  /** Activité: earned / on-standard. */
  readonly performance: number | null;
  /** null: they are told; an efficiency may be null all the same, where nobody attended. */
  readonly masked: MinutesMask | null;
}

const MASKED: MinuteFigures = {
  ...{ attendedMinutes: null, onStandardMinutes: null, efficiency: null, performance: null },
  masked: "few-people",
};

/** What rows are told as: all of a line and day, or of several; or some of it, such as an order or an operation. */
export type MinutesOf = "line" | "part";

/** The one way from rows to attended minutes and what is made of them. `earned` as the rows have it. */
export function minuteFigures(
  rows: readonly ProductionRow[],
  earned: number,
  toldAs: MinutesOf = "part",
): MinuteFigures {
  if (!isTold(rows, toldAs)) return MASKED;
  const attended = sumMinutes(rows.map(({ attendedMinutes }) => attendedMinutes));
  const off = sumMinutes(rows.map(({ offStandardMinutes }) => offStandardMinutes));
  const onStandard = sumMinutes([attended, -off]);
  return {
    attendedMinutes: attended,
    onStandardMinutes: onStandard,
    efficiency: efficiency(earned, attended),
    performance: efficiency(earned, onStandard),
    masked: null,
  };
}

/** Whether rows are made of whole pools: a part of one would be of fewer people than may be told. */
function isTold(rows: readonly ProductionRow[], toldAs: MinutesOf): boolean {
  const missing = new Map<string, number>();
  for (const { day, pool } of rows) {
    if (pool === undefined) continue;
    if (pool.isLine && toldAs === "part") return false;
    const key = `${day} ${pool.id}`;
    missing.set(key, (missing.get(key) ?? pool.rows) - 1);
  }
  return [...missing.values()].every((count) => count === 0);
}
