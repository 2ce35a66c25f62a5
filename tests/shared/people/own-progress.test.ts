import { type OwnWork, ownProgress } from "@trame/shared";
import { describe, expect, it } from "vitest";

/** Days of one hour each, with so many pieces. */
function days(operation: string, pieces: readonly number[]): OwnWork[] {
  return pieces.map((made, day) => ({ day, operation, pieces: made, minutes: 60 }));
}

describe("own progress", () => {
  it("[PE6] compares the latest three days on an operation with the own first three", () => {
    const works = days("Surjet", [20, 22, 24, 99, 30, 32, 37]);
    expect(ownProgress(works)).toEqual([
      { operation: "Surjet", daysWorked: 7, first: 22, latest: 33, ratio: 1.5 },
    ]);
  });

  it("[PE6] compares nothing before six days, and tells the days all the same", () => {
    expect(ownProgress(days("Surjet", [20, 22, 24, 26, 28]))).toEqual([
      { operation: "Surjet", daysWorked: 5, first: null, latest: null, ratio: null },
    ]);
  });

  it("[PE6] weighs a day by its minutes, and takes next to no work for none", () => {
    const works = [
      ...days("Surjet", [10, 10, 10, 10, 10, 10]),
      { day: 0, operation: "Surjet", pieces: 30, minutes: 60 },
      { day: 9, operation: "Surjet", pieces: 8, minutes: 1 },
    ];
    expect(ownProgress(works)).toEqual([
      { operation: "Surjet", daysWorked: 6, first: 15, latest: 10, ratio: 10 / 15 },
    ]);
  });

  it("[PE6] keeps operations apart, those of most days first", () => {
    const works = [...days("Ourlet", [1]), ...days("Surjet", [1, 1])];
    expect(ownProgress(works).map(({ operation, daysWorked }) => [operation, daysWorked])).toEqual([
      ["Surjet", 2],
      ["Ourlet", 1],
    ]);
  });
});
