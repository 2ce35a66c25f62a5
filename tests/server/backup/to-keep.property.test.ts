/** However backups came about, and whatever the clock did: enough of them stay, and the last good one always. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEPT, type Kept, toKeep } from "../../../server/src/backup/to-keep.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-23T12:00:00Z");
const timeZone = "Europe/Paris";
const settings = { seed: 20_261_123 };

const kinds = ["hourly", "nightly", "manual", "before-restore", "uploaded"] as const;
/** Ages up to 500 days; some are dated in the future, some are damaged. */
const backups = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      at: fc.integer({ min: -3 * 24, max: 500 * 24 }).map((hours) => NOW - hours * HOUR),
      damagedAt: fc.constantFrom(null, null, null, NOW),
    }),
    { maxLength: 400 },
  )
  .map((all): Kept[] => all.map((each, index) => ({ ...each, id: `${index}` })));

function keptOf(all: readonly Kept[]): Kept[] {
  const kept = toKeep(all, { now: NOW, timeZone });
  return all.filter(({ id }) => kept.has(id));
}

const isSound = ({ at, damagedAt }: Kept): boolean => at <= NOW && damagedAt === null;
const dateOf = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

describe("which backups stay", () => {
  it("[BK5] the newest sound one always stays, and so does each that is dated in the future", () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptOf(all);
        const newest = all.filter(isSound).toSorted((a, b) => b.at - a.at)[0];
        if (newest !== undefined) expect(kept.some(({ at }) => at === newest.at)).toBe(true);
        expect(kept).toEqual(expect.arrayContaining(all.filter(({ at }) => at > NOW)));
      }),
      settings,
    );
  });

  it("[BK5] 24 hours stay, one of each of 14 days, 8 weeks and 12 months, and ten of each kind by hand", () => {
    fc.assert(
      fc.property(backups, (all) => {
        const sound = all.filter(isSound);
        const kept = keptOf(sound);
        const of = (list: readonly Kept[], kind: Kept["kind"]) =>
          list.filter((each) => each.kind === kind);
        const days = (list: readonly Kept[]) =>
          new Set(of(list, "nightly").map((n) => dateOf(n.at)));
        const months = (list: readonly Kept[]) =>
          new Set(of(list, "nightly").map((n) => dateOf(n.at).slice(0, 7)));
        expect(of(kept, "hourly").length).toBe(Math.min(KEPT.hourly, of(sound, "hourly").length));
        expect(days(kept).size).toBeGreaterThanOrEqual(Math.min(KEPT.daily, days(sound).size));
        expect(months(kept).size).toBeGreaterThanOrEqual(
          Math.min(KEPT.monthly, months(sound).size),
        );
        for (const kind of ["manual", "before-restore", "uploaded"] as const) {
          expect(of(kept, kind).length).toBe(Math.min(KEPT.others, of(sound, kind).length));
        }
        expect(of(kept, "nightly").length).toBeLessThanOrEqual(14 + 8 + 12 + 1);
      }),
      settings,
    );
  });

  it("[BK5] what was let go is never missed later: keeping again from what stayed keeps it all", () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptOf(all);
        expect(keptOf(kept)).toEqual(kept);
      }),
      settings,
    );
  });

  it("[BK5] damaged ones go, and take no place of a sound one", () => {
    const nights = Array.from({ length: 20 }, (_, i) => ({
      ...{ id: `n${i}`, kind: "nightly" as const, at: NOW - i * DAY },
      damagedAt: i < 5 ? NOW : null,
    }));
    const kept = keptOf(nights).map(({ id }) => id);
    expect(kept.slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, i) => `n${i + 5}`));
  });

  it("[BK5] a year of nights and a day of hours come to 24 hours and the nights of days, weeks and months", () => {
    const hours = Array.from({ length: 60 }, (_, i) => ({
      ...{ id: `h${i}`, kind: "hourly" as const, at: NOW - i * HOUR, damagedAt: null },
    }));
    const nights = Array.from({ length: 420 }, (_, i) => ({
      ...{ id: `n${i}`, kind: "nightly" as const, at: NOW - i * DAY, damagedAt: null },
    }));
    const kept = keptOf([...hours, ...nights]);
    expect(kept.filter(({ kind }) => kind === "hourly").map(({ id }) => id)).toEqual(
      Array.from({ length: 24 }, (_, i) => `h${i}`),
    );
    const dates = kept.filter(({ kind }) => kind === "nightly").map(({ at }) => dateOf(at));
    expect(dates.slice(0, 14)).toEqual(nights.slice(0, 14).map(({ at }) => dateOf(at)));
    // The last night of each week, Sunday, and of each month.
    expect(dates.slice(14)).toEqual([
      ...["2026-11-08", "2026-11-01", "2026-10-31", "2026-10-25", "2026-10-18", "2026-10-11"],
      ...["2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30"],
      ...["2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"],
    ]);
  });
});
