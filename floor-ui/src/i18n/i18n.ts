import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en } from "./en.ts";
import { createFormats, type Formats, type Language } from "./formats.ts";
import { type Dictionary, fr } from "./fr.ts";

/** The words and the formats of one language in the workshop's time zone. */
export interface I18n extends Formats {
  readonly language: Language;
  /** The workshop's. */
  readonly timeZone: string;
  readonly t: Dictionary;
}

/** `?lang=en`; anything else is French. */
export function parseLanguage(query: string | null | undefined): Language {
  return query === "en" ? "en" : "fr";
}

/** `timeZone` is the workshop's. */
export function createI18n(language: Language, timeZone: string): I18n {
  const t = language === "en" ? en : fr;
  return { language, timeZone, t, ...createFormats(language, timeZone) };
}

/** Handed down by the app. */
export const I18nContext = createContext<I18n | null>(null);

/** The language of the page that asks. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (i18n === null) throw new Error("useI18n outside the app");
  return i18n;
}
