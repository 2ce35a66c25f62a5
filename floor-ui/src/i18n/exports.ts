import { useMemo } from "preact/hooks";
import { exportsEn } from "./exports-en.ts";
import { exportsFr } from "./exports-fr.ts";
import { type DeskI18n, useDeskWords } from "./prepare.ts";

/** The words of exports beside the formats of the desk; loaded with its page only. */
export interface ExportsI18n extends Omit<DeskI18n, "t"> {
  readonly t: typeof exportsFr;
  /** 23/11/2026, 16 h 52; of a moment (UTC ms). */
  moment(at: number): string;
}

/** In the language of the page. */
export function useExportsWords(): ExportsI18n {
  const i18n = useDeskWords();
  return useMemo(() => {
    const moment = (at: number): string => `${i18n.day(i18n.dayOf(at))}, ${i18n.time(at)}`;
    return { ...i18n, moment, t: i18n.language === "en" ? exportsEn : exportsFr };
  }, [i18n]);
}
