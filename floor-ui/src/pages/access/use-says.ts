import type { Permission } from "@trame/shared";
import { useSignWords } from "../../i18n/access-sign.ts";

/** Spans and rights as sentences name them. */
export interface Says {
  /** « 2 minutes », « 40 secondes »; of seconds, never below one. */
  span(seconds: number): string;
  /** « lire le journal ». */
  right(permission: Permission): string;
}

const MINUTE_S = 60;
/** Up to here seconds are told one by one. */
const IN_SECONDS_S = 90;

/** In the language of the page. */
export function useSays(): Says {
  const { t } = useSignWords();
  return {
    span: (seconds) =>
      seconds <= IN_SECONDS_S
        ? t.signIn.seconds(Math.max(1, Math.ceil(seconds)))
        : t.signIn.minutes(Math.ceil(seconds / MINUTE_S)),
    right: (permission) => t.permissions[wordOf(permission)],
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
