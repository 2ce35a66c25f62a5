/** Languages of the screens. */
export type Language = "fr" | "en";

/** A time of day in parts, since walls set the separator smaller: 16 h 40, 16:40. */
export interface TimeParts {
  readonly hour: string;
  readonly separator: string;
  readonly minute: string;
}

/** Numbers and times as people of the workshop write them. Moments are UTC ms. */
export interface Formats {
  /** 12 000; rounded to whole pieces. */
  number(value: number): string;
  /** 2,4; one digit after the point, always. */
  tenth(value: number): string;
  /** 97,8 %; of a ratio 0..1. */
  percent(ratio: number): string;
  /** −18, 0, +4. */
  signed(value: number): string;
  timeParts(at: number): TimeParts;
  /** 16 h 40. */
  time(at: number): string;
  /** 16 h. */
  hour(at: number): string;
  /** 16 h, 16: under a bar, where there is little room. */
  hourShort(at: number): string;
  /** 23 min, 1 h 05, 2 j; of milliseconds, never below 0. */
  duration(ms: number): string;
  /** lundi 23 novembre; of a day YYYY-MM-DD. */
  date(day: string): string;
  /** 23 nov.; of a day YYYY-MM-DD. */
  dayMonth(day: string): string;
  /** The same of a moment. */
  dayMonthAt(at: number): string;
}

const MINUS = "\u2212";
const NBSP = "\u00a0";

/** `timeZone` is the workshop's; the browser only names hours in it, it computes none. */
export function createFormats(language: Language, timeZone: string): Formats {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  // What rounds to nothing from below has no sign: nobody reads −0.
  const sign = { signDisplay: "negative" } as const;
  const whole = new Intl.NumberFormat(locale, { ...sign, maximumFractionDigits: 0 });
  const tenths = { ...sign, minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const tenth = new Intl.NumberFormat(locale, tenths);
  const percent = new Intl.NumberFormat(locale, { style: "percent", ...tenths });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const calendar = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  // The narrow space that Intl sets between thousands is missing from many fonts; its minus is a hyphen.
  const dayOf = (zone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, day: "numeric", month: "short" });
  const widen = (text: string) => text.replaceAll("\u202f", NBSP).replace("-", MINUS);
  const number = (value: number) => widen(whole.format(value));
  function timeParts(at: number): TimeParts {
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    const hour = String(Number(parts.get("hour")));
    const isFrench = language === "fr";
    return {
      hour: isFrench ? hour : hour.padStart(2, "0"),
      separator: isFrench ? "h" : ":",
      minute: (parts.get("minute") ?? "").padStart(2, "0"),
    };
  }
  return {
    number,
    timeParts,
    tenth: (value) => widen(tenth.format(value)),
    percent: (ratio) => widen(percent.format(ratio)),
    signed(value) {
      const rounded = Math.round(value);
      if (rounded === 0) return "0";
      return `${rounded < 0 ? MINUS : "+"}${number(Math.abs(rounded))}`;
    },
    time(at) {
      const { hour, separator, minute } = timeParts(at);
      return language === "fr"
        ? `${hour}${NBSP}${separator}${NBSP}${minute}`
        : `${hour}${separator}${minute}`;
    },
    hour(at) {
      const { hour, minute } = timeParts(at);
      return language === "fr" ? `${hour}${NBSP}h` : `${hour}:${minute}`;
    },
    hourShort(at) {
      const { hour, minute } = timeParts(at);
      if (language === "fr") return `${hour}${NBSP}h`;
      return minute === "00" ? String(Number(hour)) : `${hour}:${minute}`;
    },
    duration(ms) {
      const minutes = Math.max(0, Math.floor(ms / 60_000));
      const hours = Math.floor(minutes / 60);
      if (hours === 0) return `${minutes}${NBSP}min`;
      if (hours >= 48) return `${Math.floor(hours / 24)}${NBSP}${language === "fr" ? "j" : "d"}`;
      return `${hours}${NBSP}h${NBSP}${String(minutes % 60).padStart(2, "0")}`;
    },
    date: (day) => calendar.format(Date.parse(`${day}T12:00Z`)),
    dayMonth: (day) => dayOf("UTC").format(Date.parse(`${day}T12:00Z`)),
    dayMonthAt: (at) => dayOf(timeZone).format(at),
  };
}

/** The words of a count, by the plural rules of a language. */
export function createCounting(language: Language) {
  const rules = new Intl.PluralRules(language);
  const { number } = createFormats(language, "UTC");
  return {
    /** The word alone, for a number that is set apart: `pièce`, `pièces`. */
    word: (count: number, one: string, other: string) =>
      rules.select(count) === "one" ? one : other,
    /** Number and word: `2 pièces`. */
    count: (count: number, one: string, other: string) =>
      `${number(count)}${NBSP}${rules.select(count) === "one" ? one : other}`,
  };
}
