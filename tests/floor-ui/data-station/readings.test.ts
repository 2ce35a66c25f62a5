import { describe, expect, it } from "vitest";
import { createReadings } from "../../../floor-ui/src/data/station/readings.ts";

const BADGE = "P-412-F";

function open() {
  const work: string[] = [];
  const taken: string[] = [];
  const readings = createReadings((text) => work.push(text));
  return { work, taken, readings, take: () => readings.takeBadges((text) => taken.push(text)) };
}

describe("what a reader reads", () => {
  it("[PD5] is the sheet's while it asks for a badge, and badges nobody in", () => {
    const { work, taken, readings, take } = open();
    const end = take();
    readings.read(BADGE);
    expect([taken, work]).toEqual([[BADGE], []]);
    end();
    readings.read(BADGE);
    expect([taken, work]).toEqual([[BADGE], [BADGE]]);
  });

  it("[PD5] stays with the work where it is no badge", () => {
    const { work, taken, readings, take } = open();
    take();
    for (const text of ["118-117-K", "P-412-A", "?"]) readings.read(text);
    expect([taken, work]).toEqual([[], ["118-117-K", "P-412-A", "?"]]);
  });

  it("[PD5] is the later sheet's when the earlier one is only then taken away", () => {
    const { taken, readings, take } = open();
    const end = take();
    take();
    end();
    readings.read(BADGE);
    expect(taken).toEqual([BADGE]);
  });
});
