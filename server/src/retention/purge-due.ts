import { lastNight } from "../backup/next-due.ts";

/** What is known when it is asked whether the night's purge is due. */
export interface PurgeQuestion {
  /** UTC ms. */
  readonly now: number;
  readonly timeZone: string;
  /** Of the last one of a night, UTC ms; null when there was none. */
  readonly lastAt: number | null;
  /** Whether it is working time. */
  readonly isWorking: boolean;
}

/** After the nightly backup has been made. */
const NIGHTLY_AT = "03:30";
/** A workshop that never rests while the server runs is purged all the same. */
const LATEST_AFTER_MS = 20 * 3_600_000;

/** Each night at its hour, or when the workshop next rests; within a day in any case ([RT5]). Pure. */
export function isPurgeDue({ now, timeZone, lastAt, isWorking }: PurgeQuestion): boolean {
  const night = lastNight({ now, timeZone, nightlyAt: NIGHTLY_AT });
  if (lastAt !== null && lastAt >= night && lastAt <= now) return false;
  return !isWorking || now - night >= LATEST_AFTER_MS;
}
