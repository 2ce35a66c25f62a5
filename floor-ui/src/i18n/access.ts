import { useMemo } from "preact/hooks";
import { accessEn } from "./access-en.ts";
import { accessFr } from "./access-fr.ts";
import { type AccessSignI18n, useSignWords } from "./access-sign.ts";
import { agoIn } from "./ago.ts";

/** The words of who may come in, beside those of signing in; no other page loads them. */
export interface AccessI18n extends Omit<AccessSignI18n, "t"> {
  readonly t: typeof accessFr;
  /** What the fields of a password say. */
  readonly sign: AccessSignI18n["t"]["signIn"];
  /** 22 nov. 2026; of a moment, UTC ms. */
  day(at: number): string;
  /** Il y a 3 jours; of milliseconds. */
  ago(ms: number): string;
}

/** In the language of the page. */
export function useAccessWords(): AccessI18n {
  const words = useSignWords();
  return useMemo(() => {
    const { language, timeZone } = words;
    const locale = language === "fr" ? "fr-FR" : "en-GB";
    const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" });
    return {
      ...words,
      t: language === "en" ? accessEn : accessFr,
      sign: words.t.signIn,
      day: (at) => date.format(at),
      ago: agoIn(language),
    };
  }, [words]);
}
