/** Why a text is no standard time. `unit-missing`: it could be minutes as well as hundredths. */
export type MinutesFault = "empty" | "unreadable" | "unit-missing" | "not-positive" | "too-long";

/** A text read as standard minutes, or why not. */
export type ParsedMinutes =
  | { readonly ok: true; readonly minutes: number }
  | { readonly ok: false; readonly reason: MinutesFault };

/** Longest time for one piece of one operation, as in the routing's schema. */
const MINUTES_MAX = 1_000;
/** From here on a figure without a unit may have been meant in cmn: no operation is allowed 5 cmn, three seconds, or less. */
const CERTAINLY_MINUTES_BELOW = 5;
const TEXT = /^(\d{1,9}(?:[.,]\d{1,6})?) ?(min|mn|minutes?|cmn|cmin)?\.?$/;

/**
 * Reads a standard time as people write it: « 0,42 », « 42 cmn », « 0.42 min » are all 0.42 minutes (1 cmn = 0.01 min).
 * A figure of 5 or more needs its unit, here or from the head of its column, since a mistake would be a hundredfold.
 *
 * @param unit what figures without one are in, when the column or field says so.
 */
export function parseStandardMinutes(text: string, unit?: "min" | "cmn"): ParsedMinutes {
  const plain = text.trim().replaceAll(/\s+/g, " ").toLowerCase();
  if (plain === "") return { ok: false, reason: "empty" };
  const [, figure, written = unit] = TEXT.exec(plain) ?? [];
  if (figure === undefined) return { ok: false, reason: "unreadable" };
  const value = Number(figure.replace(",", "."));
  if (written === undefined && value >= CERTAINLY_MINUTES_BELOW) {
    return { ok: false, reason: "unit-missing" };
  }
  const minutes = written?.startsWith("c") ? value / 100 : value;
  if (minutes <= 0) return { ok: false, reason: "not-positive" };
  return minutes > MINUTES_MAX ? { ok: false, reason: "too-long" } : { ok: true, minutes };
}
