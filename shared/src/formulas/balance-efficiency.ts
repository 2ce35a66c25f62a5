/**
 * Temps de poste: minutes of work that an operation asks of each station that does it, for every piece of the line. Stations
 * side by side add their rates, so that k equal ones share the standard minutes: 1 / Σ (1 / standard minutes). null without any.
 * Source: cycle time of parallel stations, Scholl, Balancing and Sequencing of Assembly Lines, 2nd ed. 1999, ch. 1.
 */
export function stationTime(standardMinutes: readonly number[]): number | null {
  const perMinute = standardMinutes.reduce((sum, minutes) => sum + 1 / minutes, 0);
  return perMinute > 0 ? 1 / perMinute : null;
}

/**
 * Temps moyen par poste: Σ standard minutes of one piece / operators of the line, min. null without operators or operations.
 * Source: pitch time, ILO, Introduction to Work Study, 4th ed. 1992; Glock and Kunz, Apparel Manufacturing, 4th ed. 2005.
 */
export function pitch(standardMinutes: readonly number[], operators: number): number | null {
  if (operators <= 0 || standardMinutes.length === 0) return null;
  return standardMinutes.reduce((sum, minutes) => sum + minutes, 0) / operators;
}

/**
 * Équilibrage: Σ station times / (stations × slowest station), a ratio (1: no station waits for another). One time for each
 * station; null without any. Source: line efficiency, Scholl 1999, ch. 1: Σ t / (m × c), the cycle c being the slowest station.
 */
export function balanceEfficiency(stationTimes: readonly number[]): number | null {
  const slowest = Math.max(0, ...stationTimes);
  if (slowest === 0) return null;
  const sum = stationTimes.reduce((total, minutes) => total + minutes, 0);
  return sum / (stationTimes.length * slowest);
}
