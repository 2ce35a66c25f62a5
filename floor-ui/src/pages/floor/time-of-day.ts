import type { Scene } from "../wall/scene.ts";

/** What tells the workshop's time. */
type Clock = Pick<Scene, "head" | "asOf" | "i18n">;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A working day may begin with the evening before, and end with the next morning. */
const HOURS_BEFORE = 4;
const HOURS_AFTER = 20;

/**
 * The moment of the working day that a time on the clock (`10:05`) names, UTC ms; null for what is no time. Where a day has it
 * twice (a night of 25 hours, a day worked around the clock) the later one that is past is meant.
 */
export function momentOfTime(text: string, clock: Clock): number | null {
  const named = momentsNamed(text, clock);
  return named.findLast((at) => at <= clock.asOf) ?? named[0] ?? null;
}

/** As {@link momentOfTime}, of what is still to come: null for a time that is past today. */
export function comingMomentOfTime(text: string, clock: Clock): number | null {
  return momentsNamed(text, clock).find((at) => at > clock.asOf) ?? null;
}

/** Each clock hour of the working day is asked for its name, none is computed. */
function momentsNamed(text: string, { head, asOf, i18n }: Clock): number[] {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return [];
  const { clockHours } = head;
  const first = clockHours[0] ?? Math.floor(asOf / HOUR_MS) * HOUR_MS - 12 * HOUR_MS;
  return Array.from(
    { length: HOURS_BEFORE + Math.max(HOURS_AFTER, clockHours.length) },
    (_, index) => first + (index - HOURS_BEFORE) * HOUR_MS,
  )
    .filter((at) => Number(i18n.timeParts(at).hour) === Number(hour))
    .map((at) => at + Number(minute) * MINUTE_MS);
}

/** `10:05`: as a field for times takes it. */
export function fieldTime(at: number, { i18n }: Pick<Clock, "i18n">): string {
  const { hour, minute } = i18n.timeParts(at);
  return `${hour.padStart(2, "0")}:${minute}`;
}
