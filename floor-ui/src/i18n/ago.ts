import type { Language } from "./formats.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** « il y a 3 jours »; of milliseconds. */
export function agoIn(language: Language): (ms: number) => string {
  const format = new Intl.RelativeTimeFormat(language === "fr" ? "fr-FR" : "en-GB");
  const say = (value: number, unit: Intl.RelativeTimeFormatUnit): string =>
    format.format(-value, unit).replaceAll("\u202f", "\u00a0").replace(/(\d) /, "$1\u00a0");
  return (ms) => {
    const age = Math.max(0, ms);
    if (age >= 2 * DAY_MS) return say(Math.floor(age / DAY_MS), "day");
    if (age >= HOUR_MS) return say(Math.floor(age / HOUR_MS), "hour");
    return say(Math.max(1, Math.floor(age / MINUTE_MS)), "minute");
  };
}
