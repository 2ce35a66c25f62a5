import type { LineRow, StationRow } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createGroupedBoard } from "../../../server/src/live/grouped-board.ts";
import { lineRow } from "../../browser/support/rows.ts";
import { boardOf, START, station } from "./fake-world.ts";

const IDS = ["S01", "S02", "S03", "S04"];

/** Four stations of a line that each made so many pieces, the last of them in the minute before nine. */
function openBoard(pieces: number) {
  const rows = IDS.map((id) => madeAt(station(id, pieces), START - 50_000));
  const line: LineRow = lineRow({ lineId: "L1", stationIds: IDS, outputStationIds: ["S04"] });
  const stored = { ...boardOf(7, rows), stationFigures: false, lines: [line] };
  return createGroupedBoard(stored);
}

function madeAt(row: StationRow, lastPieceAt: number): StationRow {
  return { ...row, operation: row.stationId, lastPieceAt };
}

describe("the live board without figures per station", () => {
  it("[PR6] keeps the true rows to itself, in the whole board and in what changed since", () => {
    const board = openBoard(9);
    board.apply(8, { lines: [], stations: [] });
    board.apply(9, { lines: [], stations: [madeAt(station("S02", 19), START + 10_000)] });
    const whole = board.read({ serverTime: START, uiVersion: "ui" });
    const changed = board.since(8);
    for (const { pieces, hours, minutes } of [...whole.stations, ...(changed?.stations ?? [])]) {
      expect([pieces, hours, minutes]).toEqual([null, null, null]);
    }
    expect(whole.lines[0]?.groups).toMatchObject([{ stationIds: IDS, pieces: 46 }]);
    expect(changed).toMatchObject({ lines: whole.lines, stations: [{ stationId: "S02" }] });
  });

  it("[PR6] sends no row of a station for a piece: who watches could count them", () => {
    const board = openBoard(9);
    const piece = (at: number, pieces: number) =>
      board.apply(8, { lines: [], stations: [madeAt(station("S02", pieces), START + at)] });
    const first = piece(1_000, 10);
    const second = piece(20_000, 11);
    expect(first.stations.map(({ lastPieceAt }) => lastPieceAt)).toEqual([START + 60_000]);
    expect([second.stations, second.lines[0]?.groups?.[0]?.pieces]).toEqual([[], 38]);
  });
});
