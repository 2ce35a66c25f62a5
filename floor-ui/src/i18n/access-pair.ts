import { accessPairEn } from "./access-pair-en.ts";
import { accessPairFr } from "./access-pair-fr.ts";
import { useI18n } from "./i18n.ts";

/** The words of a screen that waits to be let in; no other page loads them. */
export function usePairWords(): typeof accessPairFr {
  return useI18n().language === "en" ? accessPairEn : accessPairFr;
}
