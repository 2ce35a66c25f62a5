import { type DayNumber, dayOfDate, formatDay } from "./days.ts";

/** Whose public holidays: all of France, or with the two days more of Moselle, Bas-Rhin and Haut-Rhin. */
export type HolidayRegion = "FR" | "FR-ALS";

/** A public holiday of one year. */
export interface Holiday {
  readonly day: DayNumber;
  readonly label: { readonly fr: string; readonly en: string };
}

interface Rule {
  readonly fr: string;
  readonly en: string;
  /** Month and day, or days after Easter Sunday. */
  readonly on: readonly [month: number, day: number] | number;
  /** Alsace-Moselle only. */
  readonly isLocal?: true;
}

/**
 * The eleven days of Code du travail, art. L3133-1, and the two that art. L3134-13 adds in Alsace-Moselle: Good Friday (by the law in
 * communes with a Protestant church) and 26 December. They are public holidays; who works on them all the same writes an exception.
 */
const RULES: readonly Rule[] = [
  { fr: "Jour de l’an", en: "New Year’s Day", on: [1, 1] },
  { fr: "Vendredi saint", en: "Good Friday", on: -2, isLocal: true },
  { fr: "Lundi de Pâques", en: "Easter Monday", on: 1 },
  { fr: "Fête du Travail", en: "Labour Day", on: [5, 1] },
  { fr: "Victoire 1945", en: "Victory 1945", on: [5, 8] },
  { fr: "Ascension", en: "Ascension Day", on: 39 },
  { fr: "Lundi de Pentecôte", en: "Whit Monday", on: 50 },
  { fr: "Fête nationale", en: "Bastille Day", on: [7, 14] },
  { fr: "Assomption", en: "Assumption Day", on: [8, 15] },
  { fr: "Toussaint", en: "All Saints’ Day", on: [11, 1] },
  { fr: "Armistice 1918", en: "Armistice 1918", on: [11, 11] },
  { fr: "Noël", en: "Christmas Day", on: [12, 25] },
  { fr: "Saint-Étienne", en: "Saint Stephen’s Day", on: [12, 26], isLocal: true },
];

/** The public holidays of a year in the order of its days: 11, or 13 in Alsace-Moselle; two may fall on one day. */
export function holidaysOf(region: HolidayRegion, year: number): Holiday[] {
  const easter = easterOf(year);
  return RULES.filter(({ isLocal }) => region === "FR-ALS" || isLocal !== true)
    .map(({ fr, en, on }) => ({
      day: typeof on === "number" ? easter + on : dayOfDate({ year, month: on[0], day: on[1] }),
      label: { fr, en },
    }))
    .toSorted((a, b) => a.day - b.day);
}

/** The public holiday that a day is; null for any other day. */
export function holidayOn(region: HolidayRegion, day: DayNumber): Holiday | null {
  const year = Number(formatDay(day).slice(0, 4));
  return holidaysOf(region, year).find((holiday) => holiday.day === day) ?? null;
}

/**
 * Easter Sunday of a year of the Gregorian calendar: the anonymous computus that Nature printed on 20 April 1876, as Jean Meeus
 * gives it (Astronomical Algorithms, 2nd ed., chapter 8). The letters are theirs.
 */
export function easterOf(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOfDate({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}
