import { describe, expect, it } from "vitest";
import {
  isNight,
  shiftMinutes,
  weekHours,
} from "../../../floor-ui/src/data/settings/week-hours.ts";

const DAY = { from: "08:00", to: "16:30", breaks: [{ from: "12:00", to: "13:00" }] };

describe("hours of a week", () => {
  it("[SE7] the working hours of a week are its shifts without their breaks", () => {
    const { days, minutes } = weekHours({
      shifts: [
        { days: [1, 2, 3, 4], ...DAY },
        { days: [5], from: "08:00", to: "12:00" },
      ],
    });

    expect(days.map((day) => day.minutes)).toEqual([450, 450, 450, 450, 240, 0, 0]);
    expect(minutes).toBe(2_040);
  });

  it("[SE7] a night shift goes on to the next day, and a break in it may begin after midnight", () => {
    const night = { from: "21:00", to: "05:00", breaks: [{ from: "00:30", to: "01:00" }] };

    expect(isNight(night)).toBe(true);
    expect(isNight(DAY)).toBe(false);
    expect(shiftMinutes(night)).toBe(450);
    expect(weekHours({ shifts: [{ days: [7], ...night }] }).minutes).toBe(450);
  });

  it("[SE7] two shifts of a day add up", () => {
    const shifts = [
      { days: [1], from: "05:00", to: "13:00" },
      { days: [1], from: "13:00", to: "21:00" },
    ];

    expect(weekHours({ shifts }).minutes).toBe(960);
  });
});
