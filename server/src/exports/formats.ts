import type { Language } from "@trame/shared";
import type { ColumnKind, Value } from "./book.ts";

const NBSP = "\u00a0";

/** Figures, days and hours as people read them on paper. */
export interface Formats {
  /** 1 117; 0,42. */
  number(value: number, digits?: number): string;
  /** 81,6 %; « — » where there is none. */
  percent(ratio: number | null): string;
  /** 23/11/2026; of a day YYYY-MM-DD. */
  day(day: string): string;
  /** 16 h 52, in the workshop's zone. */
  time(at: number): string;
  /** 23/11/2026 à 16 h 52. */
  moment(at: number): string;
}

/** A day; the word for the total stands in the same column. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What stands where nothing is known. */
export const UNKNOWN = "—";

/** A figure that may be known to nobody, or not be told. */
export function told(value: number | null, format: (value: number) => string): string {
  return value === null ? UNKNOWN : format(value);
}

/** The formats of a language in the workshop's zone. */
export function createFormats(language: Language, timeZone: string): Formats {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const percents = new Intl.NumberFormat(locale, {
    style: "percent",
    signDisplay: "negative",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const days = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "short" });
  const between = language === "fr" ? " à " : " at ";
  const numbers = new Map<number, Intl.NumberFormat>();

  function number(value: number, digits = 0): string {
    let format = numbers.get(digits);
    if (format === undefined) {
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      // What rounds to nothing from below has no sign: nobody reads −0.
      format = new Intl.NumberFormat(locale, { ...fraction, signDisplay: "negative" });
      numbers.set(digits, format);
    }
    return wide(format.format(value)).replace(/^-/, "−");
  }
  const day = (of: string): string => days.format(Date.parse(`${of}T12:00Z`));
  function time(at: number): string {
    const [hour, minute] = wallClock(at, timeZone).slice(11, 16).split(":");
    return language === "fr" ? `${Number(hour)}${NBSP}h${NBSP}${minute}` : `${hour}:${minute}`;
  }
  return {
    number,
    percent: (ratio) => (ratio === null ? UNKNOWN : wide(percents.format(ratio))),
    day,
    time,
    moment: (at) => `${day(wallClock(at, timeZone).slice(0, 10))}${between}${time(at)}`,
  };
}

/** A moment in a zone, as its clocks show it: `2026-11-23T16:52:00`. */
export function wallClock(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });
}

/** A moment for programs: `2026-11-23T16:52:00+01:00`. */
export function withOffset(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** A value of a column as a printed table shows it. */
export function printedValue(value: Value, kind: ColumnKind, formats: Formats): string {
  if (value === null) return "";
  if (typeof value === "string") {
    return kind === "day" && DAY.test(value) ? formats.day(value) : value;
  }
  switch (kind) {
    case "moment":
      return formats.moment(value);
    case "ratio":
      return formats.percent(value);
    case "minutes":
      return formats.number(value, 1);
    case "number":
      return formats.number(value, 2);
    default:
      return formats.number(value);
  }
}

/** The narrow space that Intl sets is missing from many fonts. */
function wide(text: string): string {
  return text.replaceAll("\u202f", NBSP);
}
