import { balanceEfficiency, flowOf, leadTime, lineWip, pitch, stationTime } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { at, evenMinutes, lineRow, stationRow, workday } from "../../browser/support/rows.ts";
import { flowRow } from "./line-builder.ts";

describe("station time", () => {
  // 0.9 min shared by three equal stations: each is asked for 0.3 min per piece.
  it("[WP8] is the standard time divided among equal stations", () => {
    expect(stationTime([0.9, 0.9, 0.9])).toBeCloseTo(0.3, 12);
  });

  // 1 and 0.5 min: 1 + 2 = 3 pieces a minute, 1/3 min per piece.
  it("[WP8] adds the rates of stations that differ", () => {
    expect(stationTime([1, 0.5])).toBeCloseTo(1 / 3, 12);
  });

  it("[WP8] is null without a station", () => {
    expect(stationTime([])).toBeNull();
  });
});

describe("pitch", () => {
  // (0.42 + 0.58 + 1.1) / 3.5 operators = 2.1 / 3.5 = 0.6 min.
  it("[WP8] is the minutes of a piece among the operators of the line", () => {
    expect(pitch([0.42, 0.58, 1.1], 3.5)).toBeCloseTo(0.6, 12);
  });

  it("[WP8] is null without operators or operations", () => {
    expect([pitch([0.42], 0), pitch([], 3)]).toEqual([null, null]);
  });
});

describe("balance efficiency", () => {
  // (0.4 + 0.6 + 0.5 + 0.5) / (4 × 0.6) = 2.0 / 2.4.
  it("[WP8] is the station times over stations × the slowest", () => {
    expect(balanceEfficiency([0.4, 0.6, 0.5, 0.5])).toBeCloseTo(2 / 2.4, 12);
  });

  it("[WP8] is 1 where none waits for another, and null without a station", () => {
    expect([balanceEfficiency([0.5, 0.5]), balanceEfficiency([])]).toEqual([1, null]);
  });
});

describe("lead time", () => {
  // 180 pieces on the line, 60 leave it in an hour: a piece takes 3 hours (L = λW).
  it("[WP9] is the work in progress over what leaves in an hour", () => {
    expect(leadTime(180, 60)).toBe(3);
  });

  it("[WP9] is null without a rate, or where no bundles are used", () => {
    expect([leadTime(180, null), leadTime(180, 0), leadTime(null, 60)]).toEqual([null, null, null]);
  });
});

describe("the flow of a line", () => {
  // 200 wait to be begun and are stock; 20 are begun there; 30 + 0 wait at the second, 10 are open: 20 + 30 + 10 = 60.
  it("[WP3] counts what is begun and not out as work in progress", () => {
    const flow = [
      flowRow("10", { pieces: 200, bundles: 4, isEntry: true, openPieces: 20 }),
      flowRow("20", { pieces: 30, bundles: 2, openPieces: 10 }),
    ];
    expect([lineWip({ flow }), lineWip({ flow: [] })]).toEqual([60, null]);
  });

  it("[WP10] tells each operation with what waits, its pace and its time against takt", () => {
    const now = at("11:35");
    const minutes = (perMinute: number) => evenMinutes({ from: at("10:30"), to: now }, perMinute);
    const stations = [
      stationRow({ stationId: "S01", operation: "10", standardMinutes: 0.4, minutes: minutes(2) }),
      stationRow({ stationId: "S02", operation: "20", standardMinutes: 0.8, minutes: minutes(1) }),
      stationRow({ stationId: "S03", operation: "20", standardMinutes: 0.8, minutes: minutes(1) }),
    ];
    const line = lineRow({
      target: 960,
      stationIds: ["S01", "S02", "S03"],
      outputStationIds: ["S02", "S03"],
      flow: [
        flowRow("10", { bundles: 3, pieces: 150, isEntry: true, stationIds: ["S01"] }),
        flowRow("20", { bundles: 2, pieces: 100, openPieces: 20, since: at("11:00") }),
      ],
    });

    // 480 working minutes / 960 pieces; (0.4 + 0.4 + 0.4) / (3 × 0.4); 120 pieces / (2 × 60 per hour).
    expect(flowOf(line, stations, { now, windows: workday })).toEqual({
      lineId: "L1",
      operations: [
        {
          operation: "10",
          stationIds: ["S01"],
          bundles: 3,
          pieces: 150,
          since: null,
          waitingMinutes: 60,
          pacePerHour: 120,
          stationTime: 0.4,
          takt: 0.5,
        },
        {
          operation: "20",
          stationIds: ["S02", "S03"],
          bundles: 2,
          pieces: 100,
          since: at("11:00"),
          waitingMinutes: 40,
          pacePerHour: 120,
          stationTime: 0.4,
          takt: 0.5,
        },
      ],
      bottleneck: { operation: "20", stationId: null, by: "waits" },
      takt: 0.5,
      balanceEfficiency: expect.closeTo(1, 12),
      wip: 120,
      leadTimeHours: 1,
    });
  });

  it("[WP4] tells nothing of what waits where no bundles are used", () => {
    const line = lineRow({ target: null, flow: [] });
    const moment = { now: at("11:35"), windows: workday };
    const told = flowOf(line, [stationRow({ deviceId: null })], moment);
    expect(told).toMatchObject({ takt: null, wip: null, leadTimeHours: null });
    expect(told.operations[0]).toMatchObject({
      bundles: null,
      pieces: null,
      since: null,
      waitingMinutes: null,
      pacePerHour: null,
    });
  });
});
