import type { UpkeepKind } from "./word.ts";

/** What is reached of a limit: stitches where the counter counts them, else hours of work, else working days. */
export const UPKEEP_MEASURES = ["stitches", "hours", "days"] as const;

export type UpkeepMeasure = (typeof UPKEEP_MEASURES)[number];

/** How much a machine may work before something is done to it again, in each measure. */
export type UpkeepLimit = Readonly<Record<UpkeepMeasure, number>>;

export type UpkeepLimits = Readonly<Record<UpkeepKind, UpkeepLimit>>;

export const UPKEEP_KINDS: readonly UpkeepKind[] = ["needle", "oil", "service"];

/** Key of the setting, JSON as `UpkeepLimits`; without it `UPKEEP_LIMITS` holds. */
export const UPKEEP_SETTING = "upkeep";

const HOURS_A_DAY = 8;
/**
 * Stitches of an hour of work. A workshop's machine sews 4 000 a minute and stands still for three quarters of the time,
 * while pieces are handled: 1 000 a minute over the hour, which is also what guides for needles reckon with.
 */
const STITCHES_AN_HOUR = 60_000;

/**
 * Limits until a workshop sets its own; a machine's own manual is better than any of them.
 * - Needle: 8 hours of sewing, the common rule of needle makers and sewing schools (« every six to eight hours »).
 * - Oil: the level is looked at once a month (Dürkopp Adler 4280, maintenance schedule): 20 working days.
 * - Service: the hook's wear is looked at every six months (same schedule): 120 working days.
 */
export const UPKEEP_LIMITS: UpkeepLimits = {
  needle: limitOfDays(1),
  oil: limitOfDays(20),
  service: limitOfDays(120),
};

/** What holds for a workshop that set this, or nothing. */
export function upkeepLimitsOf(setting: string | null): UpkeepLimits {
  return setting === null ? UPKEEP_LIMITS : JSON.parse(setting);
}

/** What a machine did since something was done to it; null where nobody counts it. */
export interface Worked {
  readonly stitches: number | null;
  /** Clock hours in which pieces were made; null without a counter. */
  readonly hours: number | null;
  /** Working days that began since. */
  readonly days: number;
}

/** How far an upkeep is from due. */
export interface UpkeepShare {
  readonly measure: UpkeepMeasure;
  /** Reached of the limit, 0..1 and above. */
  readonly share: number;
  readonly isDue: boolean;
}

/** What was reached of a limit, in the best measure there is: share = reached / limit, due from 1 on. */
export function upkeepShare(worked: Worked, limit: UpkeepLimit): UpkeepShare {
  const measure = UPKEEP_MEASURES.find((each) => worked[each] !== null) ?? "days";
  const share = (worked[measure] ?? 0) / limit[measure];
  return { measure, share, isDue: share >= 1 };
}

function limitOfDays(days: number): UpkeepLimit {
  const hours = days * HOURS_A_DAY;
  return { stitches: hours * STITCHES_AN_HOUR, hours, days };
}
