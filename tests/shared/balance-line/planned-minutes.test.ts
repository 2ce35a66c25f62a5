import { levelOf, plannedMinutes } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { operation } from "../orders/builders.ts";

const COLLAR = operation("10", { label: { fr: "Monter le col" }, standardMinutes: 0.6 });
const skilled = (level: number, named = "10") => ({ skills: [{ operation: named, level }] });

describe("planned minutes", () => {
  it.each([
    [1, 1.2],
    [2, 0.8],
    [3, 0.6],
    [4, 0.6],
  ])("[PS3] at level %i an operation of 0.6 min takes %f min", (level, minutes) => {
    expect(plannedMinutes(COLLAR, skilled(level))).toBeCloseTo(minutes, 12);
  });

  it("[PS3] are divided by the person's own pace", () => {
    // 0.6 / (0.75 × 0.8) = 1
    expect(plannedMinutes(COLLAR, { ...skilled(2), pace: 0.8 })).toBeCloseTo(1, 12);
  });

  it("[PS3] are null for what is not among a person's skills, or for one whose skills nobody noted", () => {
    expect(plannedMinutes(COLLAR, skilled(4, "20"))).toBeNull();
    expect(plannedMinutes(COLLAR, {})).toBeNull();
  });
});

describe("a skill", () => {
  it("[PS3] names an operation by its code or its label, and the higher level counts", () => {
    const skills = [
      { operation: " monter le COL ", level: 2 },
      { operation: "10", level: 3 },
    ];
    expect(levelOf({ skills }, COLLAR)).toBe(3);
    expect(levelOf({ skills: skills.slice(0, 1) }, COLLAR)).toBe(2);
  });
});
