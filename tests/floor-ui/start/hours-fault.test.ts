import { describe, expect, it } from "vitest";
import { findShiftFault } from "../../../floor-ui/src/pages/start/hours-fault.ts";
import { HOURS, type HoursName } from "../../../floor-ui/src/pages/start/presets.ts";

function hours(from: string, to: string, [pauseFrom = "", pauseTo = ""]: string[] = []) {
  return { from, to, pauseFrom, pauseTo };
}

describe("hours as typed", () => {
  it.each([
    ["no beginning", hours("", "17:00"), "noTime", "from"],
    ["no end", hours("08:00", ""), "noTime", "to"],
    ["the same time twice", hours("08:00", "08:00"), "sameTime", "to"],
    ["half a break", hours("08:00", "17:00", ["12:00"]), "halfPause", "pauseTo"],
    ["the other half", hours("08:00", "17:00", ["", "12:00"]), "halfPause", "pauseFrom"],
    ["a break before", hours("08:00", "17:00", ["06:00", "07:00"]), "pauseOutside", "pauseFrom"],
    [
      "a break past the end",
      hours("08:00", "17:00", ["16:30", "17:30"]),
      "pauseOutside",
      "pauseTo",
    ],
    ["a reversed break", hours("08:00", "17:00", ["13:00", "12:00"]), "pauseReversed", "pauseTo"],
    ["an empty break", hours("08:00", "17:00", ["12:00", "12:00"]), "pauseReversed", "pauseTo"],
    [
      "a night's break by day",
      hours("22:00", "06:00", ["12:00", "13:00"]),
      "pauseOutside",
      "pauseFrom",
    ],
  ] as const)("[GS4] are refused at their field with %s", (_name, shift, ...[code, field]) => {
    const sound = hours("06:00", "07:00");
    expect(findShiftFault([sound, shift])).toEqual({ code, field, index: 1 });
  });

  it.each([
    ["without a break", hours("08:00", "12:00")],
    ["with a break to their ends", hours("08:00", "17:00", ["08:00", "17:00"])],
    ["past midnight", hours("22:00", "06:00", ["23:45", "00:15"])],
  ])("[GS4] are taken %s", (_name, shift) => {
    expect(findShiftFault([shift])).toBeNull();
  });

  it("[GS4] are taken as each preset has them", () => {
    const names = Object.keys(HOURS) as HoursName[];
    expect(names.map((name) => findShiftFault(HOURS[name].shifts))).toEqual(names.map(() => null));
  });
});
