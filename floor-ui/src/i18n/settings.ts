import type { Words } from "@trame/shared";
import { useMemo } from "preact/hooks";
import { type I18n, useI18n } from "./i18n.ts";
import { machinesEn } from "./machines-en.ts";
import { machinesFr } from "./machines-fr.ts";
import { settingsCountersEn } from "./settings-counters-en.ts";
import { settingsCountersFr } from "./settings-counters-fr.ts";
import { settingsEn } from "./settings-en.ts";
import { settingsFr } from "./settings-fr.ts";
import { settingsListsEn } from "./settings-lists-en.ts";
import { settingsListsFr } from "./settings-lists-fr.ts";
import { settingsPlanEn } from "./settings-plan-en.ts";
import { settingsPlanFr } from "./settings-plan-fr.ts";

/** What the pages of settings and machines say; apart from other pages' words, since walls and tablets never load them. */
const fr = {
  ...settingsFr,
  ...settingsPlanFr,
  ...settingsCountersFr,
  ...settingsListsFr,
  ...machinesFr,
};

export type SettingsWords = typeof fr;

const en: SettingsWords = {
  ...settingsEn,
  ...settingsPlanEn,
  ...settingsCountersEn,
  ...settingsListsEn,
  ...machinesEn,
};

/** The words and formats of the pages of settings. */
export interface SettingsI18n extends Omit<I18n, "t"> {
  readonly t: SettingsWords;
  /** A label in the page's language, or in French. */
  words(label: Words): string;
  /** 37 h 30; of minutes, however many. */
  hours(minutes: number): string;
  /** 0,42; as few digits as say it. */
  decimal(value: number): string;
  /** 0,40; two digits or as many as say it, so that times under each other line up. */
  minutes(value: number): string;
  /** 1 décembre 2026; of a day YYYY-MM-DD. */
  longDay(day: string): string;
  /** lun. 30 nov.; of a day YYYY-MM-DD. */
  shortDay(day: string): string;
  /** YYYY-MM-DD of a moment (UTC ms) in the workshop's zone. */
  dayOf(at: number): string;
  /** Poste 1, Poste 2 et Poste 3. */
  list(names: readonly string[]): string;
}

/** In the language of the page. */
export function useSettingsWords(): SettingsI18n {
  const i18n = useI18n();
  return useMemo(() => settingsWords(i18n), [i18n]);
}

/** The words beside the formats of `i18n`. */
function settingsWords(i18n: I18n): SettingsI18n {
  const { language, timeZone } = i18n;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const minutes = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  });
  const long = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "long" });
  const short = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: "UTC", weekday: "short", day: "numeric", month: "short", year: "numeric" },
  });
  // Swedish writes dates as computers do.
  const iso = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const wide = (text: string) => text.replaceAll("\u202f", "\u00a0");
  const noon = (day: string) => Date.parse(`${day}T12:00Z`) || 0;
  return {
    ...i18n,
    t: language === "en" ? en : fr,
    words: ({ fr: french, en: english }) =>
      language === "en" && english !== undefined ? english : french,
    hours(minutes) {
      const whole = Math.round(minutes);
      const rest = String(whole % 60).padStart(2, "0");
      return `${Math.floor(whole / 60)}\u00a0h\u00a0${rest}`;
    },
    decimal: (value) => wide(decimal.format(value)),
    minutes: (value) => wide(minutes.format(value)),
    longDay: (day) => long.format(noon(day)),
    shortDay: (day) => short.format(noon(day)),
    dayOf: (at) => iso.format(at),
    list: (names) => list.format(names),
  };
}
