import { useMemo } from "preact/hooks";
import { agoIn } from "./ago.ts";
import { backupsEn } from "./backups-en.ts";
import { backupsFr } from "./backups-fr.ts";
import { type I18n, useI18n } from "./i18n.ts";

/** The words and formats of backups; apart from other pages' words, since walls and tablets never load them. */
export interface BackupI18n extends Omit<I18n, "t"> {
  readonly t: typeof backupsFr;
  /** Lundi 23 novembre, 14 h 30; of a moment. */
  moment(at: number): string;
  /** lun. 23 nov. 2026, 14 h 30: where there is little room. */
  shortMoment(at: number): string;
  /** lun. 23 nov. 2026, 14 h 30 min 07 s: where two share a minute. */
  exactMoment(at: number): string;
  /** 1,2 Mo; of bytes. */
  size(bytes: number): string;
  /** il y a 3 jours; of milliseconds. */
  ago(ms: number): string;
}

const STEP = 1_000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** In the language of the page. */
export function useBackupWords(): BackupI18n {
  const i18n = useI18n();
  return useMemo(() => backupWords(i18n), [i18n]);
}

/** The words beside the formats of `i18n`. */
function backupWords(i18n: I18n): BackupI18n {
  const { language, timeZone } = i18n;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const t = language === "en" ? backupsEn : backupsFr;
  const long = new Intl.DateTimeFormat(locale, {
    ...{ timeZone, weekday: "long", day: "numeric", month: "long", year: "numeric" },
  });
  const short = new Intl.DateTimeFormat(locale, {
    ...{ timeZone, weekday: "short", day: "numeric", month: "short", year: "numeric" },
  });
  const sizes = UNITS.map(
    (unit) => new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }),
  );
  return {
    ...i18n,
    t,
    moment: (at) => `${long.format(at)}, ${i18n.time(at)}`,
    shortMoment: (at) => `${short.format(at)}, ${i18n.time(at)}`,
    exactMoment(at) {
      // Zones differ by whole minutes.
      const second = String(Math.floor(at / STEP) % 60).padStart(2, "0");
      const end = language === "fr" ? `\u00a0min\u00a0${second}\u00a0s` : `:${second}`;
      return `${short.format(at)}, ${i18n.time(at)}${end}`;
    },
    size(bytes) {
      const power = Math.min(3, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(STEP)));
      // The narrow space that Intl sets is missing from many fonts, and a plain one breaks.
      return (sizes[power]?.format(bytes / STEP ** power) ?? "").replaceAll(/[\u202f ]/g, "\u00a0");
    },
    ago: agoIn(language),
  };
}
