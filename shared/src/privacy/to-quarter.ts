const QUARTER_MS = 900_000;

/** The quarter of an hour in which a moment of somebody lies, UTC ms: others are told no time of theirs that is finer ([PR13]). */
export function toQuarter(at: number): number {
  return Math.floor(at / QUARTER_MS) * QUARTER_MS;
}
