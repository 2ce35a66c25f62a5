import { describe, expect, it } from "vitest";
import type { TargetHour } from "../../../floor-ui/src/data/floor/rows.ts";
import { hourLines } from "../../../floor-ui/src/pages/floor/hour-lines.ts";
import { at } from "../../browser/support/rows.ts";

const SHORT = [{ cause: "thread", class: "machine" as const, minutes: 7, stationIds: ["S03"] }];

function hour(time: string, over: Partial<TargetHour>): TargetHour {
  return {
    ...{ hour: at(time), target: 113.6, actual: 133, gap: 19.4, short: SHORT },
    ...{ cumulativeTarget: 113.6, cumulativeActual: 133 },
    ...over,
  };
}

describe("hour by hour on the supervisor's page", () => {
  it("[FL12] has each hour's own gap beside the one summed up, and why only where it fell short", () => {
    const lines = hourLines(
      [hour("10:00", {}), hour("11:00", { actual: 87, gap: -7.2 })],
      at("12:10"),
    );
    expect(lines.map(({ gap, sumGap, short }) => [gap, sumGap, short])).toEqual([
      [19, 19.4, []],
      [-27, -7.2, SHORT],
    ]);
  });

  it("[FL12] judges the hour that runs by what it should have brought by now, and none to come", () => {
    const [, running, ahead] = hourLines(
      [
        hour("10:00", {}),
        hour("11:00", { actual: 60, gap: 22.4 }),
        hour("12:00", { actual: null, gap: null }),
      ],
      at("11:30"),
    );
    expect([running?.isRunning, running?.gap, running?.short]).toEqual([true, 3, []]);
    expect([ahead?.isRunning, ahead?.gap, ahead?.short]).toEqual([false, null, []]);
  });
});
