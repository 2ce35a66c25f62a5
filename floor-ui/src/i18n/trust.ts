import { useI18n } from "./i18n.ts";
import { trustEn } from "./trust-en.ts";
import { trustFr } from "./trust-fr.ts";

/** In the language of the page. */
export function useTrustWords(): typeof trustFr {
  return useI18n().language === "en" ? trustEn : trustFr;
}
