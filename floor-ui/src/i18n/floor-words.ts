import type { Words } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { floorEn } from "./floor-en.ts";
import { floorFr } from "./floor-fr.ts";
import { floorTeamEn } from "./floor-team-en.ts";
import { floorTeamFr } from "./floor-team-fr.ts";
import { floorWorkEn } from "./floor-work-en.ts";
import { floorWorkFr } from "./floor-work-fr.ts";
import { type I18n, useI18n } from "./i18n.ts";

/** What the supervisor's page says; apart from other pages' words, since walls and tablets never load it. */
const fr = { ...floorFr, ...floorWorkFr, ...floorTeamFr };

export type FloorWords = typeof fr;

const en: FloorWords = { ...floorEn, ...floorWorkEn, ...floorTeamEn };

/** The words and formats of the supervisor's page. */
export interface FloorI18n extends Omit<I18n, "t"> {
  readonly t: FloorWords;
  /** What the walls say too: states, tiles. */
  readonly wall: I18n["t"];
  /** A label in the page's language, or in French. */
  words(label: Words): string;
  /** 97,8 %; of a ratio. */
  percent(ratio: number): string;
  /** 2,4. */
  decimal(value: number): string;
}

/** In the language of the page. */
export function useFloorWords(): FloorI18n {
  const i18n = useI18n();
  return useMemo(() => floorWords(i18n), [i18n]);
}

/** The supervisor's words beside the formats of `i18n`. */
export function floorWords(i18n: I18n): FloorI18n {
  const { language } = i18n;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const one = { ...digits, signDisplay: "negative" } as const;
  const decimal = new Intl.NumberFormat(locale, one);
  const percent = new Intl.NumberFormat(locale, { ...one, style: "percent" });
  // The narrow space that Intl sets is missing from many fonts.
  const wide = (text: string) => text.replaceAll("\u202f", "\u00a0");
  return {
    ...i18n,
    t: language === "en" ? en : fr,
    wall: i18n.t,
    words: ({ fr: french, en: english }) =>
      language === "en" && english !== undefined ? english : french,
    percent: (ratio) => wide(percent.format(ratio)),
    decimal: (value) => wide(decimal.format(value)),
  };
}
