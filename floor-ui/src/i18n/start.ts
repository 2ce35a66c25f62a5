import { useMemo } from "preact/hooks";
import { type I18n, useI18n } from "./i18n.ts";
import { startEn } from "./start-en.ts";
import { startFr } from "./start-fr.ts";

/** The words and formats of the first start; apart from other pages' words, since they are read once in a workshop's life. */
export interface StartI18n extends Omit<I18n, "t"> {
  readonly t: typeof startFr;
  /** 0,42; of minutes. */
  decimal(value: number): string;
}

/** In the language of the page. */
export function useStartWords(): StartI18n {
  const i18n = useI18n();
  return useMemo(() => startWords(i18n), [i18n]);
}

/** The words beside the formats of `i18n`. */
function startWords(i18n: I18n): StartI18n {
  const { language } = i18n;
  const two = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    maximumFractionDigits: 2,
  });
  return {
    ...i18n,
    t: language === "en" ? startEn : startFr,
    decimal: (value) => two.format(value),
  };
}
