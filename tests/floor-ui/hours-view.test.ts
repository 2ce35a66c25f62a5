import { describe, expect, it } from "vitest";
import { hoursView } from "../../floor-ui/src/pages/wall/hours-view.ts";
import { at, clockHoursOf, lineRow, workday } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

describe("hour bars", () => {
  it("[W7] show what is done, expected so far, to come, and the break", () => {
    const { bars } = hoursView(lineRow(), sceneAt("11:35"));
    const told = bars.map((bar) => [
      bar.name,
      bar.pieces,
      bar.expected,
      bar.expectedSoFar,
      bar.isBreak ? "break" : bar.phase,
    ]);
    expect(told).toEqual([
      ["8\u00a0h", 108, 120, 120, "past"],
      ["9\u00a0h", 121, 120, 120, "past"],
      ["10\u00a0h", 113, 120, 120, "past"],
      ["11\u00a0h", 70, 120, 70, "now"],
      ["12\u00a0h", 0, 0, null, "break"],
      ["13\u00a0h", 0, 120, null, "ahead"],
      ["14\u00a0h", 0, 120, null, "ahead"],
      ["15\u00a0h", 0, 120, null, "ahead"],
      ["16\u00a0h", 0, 120, null, "ahead"],
    ]);
  });

  it("[W7] show the break also where the server names only the hours of work", () => {
    const clockHours = clockHoursOf(workday).filter((hour) => hour !== at("12:00"));
    const { bars } = hoursView(lineRow(), sceneAt("11:35", { clockHours }));
    expect(bars[4]).toMatchObject({ name: "12\u00a0h", isBreak: true });
  });

  it("[W7] show pieces made before and after the day, and leave a long gap out", () => {
    const hours = [
      { hour: at("02:00"), pieces: 3 },
      { hour: at("17:00"), pieces: 12 },
    ];
    const { bars } = hoursView(lineRow({ hours }), sceneAt("17:20"));
    expect(bars.map(({ name }) => name)).toEqual(
      [2, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour, index) =>
        index % 2 === 0 ? `${hour}\u00a0h` : "",
      ),
    );
    expect(bars.at(-1)).toMatchObject({ pieces: 12, phase: "now" });
  });

  it("[W7] have no line without a target", () => {
    const { bars } = hoursView(lineRow({ target: null }), sceneAt("11:35"));
    expect(new Set(bars.map(({ expectedSoFar }) => expectedSoFar))).toEqual(new Set([null]));
  });

  it("[W7] are told as a sentence", () => {
    expect(hoursView(lineRow(), sceneAt("11:35")).label).toBe(
      "Pièces par heure\u00a0: 8\u00a0h 108 sur 120, 9\u00a0h 121 sur 120, 10\u00a0h 113 sur 120, 11\u00a0h en cours 70 sur 70",
    );
  });
});
