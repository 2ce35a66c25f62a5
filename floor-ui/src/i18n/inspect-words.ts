import { useI18n } from "./i18n.ts";
import { inspectEn } from "./inspect-en.ts";
import { type InspectWords, inspectFr } from "./inspect-fr.ts";

/** In the language of the page; apart from the other pages' words, since no other page loads it. */
export function useInspectWords(): InspectWords {
  return useI18n().language === "en" ? inspectEn : inspectFr;
}
