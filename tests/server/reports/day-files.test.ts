import { describe, expect, it } from "vitest";
import { createDayFiles, type DayFile } from "../../../server/src/reports/day-files.ts";
import type { DayCell } from "../../../server/src/store/day-read.ts";

const CELL: DayCell = {
  ...{ hour: Date.parse("2026-11-23T07:00:00Z"), lineId: "L1", stationId: "P1" },
  ...{ operation: "Piquer", standardMinutes: 0.5, isOutput: true },
  ...{ pieces: 3, stitches: 30, trims: 3 },
};

/** Days whose reads are listed. */
function openDays(cells: readonly DayCell[] = [CELL]) {
  const read: number[] = [];
  const clocks = new Map<number, number>();
  const readDayClock = (day: number): number => clocks.get(day) ?? 1;
  const write = createDayFiles({
    readDayClock,
    readDay(day) {
      read.push(day);
      return { clock: readDayClock(day), cells, plans: [], presences: [] };
    },
  });
  return { clocks, read, write };
}

function textOf({ bytes }: DayFile): string {
  return new TextDecoder().decode(bytes);
}

describe("files of the daily export", () => {
  it("[X9] a day is read once while its clock stays, and again after", () => {
    const { clocks, read, write } = openDays();

    const first = write({ day: 20_780, format: "csv" });
    const second = write({ day: 20_780, format: "csv" });
    clocks.set(20_780, 2);
    const third = write({ day: 20_780, format: "csv" });

    expect(read).toEqual([20_780, 20_780]);
    expect(second).toEqual(first);
    expect(third).toEqual({ ...first, clock: 2 });
  });

  it("[X9] what is handed over is a copy", () => {
    const { write } = openDays();
    const first = write({ day: 20_780, format: "json" });
    const text = textOf(first);

    structuredClone(first.bytes, { transfer: [first.bytes.buffer] });

    expect(first.bytes.byteLength).toBe(0);
    expect(textOf(write({ day: 20_780, format: "json" }))).toBe(text);
  });

  it("[X9] the oldest goes where there is no room for one more", () => {
    const name = "é".repeat(200_000);
    const { read, write } = openDays([{ ...CELL, operation: name }]);

    for (const day of [1, 2, 3, 2, 1]) write({ day, format: "csv" });

    expect(read).toEqual([1, 2, 3, 1]);
  });
});
