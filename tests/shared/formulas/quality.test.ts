import {
  defectsByOperation,
  dhu,
  firstPassYield,
  type Inspected,
  isInspecting,
  qualityOf,
} from "@trame/shared";
import { describe, expect, it } from "vitest";

function inspected(over: Partial<Inspected> = {}): Inspected {
  return { good: 0, rework: 0, second: 0, scrap: 0, defects: [], ...over };
}

const skipped = (pieces: number, operation: string | null = null) => ({
  defect: "skipped-stitch",
  operation,
  pieces,
});
const stain = (pieces: number, operation: string | null = null) => ({
  defect: "stain",
  operation,
  pieces,
});

describe("the quality of a line", () => {
  // 50 + 30 = 80 looked at; 46 + 28 = 74 good; defects 3 + 2 named, one piece more not good without a name: 6.
  const two = [
    inspected({ good: 46, rework: 3, scrap: 1, defects: [skipped(3, "20")] }),
    inspected({ good: 28, rework: 2, defects: [stain(1, "10"), skipped(1, "20")] }),
  ];

  it("[QI6] adds up pieces, those good at first, and defects, of which each bad piece has one", () => {
    expect(qualityOf(two)).toEqual({
      inspected: 80,
      goodFirst: 74,
      defects: 6,
      top: [
        { defect: "skipped-stitch", pieces: 4 },
        { defect: "stain", pieces: 1 },
      ],
    });
    expect(qualityOf(two.toReversed())).toEqual(qualityOf(two));
  });

  it("[QI6] counts two defects of one piece as two", () => {
    const quality = qualityOf([inspected({ good: 9, rework: 1, defects: [skipped(1), stain(1)] })]);
    expect(quality).toMatchObject({ inspected: 10, defects: 2 });
  });

  it("[QI6] tells the three most frequent defects, and the operations at fault", () => {
    const kinds = ["a", "b", "c", "d"].map((defect, index) => ({
      defect,
      operation: index < 2 ? "10" : null,
      pieces: index + 1,
    }));
    const one = inspected({ rework: 10, defects: kinds });
    expect(qualityOf([one])?.top.map(({ defect }) => defect)).toEqual(["d", "c", "b"]);
    expect(defectsByOperation([one])).toEqual([
      { operation: null, pieces: 7 },
      { operation: "10", pieces: 3 },
    ]);
  });

  // 6 × 100 / 80 = 7.5; 74 / 80 = 0.925.
  it("[QI5] is 7.5 defects for 100 pieces and 92.5 % good at first", () => {
    expect([dhu(qualityOf(two)), firstPassYield(qualityOf(two))]).toEqual([7.5, 0.925]);
  });

  it("[QI5] is nothing while nothing was inspected", () => {
    expect([qualityOf([]), dhu(null), firstPassYield(null)]).toEqual([null, null, null]);
    expect([
      dhu({ defects: 0, inspected: 0 }),
      firstPassYield({ goodFirst: 0, inspected: 0 }),
    ]).toEqual([null, null]);
  });
});

describe("an operation", () => {
  it("[QI1] inspects as its routing says, else as its pictogram does", () => {
    const loupe = { picture: { pictogram: "inspect" } };
    expect(
      [
        {},
        loupe,
        { ...loupe, inspects: false },
        { inspects: true },
        { picture: { pictogram: "press" } },
        { picture: { photo: "x" } },
      ].map(isInspecting),
    ).toEqual([false, true, false, true, false, false]);
  });
});
