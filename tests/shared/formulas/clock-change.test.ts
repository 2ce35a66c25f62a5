import {
  createTimeline,
  expectedSoFar,
  hourByHour,
  type Plan,
  parseDay,
  type Span,
  spreadTarget,
} from "@trame/shared";
import { describe, expect, it } from "vitest";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

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
