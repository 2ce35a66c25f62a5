import { coverOf, knownLevel, withLevel } from "@trame/shared";
import { describe, expect, it } from "vitest";

const OVERLOCK = { operation: "Surjet", names: ["Surjet", "10"] };

describe("who knows an operation", () => {
  it.each([
    ["by its label", [{ operation: "surjet ", level: 2 }], 2],
    ["by its code", [{ operation: "10", level: 4 }], 4],
    [
      "the highest where it is noted twice",
      [
        { operation: "Surjet", level: 1 },
        { operation: "10", level: 3 },
      ],
      3,
    ],
    ["not at all", [{ operation: "100", level: 4 }], null],
  ])("[PE2] is found %s", (_name, skills, level) => {
    expect(knownLevel({ skills }, OVERLOCK)).toBe(level);
  });

  it("[PE2] is changed for that operation alone, under its label", () => {
    const skills = [
      { operation: "10", level: 1 },
      { operation: "Ourlet", level: 4 },
    ];
    expect(withLevel({ skills }, OVERLOCK, 3)).toEqual([
      { operation: "Ourlet", level: 4 },
      { operation: "Surjet", level: 3 },
    ]);
    expect(withLevel({ skills }, OVERLOCK, 0)).toEqual([{ operation: "Ourlet", level: 4 }]);
  });

  it.each([
    [[], { alone: 0, teachers: 0, learning: 0, isToPassOn: true }],
    [[1, 2, null, 3], { alone: 1, teachers: 0, learning: 2, isToPassOn: true }],
    [[3, 4], { alone: 2, teachers: 1, learning: 0, isToPassOn: false }],
  ])("[PE3] says of an operation whether it is to be passed on: %j", (levels, cover) => {
    expect(coverOf(levels)).toEqual(cover);
  });
});
