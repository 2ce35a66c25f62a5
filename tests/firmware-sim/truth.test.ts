import {
  createHours,
  createReport,
  findDifferences,
  formatDifference,
  formatReport,
  type StationTruth,
} from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, MORNING } from "./workshop-builder.ts";

const timeZone = "Europe/Paris";
const hourOf = createHours(timeZone);
const at = (...minutes: number[]) => minutes.map((minute) => MORNING + minute * MINUTE);

const truth: StationTruth = {
  station: "S01",
  device: "sim-01",
  operation: "Plis",
  kept: at(10, 20, 30, 70, 80),
  unsure: at(90),
  lost: at(95),
  boots: 2,
  blurred: 0,
  miscounted: 0,
  declared: [],
};

function compare(hours: readonly (readonly [number, number])[], isPerHour = true, of = truth) {
  const starts = new Map(hours.map(([hour, pieces]) => [MORNING + hour * HOUR, pieces]));
  const counted = new Map([["S01", starts]]);
  return findDifferences({ truths: [of], counted, hourOf, isPerHour, toleranceMs: 2_000 }).map(
    (difference) => formatDifference(difference, timeZone),
  );
}

describe("comparison with a server", () => {
  it("[M15] agrees when each hour and the total are possible, with or without the unsure piece", () => {
    expect(
      compare([
        [0, 3],
        [1, 2],
      ]),
    ).toEqual([]);
    expect(
      compare([
        [0, 3],
        [1, 3],
      ]),
    ).toEqual([]);
  });

  it("[M15] finds one piece too few, one too many, and one in the wrong hour", () => {
    expect(
      compare([
        [0, 3],
        [1, 1],
      ]),
    ).toEqual([
      "S01, jusqu'à 10:00 : 4 pièces comptées, entre 5 et 6 cousues",
      "S01, au total : 4 pièces comptées, entre 5 et 6 cousues",
    ]);
    expect(
      compare([
        [0, 3],
        [1, 4],
      ]),
    ).toHaveLength(2);
    expect(
      compare([
        [0, 4],
        [1, 1],
      ]),
    ).toEqual(["S01, jusqu'à 09:00 : 4 pièces comptées, 3 cousues"]);
    expect(compare([])).toHaveLength(3);
  });

  it("[M15] at another speed looks at totals only", () => {
    expect(
      compare(
        [
          [0, 4],
          [1, 1],
        ],
        false,
      ),
    ).toEqual([]);
    expect(
      compare(
        [
          [0, 4],
          [1, 0],
        ],
        false,
      ),
    ).toHaveLength(1);
  });

  it("[M15] lets a piece at the very hour be on either side of it", () => {
    const edge = { ...truth, kept: [...at(10), MORNING + HOUR - 800], unsure: [], lost: [] };
    expect(compare([[0, 2]], true, edge)).toEqual([]);
    expect(
      compare(
        [
          [0, 1],
          [1, 1],
        ],
        true,
        edge,
      ),
    ).toEqual([]);
    expect(compare([[1, 2]], true, edge)).toHaveLength(1);
  });
});

describe("comparison with a server, what people declared", () => {
  const declared = [
    { at: MORNING + 15 * MINUTE, pieces: -1 },
    { at: MORNING + HOUR - 500, pieces: 20 },
  ];
  const told = { ...truth, unsure: [], lost: [], declared };

  it("[M15] takes off what was not good, and adds what no machine counts, in its hour or just over its edge", () => {
    expect(
      compare(
        [
          [0, 22],
          [1, 2],
        ],
        true,
        told,
      ),
    ).toEqual([]);
    expect(
      compare(
        [
          [0, 2],
          [1, 22],
        ],
        true,
        told,
      ),
    ).toEqual([]);
    expect(
      compare(
        [
          [0, 21],
          [1, 2],
        ],
        true,
        told,
      ),
    ).toHaveLength(2);
    expect(
      compare(
        [
          [0, 3],
          [1, 22],
        ],
        true,
        told,
      ),
    ).toHaveLength(2);
  });
});

describe("truth report", () => {
  const report = createReport({ scenario: "lons", seed: 7, speed: 1, from: "", to: "", timeZone }, [
    truth,
  ]);

  it("[M15] gives every piece its clock hour, whatever became of its sample", () => {
    expect(report.stations).toEqual([
      {
        stationId: "S01",
        deviceId: "sim-01",
        operation: "Plis",
        pieces: 7,
        unsure: 1,
        lost: 1,
        boots: 2,
        miscounted: 0,
        declared: 0,
        hours: [
          { hour: "2026-11-23T08:00:00+01:00", pieces: 3 },
          { hour: "2026-11-23T09:00:00+01:00", pieces: 4 },
        ],
      },
    ]);
  });

  it("[M15] can be read as a table", () => {
    expect(formatReport(report)).toBe(
      [
        "poste  opération  8 h  9 h  total  non reçues",
        "S01    Plis         3    4      7           2",
      ].join("\n"),
    );
  });
});
