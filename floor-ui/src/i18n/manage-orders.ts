import { useMemo } from "preact/hooks";
import { manageOrderLifeEn } from "./manage-order-life-en.ts";
import { manageOrderLifeFr } from "./manage-order-life-fr.ts";
import { manageOrdersEn } from "./manage-orders-en.ts";
import { manageOrdersFr } from "./manage-orders-fr.ts";
import { type DeskI18n, type DeskWords, useDeskWords } from "./prepare.ts";

const fr = { ...manageOrdersFr, ...manageOrderLifeFr };
const en: typeof fr = { ...manageOrdersEn, ...manageOrderLifeEn };

/** The desk's words with those of the orders; apart, since the other pages never load these. */
export interface OrdersI18n extends Omit<DeskI18n, "t"> {
  readonly t: DeskWords & typeof fr;
  /** mardi 24 nov.; of a day YYYY-MM-DD. */
  weekday(day: string): string;
  /** 0,42; of minutes for one piece. */
  hundredth(value: number): string;
  /** 83 %; of a ratio. */
  whole(ratio: number): string;
  /** 16 – 20 nov.; of days YYYY-MM-DD, ascending. */
  range(days: readonly string[]): string;
  /** Fleur, Luc et Noa. */
  list(names: readonly string[]): string;
}

/** In the language of the page. */
export function useOrdersWords(): OrdersI18n {
  const i18n = useDeskWords();
  return useMemo(() => ordersWords(i18n), [i18n]);
}

/** The orders' words beside those of the desk. */
export function ordersWords(i18n: DeskI18n): OrdersI18n {
  const { language } = i18n;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const calendar = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "short",
  });
  const short = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
  });
  const sign = { signDisplay: "negative" } as const;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const two = new Intl.NumberFormat(locale, { ...sign, ...digits });
  const whole = new Intl.NumberFormat(locale, {
    ...sign,
    style: "percent",
    maximumFractionDigits: 0,
  });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const at = (day: string) => Date.parse(`${day}T12:00Z`);
  // The narrow space that Intl sets is missing from many fonts.
  const wide = (text: string) => text.replaceAll("\u202f", "\u00a0");
  return {
    ...i18n,
    t: { ...i18n.t, ...(language === "en" ? en : fr) },
    weekday: (day) => calendar.format(at(day)).replaceAll(" ", "\u00a0"),
    hundredth: (value) => wide(two.format(value)),
    whole: (ratio) => wide(whole.format(ratio)),
    range(days) {
      const [first, last] = [days[0], days.at(-1)];
      if (first === undefined || last === undefined) return "";
      return first === last
        ? short.format(at(first))
        : wide(short.formatRange(at(first), at(last))).replaceAll("\u2009", "\u00a0");
    },
    list: (names) => list.format(names),
  };
}
