import { describe, expect, it } from "vitest";
import { floorShape, threadPlaces } from "../../floor-ui/src/ui/thread.ts";

describe("thread", () => {
  it("[W16] runs right, turns, and runs back", () => {
    expect(threadPlaces(5, 2)).toEqual([
      { row: 1, column: 1, next: "right" },
      { row: 1, column: 2, next: "turn" },
      { row: 2, column: 2, next: "left" },
      { row: 2, column: 1, next: "turn" },
      { row: 3, column: 1, next: "out" },
    ]);
  });

  it("[W16] leaves the last station, also at the end of a row", () => {
    expect(threadPlaces(12, 4).at(-1)).toEqual({ row: 3, column: 4, next: "out" });
  });

  it("[W16] joins neighbours only: each station is beside or below the one before", () => {
    for (let count = 1; count <= 16; count++) {
      const places = threadPlaces(count, floorShape(count).columns);
      const steps = places.slice(1).map((place, index) => {
        const before = places[index]!;
        return Math.abs(place.row - before.row) + Math.abs(place.column - before.column);
      });
      expect(steps).toEqual(steps.map(() => 1));
    }
  });
});

describe("floor", () => {
  it("[W8] has room for all its stations, in the shape that makes them largest", () => {
    const shapes = Array.from({ length: 16 }, (_, index) => floorShape(index + 1));
    expect(shapes.map(({ columns, rows }) => `${columns}x${rows}`)).toEqual([
      "1x1",
      "2x1",
      "2x2",
      "2x2",
      "3x2",
      "3x2",
      "4x2",
      "4x2",
      "3x3",
      "4x3",
      "4x3",
      "4x3",
      "4x4",
      "4x4",
      "4x4",
      "4x4",
    ]);
  });
});
