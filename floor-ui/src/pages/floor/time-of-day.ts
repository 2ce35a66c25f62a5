import type { Scene } from "../wall/scene.ts";

/** What tells the workshop's time. */
type Clock = Pick<Scene, "head" | "asOf" | "i18n">;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A working day may begin with the evening before, and end with the next morning. */
const HOURS_BEFORE = 4;
const HOURS_AFTER = 20;

/**
 * The moment of the working day that a time on the clock (`10:05`) names, UTC ms; null for what is no time. Each clock hour is
 * asked for its name, none is computed; of the two of a night that has one hour twice the later one that is past is meant.
 */
export function momentOfTime(text: string, { head, asOf, i18n }: Clock): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const first = head.clockHours[0] ?? Math.floor(asOf / HOUR_MS) * HOUR_MS - 12 * HOUR_MS;
  const named = Array.from(
    { length: HOURS_BEFORE + HOURS_AFTER },
    (_, index) => first + (index - HOURS_BEFORE) * HOUR_MS,
  )
    .filter((at) => Number(i18n.timeParts(at).hour) === Number(hour))
    .map((at) => at + Number(minute) * MINUTE_MS);
  return named.findLast((at) => at <= asOf) ?? named[0] ?? null;
}

/** `10:05`: as a field for times takes it. */
export function fieldTime(at: number, { i18n }: Pick<Clock, "i18n">): string {
  const { hour, minute } = i18n.timeParts(at);
  return `${hour.padStart(2, "0")}:${minute}`;
}
