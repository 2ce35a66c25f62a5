import { useI18n } from "./i18n.ts";
import { trustEn } from "./trust-en.ts";
import { trustFr } from "./trust-fr.ts";

/** French is the reference; lists of steps may have other lengths. */
export type TrustWords = {
  readonly [Key in keyof typeof trustFr]: (typeof trustFr)[Key] extends string
    ? string
    : (typeof trustFr)[Key] extends readonly string[]
      ? readonly string[]
      : (typeof trustFr)[Key];
};

/** In the language of the page. */
export function useTrustWords(): TrustWords {
  return useI18n().language === "en" ? trustEn : trustFr;
}
