import { useMemo } from "preact/hooks";
import { useI18n } from "./i18n.ts";
import { type DeskI18n, deskWords } from "./prepare.ts";
import { privacyEn } from "./privacy-en.ts";
import { privacyFr } from "./privacy-fr.ts";

/** The words of privacy, which no other page loads, with the desk's formats. */
export interface PrivacyI18n extends Omit<DeskI18n, "t"> {
  readonly t: typeof privacyFr;
}

/** In the language of the page. */
export function usePrivacyWords(): PrivacyI18n {
  const i18n = useI18n();
  return useMemo(
    () => ({ ...deskWords(i18n), t: i18n.language === "en" ? privacyEn : privacyFr }),
    [i18n],
  );
}
