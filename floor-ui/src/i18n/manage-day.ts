import type { Words } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { type I18n, useI18n } from "./i18n.ts";
import { manageDayEn } from "./manage-day-en.ts";
import { manageDayFr } from "./manage-day-fr.ts";

/** The words and formats of reports; apart from other pages' words, since walls and tablets never load them. */
export interface ReportI18n extends Omit<I18n, "t"> {
  readonly t: typeof manageDayFr;
  /** A label in the page's language, or in French. */
  words(label: Words): string;
  /** Lundi 16 mars 2026; of a day YYYY-MM-DD. */
  longDay(day: string): string;
  /** 16 mars 2026. */
  fullDay(day: string): string;
  /** 16; the day of its month. */
  dayNumber(day: string): string;
  /** Mars 2026. */
  monthYear(day: string): string;
  /** mars; févr. */
  shortMonth(day: string): string;
  /** YYYY-MM-DD of a moment (UTC ms) in the workshop's zone. */
  dayOf(at: number): string;
  /** 0,42; of minutes for one piece. */
  hundredth(value: number): string;
  /** 83,4 %, or a dash where it is undefined. */
  ratio(value: number | null): string;
  /** 83 %. */
  whole(ratio: number): string;
}

const MINUS = "\u2212";

/** In the language of the page. */
export function useReportWords(): ReportI18n {
  const i18n = useI18n();
  return useMemo(() => reportWords(i18n), [i18n]);
}

/** The words beside the formats of `i18n`. */
export function reportWords(i18n: I18n): ReportI18n {
  const { language, timeZone } = i18n;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const calendar = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (day: string) => format.format(Date.parse(`${day}T12:00Z`));
  };
  const long = calendar({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const monthYear = calendar({ month: "long", year: "numeric" });
  const sign = { signDisplay: "negative" } as const;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const two = new Intl.NumberFormat(locale, { ...sign, ...digits });
  const whole = new Intl.NumberFormat(locale, { ...sign, style: "percent" });
  // Swedish writes dates as computers do.
  const iso = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  return {
    ...i18n,
    number: (value) => i18n.number(value).replace("-", MINUS),
    t: language === "en" ? manageDayEn : manageDayFr,
    words: ({ fr: french, en: english }) =>
      language === "en" && english !== undefined ? english : french,
    longDay: (day) => capital(long(day)),
    fullDay: calendar({ day: "numeric", month: "long", year: "numeric" }),
    dayNumber: calendar({ day: "numeric" }),
    monthYear: (day) => capital(monthYear(day)),
    shortMonth: calendar({ month: "short" }),
    dayOf: (at) => iso.format(at),
    hundredth: (value) => two.format(value),
    // The narrow space that Intl sets is missing from many fonts.
    whole: (value) => whole.format(value).replaceAll("\u202f", "\u00a0"),
    ratio: (value) => (value === null ? "—" : i18n.percent(value)),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
