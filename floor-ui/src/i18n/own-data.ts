import { useMemo } from "preact/hooks";
import { type I18n, useI18n } from "./i18n.ts";
import { ownDataEn } from "./own-data-en.ts";
import { ownDataFr } from "./own-data-fr.ts";

/** The formats of the page with the words of one's own data. */
export interface OwnDataI18n extends Omit<I18n, "t"> {
  readonly t: typeof ownDataFr;
}

/** In the language of the page. */
export function useOwnWords(): OwnDataI18n {
  const i18n = useI18n();
  return useMemo(() => ({ ...i18n, t: i18n.language === "en" ? ownDataEn : ownDataFr }), [i18n]);
}
