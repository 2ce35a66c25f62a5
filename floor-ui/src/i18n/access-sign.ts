import type { AccountRole } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { accessSignEn } from "./access-sign-en.ts";
import { accessSignFr } from "./access-sign-fr.ts";
import { type I18n, useI18n } from "./i18n.ts";

/** The words of signing in and out; apart from other pages' words, since walls never load them. */
export interface AccessSignI18n extends Omit<I18n, "t"> {
  readonly t: typeof accessSignFr;
  /** Encadrement et Administration. */
  roles(of: readonly AccountRole[]): string;
}

/** In the language of the page. */
export function useSignWords(): AccessSignI18n {
  const i18n = useI18n();
  return useMemo(() => signWords(i18n), [i18n]);
}

function signWords(i18n: I18n): AccessSignI18n {
  const t = i18n.language === "en" ? accessSignEn : accessSignFr;
  const locale = i18n.language === "en" ? "en-GB" : "fr-FR";
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    ...i18n,
    t,
    roles: (of) => list.format(of.map((role) => t.who.roles[role])),
  };
}
