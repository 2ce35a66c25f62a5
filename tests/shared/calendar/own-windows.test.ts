import {
  createTimeline,
  dayMinutes,
  ownWindows,
  type Plan,
  parseDay,
  type WorkPattern,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const timeZone = "Europe/Paris";
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const DAY_SHIFT = {
  days: [1, 2, 3, 4, 5],
  from: "08:00",
  to: "17:00",
  breaks: [{ from: "12:00", to: "13:00" }],
};

function windowsOn(shifts: Plan["calendar"]["shifts"], day: number) {
  const plan = { workshop: { name: "A", timeZone }, calendar: { shifts }, lines: [], devices: [] };
  return createTimeline([{ from: 0, plan }]).windowsOf(day);
}

/** Minutes that somebody is to work on a day. */
function minutes(
  pattern: WorkPattern | undefined,
  date: string,
  shifts: Plan["calendar"]["shifts"] = [DAY_SHIFT],
): number {
  const day = parseDay(date) ?? Number.NaN;
  return dayMinutes(ownWindows(pattern, { day, windows: windowsOn(shifts, day), timeZone }));
}

describe("working time of a person", () => {
  it("[K10] is the workshop's without a pattern: 8 h of 9, the break removed", () => {
    expect(minutes(undefined, "2026-11-23")).toBe(480);
    expect(minutes(undefined, "2026-11-22")).toBe(0);
  });

  it("[K10] is what the own hours and the workshop's have in common", () => {
    const pattern = [
      { days: [1, 2], from: "07:00", to: "12:30" },
      { days: [1], from: "15:30", to: "18:00" },
      { days: [4], from: "09:15", to: "13:45" },
    ];

    // Monday 8–12 and 15:30–17, Tuesday 8–12, Wednesday none, Thursday 9:15–12 and 13–13:45.
    const week = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
    expect(week.map((day) => minutes(pattern, day))).toEqual([240 + 90, 240, 0, 165 + 45]);
  });

  it("[K10] in a night shift is that of the day on which the shift begins, after midnight too", () => {
    const night = [{ days: EVERY_DAY, from: "22:00", to: "06:00" }];
    const late = [{ days: [1], from: "02:00", to: "06:00" }];

    expect(minutes([{ days: [1], from: "22:00", to: "02:00" }], "2026-11-23", night)).toBe(240);
    expect(minutes(late, "2026-11-23", night)).toBe(240);
    expect(minutes(late, "2026-11-22", night)).toBe(0);
  });

  it("[K10] in the nights when the clock changes is an hour more or less", () => {
    const night = [{ days: EVERY_DAY, from: "22:00", to: "06:00" }];
    const half = [{ days: EVERY_DAY, from: "00:00", to: "06:00" }];
    const days = ["2026-10-24", "2026-03-28", "2026-11-23"];

    expect(days.map((day) => minutes(half, day, night))).toEqual([420, 300, 360]);
  });

  it("[K10] is never outside the workshop's, whatever the hours", () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
    const shift = fc.record({ days: fc.constant(EVERY_DAY), from: time, to: time });
    const anyDay = fc.integer({ min: 20_454, max: 20_818 });
    fc.assert(
      fc.property(shift, fc.array(shift, { maxLength: 3 }), anyDay, (worked, pattern, day) => {
        const windows = windowsOn([worked], day);
        const own = ownWindows(pattern, { day, windows, timeZone });
        const within = own.every((span) =>
          windows.some(({ from, to }) => from <= span.from && span.to <= to),
        );
        const isApart = own.every(({ from }, i) => i === 0 || (own[i - 1]?.to ?? from) < from);
        expect([within, isApart]).toEqual([true, true]);
      }),
    );
  });
});
