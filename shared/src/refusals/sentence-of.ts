import type { RefusalCode } from "./codes.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** Languages in which refusals are told; French by default. */
export type Language = "fr" | "en";

/** What the workshop calls something in its own words; French stands in where English is not. */
export interface BlankWords {
  readonly fr: string;
  readonly en?: string;
}

/** What fills the `{blanks}` of a sentence. */
export type Blanks = Readonly<Record<string, string | number | BlankWords>>;

const SENTENCES = { fr, en };

/** `{station}`, or with the word that goes with a number, for one and for several: `{pieces|pièce|pièces}`. */
const BLANK = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;
/** As people write them: `10 000 000`, and the spaces do not break. */
const NUMBERS = {
  fr: new Intl.NumberFormat("fr", { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat("en", { maximumFractionDigits: 6 }),
};
const PLURALS = { fr: new Intl.PluralRules("fr"), en: new Intl.PluralRules("en") };

/** The sentence of a refusal in a language, its blanks filled in; a blank that is not given stays as it is. */
export function sentenceOf(code: RefusalCode, language: Language, blanks: Blanks = {}): string {
  return SENTENCES[language][code].replace(BLANK, (blank, name: string, ...words: string[]) => {
    if (!Object.hasOwn(blanks, name)) return blank;
    const value = blanks[name] ?? blank;
    const text = name === "time" ? clockIn(value, language) : inLanguage(value, language);
    const [one, many] = words;
    if (one === undefined) return text;
    const space = language === "fr" ? "\u00a0" : " ";
    return `${text}${space}${PLURALS[language].select(Number(value)) === "one" ? one : many}`;
  });
}

/** 11 h 15 in French, 11:15 in English; of a time of day, 11:15. */
function clockIn(value: Blanks[string], language: Language): string {
  const text = inLanguage(value, language);
  return language === "fr" ? text.replace(/^0?(\d+):(\d\d)$/, "$1\u00a0h\u00a0$2") : text;
}

function inLanguage(value: string | number | BlankWords, language: Language): string {
  if (typeof value === "number") return NUMBERS[language].format(value);
  return typeof value === "object" ? (value[language] ?? value.fr) : value;
}
