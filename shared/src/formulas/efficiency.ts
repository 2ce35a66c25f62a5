/** Pieces made under one standard time. */
export interface TimedPieces {
  readonly pieces: number;
  /** Minutes allowed for one piece (SMV), in force when they were made. */
  readonly standardMinutes: number;
}

/** Standard minutes are decimals: summed as whole millionths, the total is the same in every order of its parts. */
const PER_MINUTE = 1_000_000;

/** Minutes produites: Σ pieces × the standard minutes in force, min. */
export function earnedMinutes(parts: Iterable<TimedPieces>): number {
  let millionths = 0;
  for (const { pieces, standardMinutes } of parts) {
    millionths += Math.round(pieces * standardMinutes * PER_MINUTE);
  }
  return millionths / PER_MINUTE;
}

/** Minutes de présence while badges are not used: operators (a decimal) × working minutes elapsed, min. */
export function attendedMinutes(operators: number, workedMinutes: number): number {
  return operators * workedMinutes;
}

/** Rendement: earned / attended minutes, a ratio (1 = 100 %). null while nobody has attended. */
export function efficiency(earned: number, attended: number): number | null {
  return attended > 0 ? earned / attended : null;
}

/** Takt: working minutes / pieces demanded, min/piece. null without a demand or on a day off. */
export function takt(workingMinutes: number, demanded: number | null): number | null {
  if (demanded === null || demanded <= 0 || workingMinutes <= 0) return null;
  return workingMinutes / demanded;
}
