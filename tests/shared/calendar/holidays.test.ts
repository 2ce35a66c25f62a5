import { easterOf, formatDay, holidayOn, holidaysOf, parseDay, weekdayOf } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const anyYear = fc.integer({ min: 2000, max: 2199 });

function written(region: "FR" | "FR-ALS", year: number): string[] {
  return holidaysOf(region, year).map(({ day, label }) => `${formatDay(day)} ${label.fr}`);
}

/** Easter by another way: Gauss's rule with Lilius's corrections (Gauss 1800, 1816), days after 21 March. */
function easterByGauss(year: number): string {
  const k = Math.floor(year / 100);
  const m = (15 - Math.floor((13 + 8 * k) / 25) + k - Math.floor(k / 4)) % 30;
  const n = (4 + k - Math.floor(k / 4)) % 7;
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  let after = d + e + 1;
  if (d === 29 && e === 6) after -= 7;
  if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) after -= 7;
  return new Date(Date.UTC(year, 2, 21 + after)).toISOString().slice(0, 10);
}

describe("public holidays", () => {
  it("[K8] of 2026 are the eleven of the law", () => {
    expect(written("FR", 2026)).toEqual([
      "2026-01-01 Jour de l’an",
      "2026-04-06 Lundi de Pâques",
      "2026-05-01 Fête du Travail",
      "2026-05-08 Victoire 1945",
      "2026-05-14 Ascension",
      "2026-05-25 Lundi de Pentecôte",
      "2026-07-14 Fête nationale",
      "2026-08-15 Assomption",
      "2026-11-01 Toussaint",
      "2026-11-11 Armistice 1918",
      "2026-12-25 Noël",
    ]);
  });

  it("[K8] are thirteen in Alsace-Moselle", () => {
    const more = written("FR-ALS", 2026).filter((day) => !written("FR", 2026).includes(day));

    expect(more).toEqual(["2026-04-03 Vendredi saint", "2026-12-26 Saint-Étienne"]);
    expect(holidaysOf("FR-ALS", 2026)).toHaveLength(13);
  });

  it("[K8] may fall on one day: in 2008 the Ascension was on 1 May", () => {
    const days = written("FR", 2008).filter((day) => day.startsWith("2008-05-01"));

    expect(days).toEqual(["2008-05-01 Fête du Travail", "2008-05-01 Ascension"]);
    expect(holidayOn("FR", parseDay("2008-05-01") ?? 0)?.label.en).toBe("Labour Day");
    expect(holidayOn("FR", parseDay("2008-05-02") ?? 0)).toBeNull();
  });

  it.each([
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2011, "2011-04-24"],
    [2024, "2024-03-31"],
    [2026, "2026-04-05"],
    [2038, "2038-04-25"],
    [2076, "2076-04-19"],
  ])("[K8] turn around Easter, in %d on %s", (year, day) => {
    expect(formatDay(easterOf(year))).toBe(day);
  });

  it("[K8] turn around the Easter that Gauss found too, in any year", () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const easter = easterOf(year);
        expect(formatDay(easter)).toBe(easterByGauss(year));
        expect(weekdayOf(easter)).toBe(7);
      }),
      { numRuns: 200 },
    );
  });
});
