import type { AccountRole, Permission } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { accessSignEn } from "./access-sign-en.ts";
import { accessSignFr } from "./access-sign-fr.ts";
import { type I18n, useI18n } from "./i18n.ts";

/** The words of signing in and out; apart from other pages' words, since walls never load them. */
export interface AccessSignI18n extends Omit<I18n, "t"> {
  readonly t: typeof accessSignFr;
  /** « 2 minutes », « 40 secondes »; of seconds, never below one. */
  span(seconds: number): string;
  /** « lire le journal ». */
  right(permission: Permission): string;
  /** Encadrement et Administration. */
  roles(of: readonly AccountRole[]): string;
}

const MINUTE_S = 60;
/** Up to here seconds are told one by one. */
const IN_SECONDS_S = 90;

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
    span: (seconds) =>
      seconds <= IN_SECONDS_S
        ? t.signIn.seconds(Math.max(1, Math.ceil(seconds)))
        : t.signIn.minutes(Math.ceil(seconds / MINUTE_S)),
    right: (permission) => t.permissions[wordOf(permission)],
    roles: (of) => list.format(of.map((role) => t.who.roles[role])),
  };
}

/** `journal.read` by the name of its words: `journalRead`. */
type WordOf<Name extends string> = Name extends `${infer Area}.${infer Act}`
  ? `${Area}${Capitalize<Act>}`
  : never;

function wordOf(permission: Permission): WordOf<Permission> {
  return permission.replace(/\.(\w)/, (_, first: string) =>
    first.toUpperCase(),
  ) as WordOf<Permission>;
}
