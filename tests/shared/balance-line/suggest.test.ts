import { suggestStations } from "@trame/shared";
import { describe, expect, it } from "vitest";

const spot = (stationId: string, operation: string, isEmpty = false) => ({
  stationId,
  operations: [operation],
  isEmpty,
});
const helper = (operatorId: string, skills: Readonly<Record<string, number>>) => ({
  operatorId,
  skills: Object.entries(skills).map(([operation, level]) => ({ operation, level })),
});

const SPOTS = [
  spot("S1", "Surjet"),
  spot("S2", "Monter le col"),
  spot("S3", "Ourlet", true),
  spot("S4", "Ourlet", true),
];

describe("a suggestion for somebody who is free", () => {
  it("[PS8] is the bottleneck for whoever knows it best, then an empty station", () => {
    const helpers = [
      helper("luc", { "monter le col": 2, Ourlet: 3 }),
      helper("fleur", { "Monter le col": 4 }),
      helper("noa", { Ourlet: 1 }),
    ];

    expect(
      Object.fromEntries(suggestStations({ helpers, spots: SPOTS, bottlenecks: ["S2"] })),
    ).toEqual({
      fleur: { stationId: "S2", reason: "bottleneck" },
      luc: { stationId: "S3", reason: "empty" },
      noa: { stationId: "S4", reason: "empty" },
    });
  });

  it("[PS8] goes to the first of two who know it as well", () => {
    const helpers = [helper("luc", { Ourlet: 3 }), helper("noa", { Ourlet: 3 })];

    expect(suggestStations({ helpers, spots: SPOTS, bottlenecks: [] }).get("luc")).toEqual({
      stationId: "S3",
      reason: "empty",
    });
  });

  it("[PS8] is none for who knows nothing that is needed", () => {
    const helpers = [helper("eve", { Surjet: 4 }), { operatorId: "max" }];

    expect(suggestStations({ helpers, spots: SPOTS, bottlenecks: ["S2"] })).toEqual(new Map());
  });
});
