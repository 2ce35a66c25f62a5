import { computedTarget, hourByHour, plannedGarmentMinutes, targetOfDay } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, clockHoursOf, workday } from "../../browser/support/rows.ts";

describe("a computed target", () => {
  it("[F20] is 180 pieces for 7 people of 480 min at 75 % and 14 min a garment", () => {
    // 7 × 480 = 3,360 min; × 0.75 = 2,520 min earned; / 14 = 180.
    const source = { personMinutes: 3_360, efficiency: 0.75, standardMinutes: 14 };

    expect(computedTarget(source)).toBe(180);
  });

  it("[F20] is of whole pieces", () => {
    // 5 × 480 + 240 = 2,640; × 0.8 = 2,112; / 9.5 = 222.3.
    expect(computedTarget({ personMinutes: 2_640, efficiency: 0.8, standardMinutes: 9.5 })).toBe(
      222,
    );
  });

  it("[F20] earns the minutes that its efficiency asks for, to half a piece", () => {
    const anySource = fc.record({
      personMinutes: fc.integer({ min: 1, max: 50_000 }),
      efficiency: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
      standardMinutes: fc.double({ min: 0.05, max: 60, noNaN: true }),
    });
    fc.assert(
      fc.property(anySource, (source) => {
        const earned = computedTarget(source) * source.standardMinutes;
        const asked = source.personMinutes * source.efficiency;
        expect(Math.abs(earned - asked)).toBeLessThanOrEqual(source.standardMinutes * 0.5 + 1e-9);
      }),
    );
  });

  it("[F20] takes each operation of the line once where no routing tells", () => {
    const station = (operation: string, standardMinutes: number, id = operation) => ({
      ...{ id, operation, standardMinutes },
      name: id,
    });
    const stations = [station("Plis", 0.1), station("Coudre", 0.7, "a"), station("Coudre", 0.7)];

    expect(plannedGarmentMinutes({ stations })).toBe(0.8);
    expect(plannedGarmentMinutes({ stations: [] })).toBeNull();
  });
});

describe("the target of a day", () => {
  const line = { id: "L1", target: 900 };
  const on = { day: "2026-11-23", isWorked: true };
  const of = { personMinutes: 3_360, efficiency: 0.75, standardMinutes: 14 };
  const said = (pieces: number | null, more: object = {}) => ({
    ...{ lineId: "L1", day: "2026-11-23", pieces, of: null },
    ...more,
  });

  it("[F21] is what was said last of that line and day", () => {
    const words = [said(800), said(700), said(1, { day: "2026-11-24" }), said(2, { lineId: "L2" })];

    expect(targetOfDay(words, line, on)).toEqual({ pieces: 700, origin: "hand", of: null });
    expect(targetOfDay([...words, said(180, { of })], line, on)).toEqual({
      ...{ pieces: 180, origin: "computed", of },
    });
  });

  it("[F21] is the plan's while nobody said another, or who did took it back", () => {
    const plan = { pieces: 900, origin: "plan", of: null };

    expect(targetOfDay([], line, on)).toEqual(plan);
    expect(targetOfDay([said(800), said(null)], line, on)).toEqual(plan);
  });

  it("[F21] is null without one and on a day off, never 0", () => {
    const none = { pieces: null, origin: null, of: null };

    expect(targetOfDay([], { id: "L1" }, on)).toEqual(none);
    expect(targetOfDay([said(800)], line, { ...on, isWorked: false })).toEqual(none);
  });
});

describe("hour by hour", () => {
  const hours = [
    { hour: at("08:00"), pieces: 110 },
    { hour: at("09:00"), pieces: 130 },
    { hour: at("10:00"), pieces: 45 },
  ];
  const clockHours = clockHoursOf(workday);

  it("[F22] tells target, actual, both summed, and the gap: 960 pieces over 8 h, at 10:30", () => {
    const rows = hourByHour({ target: 960, hours }, clockHours, {
      now: at("10:30"),
      windows: workday,
    });

    const told = rows.map((row) => [
      ...[row.target, row.actual, row.cumulativeTarget, row.cumulativeActual, row.gap],
    ]);
    // 120 an hour: 110 − 120 = −10; 240 − 240 = 0; at half past ten 285 − 300 = −15.
    expect(told).toEqual([
      [120, 110, 120, 110, -10],
      [120, 130, 240, 240, 0],
      [120, 45, 360, 285, -15],
      [120, null, 480, null, null],
      [0, null, 480, null, null],
      [120, null, 600, null, null],
      [120, null, 720, null, null],
      [120, null, 840, null, null],
      [120, null, 960, null, null],
    ]);
  });

  it("[F22] has an hour outside the day's where pieces were made in it", () => {
    const late = [{ hour: at("19:00"), pieces: 7 }];
    const rows = hourByHour({ target: 960, hours: late }, clockHours, {
      now: at("20:00"),
      windows: workday,
    });

    expect(rows.at(-1)).toEqual({
      hour: at("19:00"),
      ...{ target: 0, actual: 7, cumulativeTarget: 960, cumulativeActual: 7, gap: 7 - 960 },
    });
  });

  it("[F22] asks for nothing without a target or on a day off: null, never 0", () => {
    const moment = { now: at("20:00"), windows: workday };
    const made = [{ hour: at("08:00"), pieces: 3 }];
    const off = hourByHour({ target: 960, hours: made }, [], { ...moment, windows: [] });

    expect(off).toEqual([
      {
        hour: at("08:00"),
        ...{ target: null, actual: 3, cumulativeTarget: null, cumulativeActual: 3, gap: null },
      },
    ]);
    const without = hourByHour({ target: null, hours: made }, clockHours, moment);
    expect(new Set(without.flatMap(({ target, gap }) => [target, gap]))).toEqual(new Set([null]));
  });
});
