import type { Words } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { deskMenuEn } from "./desk-menu-en.ts";
import { deskMenuFr } from "./desk-menu-fr.ts";
import { type I18n, useI18n } from "./i18n.ts";
import { prepareEn } from "./prepare-en.ts";
import { prepareFloorEn } from "./prepare-floor-en.ts";
import { prepareFloorFr } from "./prepare-floor-fr.ts";
import { prepareFr } from "./prepare-fr.ts";
import { prepareOrderEn } from "./prepare-order-en.ts";
import { prepareOrderFr } from "./prepare-order-fr.ts";
import { prepareStoryEn } from "./prepare-story-en.ts";
import { prepareStoryFr } from "./prepare-story-fr.ts";
import { prepareStyleEn } from "./prepare-style-en.ts";
import { prepareStyleFr } from "./prepare-style-fr.ts";

/** What the pages of the desk say; apart from the other pages' words, since walls and tablets never load it. */
const fr = {
  ...deskMenuFr,
  ...prepareFr,
  ...prepareOrderFr,
  ...prepareStyleFr,
  ...prepareFloorFr,
  ...prepareStoryFr,
};

export type DeskWords = typeof fr;

const en: DeskWords = {
  ...deskMenuEn,
  ...prepareEn,
  ...prepareOrderEn,
  ...prepareStyleEn,
  ...prepareFloorEn,
  ...prepareStoryEn,
};

/** The words and formats of a desk page. */
export interface DeskI18n extends Omit<I18n, "t"> {
  readonly t: DeskWords;
  /** 18/12/2026; of a day YYYY-MM-DD. */
  day(day: string): string;
  /** A label in the page's language, or in French. */
  words(label: Words): string;
  /** YYYY-MM-DD of a moment (UTC ms) in the workshop's zone. */
  dayOf(at: number): string;
}

/** In the language of the page. */
export function useDeskWords(): DeskI18n {
  const i18n = useI18n();
  return useMemo(() => deskWords(i18n), [i18n]);
}

/** The desk's words beside the formats of `i18n`. */
export function deskWords(i18n: I18n): DeskI18n {
  const { language, timeZone } = i18n;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "short" });
  // Swedish writes dates as computers do.
  const iso = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  return {
    ...i18n,
    t: language === "en" ? en : fr,
    day: (day) => short.format(Date.parse(`${day}T12:00Z`)),
    words: ({ fr: french, en: english }) =>
      language === "en" && english !== undefined ? english : french,
    dayOf: (at) => iso.format(at),
  };
}
