import type { Words } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { balanceEn } from "./balance-en.ts";
import { balanceFr } from "./balance-fr.ts";
import { type I18n, useI18n } from "./i18n.ts";

/** The words and formats of who does what; apart from other pages' words, since walls and tablets never load them. */
export interface BalanceI18n extends Omit<I18n, "t"> {
  readonly t: typeof balanceFr;
  /** A label in the page's language, or in French. */
  words(label: Words): string;
  /** 0,72 min. */
  minutes(value: number): string;
  /** 87 %; of a ratio. */
  percent(ratio: number): string;
  /** Fleur, Luc et Noa. */
  list(names: readonly string[]): string;
}

/** In the language of the page. */
export function useBalanceWords(): BalanceI18n {
  const i18n = useI18n();
  return useMemo(() => balanceWords(i18n), [i18n]);
}

/** The words beside the formats of `i18n`. */
function balanceWords(i18n: I18n): BalanceI18n {
  const { language } = i18n;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const t = language === "en" ? balanceEn : balanceFr;
  const two = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: "negative",
  });
  const percent = new Intl.NumberFormat(locale, { style: "percent", signDisplay: "negative" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  // The narrow space that Intl sets is missing from many fonts.
  const wide = (text: string) => text.replaceAll("\u202f", "\u00a0");
  return {
    ...i18n,
    t,
    words: ({ fr: french, en: english }) =>
      language === "en" && english !== undefined ? english : french,
    minutes: (value) => t.division.minutes(two.format(value)),
    percent: (ratio) => wide(percent.format(ratio)),
    list: (names) => list.format(names),
  };
}
