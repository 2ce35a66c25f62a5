import type { RefusalCode } from "@trame/shared";
import { commonPasswords } from "./common-passwords.ts";
import { nameKeyOf } from "./names.ts";

/** Code points. Length is what counts: nothing is asked of what a password is composed of. */
const PASSWORD_MIN = 10;
const PASSWORD_MAX = 128;

/** Why a password is not taken. */
export interface PasswordFault {
  readonly code: Extract<
    RefusalCode,
    "password-short" | "password-long" | "password-common" | "password-own"
  >;
  readonly limit: number;
}

/**
 * Looks at a password that somebody chooses; null: it is taken ([AC3]).
 * @param names of the account and the workshop: the first things that a colleague would try
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | null {
  const { length } = [...password];
  if (length < PASSWORD_MIN) return { code: "password-short", limit: PASSWORD_MIN };
  if (length > PASSWORD_MAX) return { code: "password-long", limit: PASSWORD_MAX };
  const plain = plainOf(password);
  if (isOneSign(plain) || isCommon(plain)) return { code: "password-common", limit: PASSWORD_MIN };
  const isOwn = isMadeOf(lettersOf(plain), names.flatMap(wordsOf));
  return isOwn ? { code: "password-own", limit: PASSWORD_MIN } : null;
}

/** Without case, accents and spaces. */
function plainOf(text: string): string {
  return nameKeyOf(text).replaceAll(" ", "");
}

/** Whole, and without the digits and signs at the end. */
function isCommon(plain: string): boolean {
  const common = commonPasswords();
  return common.has(plain) || common.has(bareOf(plain));
}

/** Without the year or the sign that is put behind a word so that it passes. */
function bareOf(plain: string): string {
  return plain.replace(/[\d\p{P}\p{S}]+$/u, "");
}

function isOneSign(plain: string): boolean {
  return new Set(plain).size <= 2;
}

/** Digits and signs around a name hide it from nobody. */
function lettersOf(plain: string): string {
  return plain.replace(/[\d\p{P}\p{S}]/gu, "");
}

/** The longest first: one may lie in another. */
function wordsOf(name: string): string[] {
  const words = nameKeyOf(name).split(" ").map(lettersOf);
  return words.filter((word) => word.length >= 3).toSorted((a, b) => b.length - a.length);
}

/** Words of the names, in any order, and nothing else. */
function isMadeOf(letters: string, words: readonly string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), letters);
  return letters !== "" && rest === "";
}
