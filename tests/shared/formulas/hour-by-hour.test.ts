import {
  computedTarget,
  createTimeline,
  expectedSoFar,
  hourByHour,
  type Plan,
  parseDay,
  plannedGarmentMinutes,
  type Span,
  spreadTarget,
  targetOfDay,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, clockHoursOf, workday } from "../../browser/support/rows.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

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

describe("the nights when the clock changes", () => {
  const night: Plan["calendar"]["shifts"] = [
    {
      days: [1, 2, 3, 4, 5, 6, 7],
      from: "21:30",
      to: "05:30",
      breaks: [{ from: "01:30", to: "02:15" }],
    },
  ];
  const plan = {
    workshop: { name: "A", timeZone: "Europe/Paris" },
    calendar: { shifts: night },
    lines: [],
    devices: [],
  };
  const timeline = createTimeline([{ from: 0, plan }]);
  const nightOf = (date: string) => {
    const day = parseDay(date) ?? Number.NaN;
    const windows = timeline.windowsOf(day);
    const hours = new Set<number>();
    for (const { from, to } of windows) {
      for (let t = from; t < to; t += MINUTE_MS) {
        const slot = timeline.slotAt(t);
        if (slot?.day === day) hours.add(slot.hour);
      }
    }
    return { day, windows, clockHours: [...hours] };
  };
  const minutesOf = (windows: readonly Span[]): number =>
    windows.reduce((sum, { from, to }) => sum + (to - from) / MINUTE_MS, 0);

  // 21:30 to 05:30 is 480 min; the clock takes 60 away or gives 60. The break is from 01:30 to 02:15 as clocks show it: in
  // spring 2:15 does not exist and is 3:15, which is 45 min after 1:30; in autumn it is the first 2:15 of the two.
  it.each([
    { date: "2026-03-28", minutes: 480 - 60 - 45, count: 8 },
    { date: "2026-10-24", minutes: 480 + 60 - 45, count: 10 },
    { date: "2026-11-23", minutes: 480 - 45, count: 9 },
  ])(
    "[K12] every minute of the night shift of $date lies in one hour of its day",
    ({ date, minutes, count }) => {
      const { day, windows, clockHours } = nightOf(date);

      expect([minutesOf(windows), clockHours.length]).toEqual([minutes, count]);
      const inHours = clockHours.map((hour) =>
        windows.reduce(
          (sum, { from, to }) =>
            sum + Math.max(0, Math.min(to, hour + HOUR_MS) - Math.max(from, hour)) / MINUTE_MS,
          0,
        ),
      );
      expect(inHours.reduce((sum, each) => sum + each, 0)).toBe(minutes);
      const days = windows.flatMap(({ from, to }) => [
        timeline.slotAt(from),
        timeline.slotAt(to - 1),
      ]);
      expect(new Set(days.map((slot) => slot?.day))).toEqual(new Set([day]));
    },
  );

  it.each(["2026-03-28", "2026-10-24"])(
    "[K12] [F3] the hours of the night of %s bring the target, no piece lost or doubled",
    (date) => {
      const { windows, clockHours } = nightOf(date);
      const spread = spreadTarget(990, windows, clockHours) ?? [];
      const sum = spread.reduce((total, { expected }) => total + expected, 0);
      const end = windows.at(-1)?.to ?? 0;
      const rows = hourByHour({ target: 990, hours: [] }, clockHours, { now: end, windows });

      expect(sum).toBeCloseTo(990, 9);
      expect(rows.at(-1)?.cumulativeTarget).toBeCloseTo(990, 9);
      expect(expectedSoFar(990, { now: end, windows })).toBe(990);
    },
  );

  it("[K12] [F2] in autumn 2 o'clock comes twice, and both hours bring their share: 990 over 495 min", () => {
    const { windows, clockHours } = nightOf("2026-10-24");
    const moments = ["00:00Z", "01:00Z", "02:00Z"].map((time) => Date.parse(`2026-10-25T${time}`));
    const soFar = moments.map((now) => expectedSoFar(990, { now, windows }));
    const rows = hourByHour({ target: 990, hours: [] }, clockHours, { now: 0, windows });
    const targets = rows
      .filter(({ hour }) => moments.slice(0, 2).includes(hour))
      .map(({ target }) => target);

    // Two pieces a minute. At 2:00 (summer) 21:30 to 1:30 is done: 240 min. The break ends at 2:15, so the first of the two
    // hours has 45 min, the second 60.
    expect(soFar).toEqual([480, 480 + 90, 480 + 90 + 120]);
    expect(targets).toEqual([90, 120]);
  });

  it("[K12] [F2] in spring there is no 2 o'clock: 750 over 375 min", () => {
    const { windows, clockHours } = nightOf("2026-03-28");
    const change = Date.parse("2026-03-29T01:00Z");
    const soFar = [change, change + 15 * MINUTE_MS, change + HOUR_MS].map((now) =>
      expectedSoFar(750, { now, windows }),
    );
    const [row] = hourByHour({ target: 750, hours: [] }, clockHours, {
      now: change,
      windows,
    }).filter(({ hour }) => hour === change);

    // Clocks go from 2:00 to 3:00; the break ends at what would be 2:15: 3:15.
    expect(soFar).toEqual([480, 480, 480 + 90]);
    expect(row?.target).toBe(90);
  });
});
