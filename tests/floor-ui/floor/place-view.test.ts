import { describe, expect, it } from "vitest";
import { arrange, type Placed } from "../../../floor-ui/src/pages/floor/place-view.ts";

function station(number: number, spot: Placed["spot"] = null): Placed {
  return { stationId: `S${number}`, spot };
}

/** `S1 1/1`: row and column. */
function drawn(stations: readonly Placed[]) {
  return arrange(stations).places.map(
    ({ stationId, row, column }) => `${stationId} ${row}/${column}`,
  );
}

describe("floor of the supervisor's page", () => {
  it("[FL6] is as the plan says, row and column", () => {
    const stations = [
      station(1, { row: 2, column: 3 }),
      station(2, { row: 1, column: 1 }),
      station(3, { row: 2, column: 1 }),
    ];
    expect(arrange(stations)).toEqual({
      columns: 3,
      places: [
        { stationId: "S1", row: 2, column: 3 },
        { stationId: "S2", row: 1, column: 1 },
        { stationId: "S3", row: 2, column: 1 },
      ],
    });
  });

  it("[FL6] turns back after six stations where the plan says nothing", () => {
    const stations = Array.from({ length: 8 }, (_, index) => station(index + 1));
    expect(arrange(stations).columns).toBe(6);
    expect(drawn(stations)).toEqual([
      ...["S1 1/1", "S2 1/2", "S3 1/3", "S4 1/4", "S5 1/5", "S6 1/6"],
      ...["S7 2/6", "S8 2/5"],
    ]);
  });

  it("[FL6] puts below what has no spot, or one that is taken", () => {
    const stations = [
      station(1, { row: 1, column: 2 }),
      station(2, { row: 1, column: 2 }),
      station(3),
      station(4),
    ];
    expect(drawn(stations)).toEqual(["S1 1/2", "S2 2/1", "S3 2/2", "S4 3/1"]);
  });

  it("[FL6] is as wide as a short line", () => {
    expect(arrange([station(1), station(2)]).columns).toBe(2);
    expect(arrange([])).toEqual({ columns: 1, places: [] });
  });
});
