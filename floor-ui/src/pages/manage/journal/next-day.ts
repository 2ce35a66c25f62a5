const DAY_MS = 86_400_000;

/** The day after; of a day YYYY-MM-DD. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T12:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
