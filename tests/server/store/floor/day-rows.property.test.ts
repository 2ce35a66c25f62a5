/**
 * What a day's report is made from, of any day on any floor: its good pieces are those of the hours, to the piece, and its
 * attended minutes those of the counts, whatever was scanned, taken back, late or counted by hand ([RP2], [RP3]).
 */
import {
  type DayBody,
  type DayNumber,
  type FactFilter,
  NO_ORDER,
  type ProductionRow,
  parseDay,
  sumMinutes,
} from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCounts } from "../../../../server/src/reports/counts.ts";
import { createReads } from "../../../../server/src/store/reads.ts";
import { at, powerOn } from "../workshop.ts";
import { type FloorLedger, openFloorLedger, settle } from "./floor-ledger.ts";
import { asHeard, type Happening, happenings } from "./random-acts.ts";

const settings = { seed: 20_261_124, numRuns: Number(process.env["FUZZ_RUNS"] ?? 8) };
const NOW = at("2026-11-24 12:00");
const ANY: Omit<FactFilter, "figure"> = {
  ...{ lineId: null, stationId: null, orderId: null, styleId: null },
  ...{ size: null, colour: null, operation: null },
};
const DAYS = ["2026-11-23", "2026-11-24"].map((day) => parseDay(day) ?? 0);

function play(floor: FloorLedger, acts: readonly Happening[]): void {
  const counter = powerOn({ began: "07:30" });
  for (const [index, { request, received }] of acts.entries()) {
    floor.ledger.act(request, { received, isAdmin: index % 5 === 0 });
    const minute = String(index + 10).padStart(2, "0");
    const { takenAt, ...message } = counter.tells(`08:${minute}`, 3 * index);
    if (index % 4 === 0) floor.ledger.commit([{ kind: "counts", received: takenAt, ...message }]);
  }
  settle(floor);
}

function readBody(floor: FloorLedger, day: DayNumber): DayBody {
  return JSON.parse(readsOf(floor).readReportDay({ day, asOf: NOW }));
}

/** Good pieces by place, as the hours have them. */
function hoursOf({ sqlite }: FloorLedger, day: DayNumber): unknown[] {
  return sqlite
    .prepare(
      `SELECT p.line_id || ' ' || p.station_id || ' ' || p.operation, sum(h.pieces)
       FROM hours h JOIN places p ON p.id = h.place_id WHERE h.day = ? GROUP BY 1
       HAVING sum(h.pieces) <> 0 ORDER BY 1`,
    )
    .raw()
    .all(day);
}

function goodByPlace(rows: readonly ProductionRow[]) {
  const inside = rows.filter(({ stationId }) => stationId !== null);
  const byPlace = Map.groupBy(inside, (row) => `${row.lineId} ${row.stationId} ${row.operation}`);
  return [...byPlace]
    .map(([place, own]) => [place, own.reduce((sum, { good }) => sum + good, 0)] as const)
    .filter(([, good]) => good !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** What the facts behind a figure come to. */
function factSum(floor: FloorLedger, day: DayNumber, filter: FactFilter): number {
  const { figure } = filter;
  if (figure === "stops" || figure === "inspected" || figure === "defects") {
    throw new RangeError(figure);
  }
  const facts = readsOf(floor).readReportFacts({ day, asOf: NOW, filter });
  return facts.reduce((sum, fact) => sum + fact[figure], 0);
}

/** Every figure of pieces, of the whole day and of each operation of each order, beside what its facts come to. */
function expectFacts(floor: FloorLedger, day: DayNumber, rows: readonly ProductionRow[]): void {
  for (const figure of ["good", "rework", "second", "scrap"] as const) {
    const counted = figure === "good" ? rows.filter(({ isOutput }) => isOutput) : rows;
    expect(factSum(floor, day, { ...ANY, figure })).toBe(sumOf(counted, figure));
    const groups = Map.groupBy(rows, ({ orderId, operation }) => `${orderId} ${operation}`);
    for (const own of groups.values()) {
      const { orderId = null, operation = "" } = own[0] ?? {};
      const filter = { ...ANY, figure, orderId: orderId ?? NO_ORDER, operation };
      expect([operation, figure, factSum(floor, day, filter)]).toEqual([
        operation,
        figure,
        sumOf(own, figure),
      ]);
    }
  }
}

function sumOf(rows: readonly ProductionRow[], figure: "good" | "rework" | "second" | "scrap") {
  return rows.reduce((sum, row) => sum + row[figure], 0);
}

const known = new WeakMap<FloorLedger, ReturnType<typeof createReads>>();

/** Made once for each floor. */
function readsOf(floor: FloorLedger) {
  const reads = known.get(floor) ?? createReads(floor.sqlite);
  known.set(floor, reads);
  return reads;
}

function expectExact(floor: FloorLedger): void {
  for (const day of DAYS) {
    const { rows, hours } = readBody(floor, day);
    const counted = hoursOf(floor, day);
    const told = goodByPlace(rows);
    expect(told).toEqual(counted);
    for (const { good, origins } of rows) {
      expect(Object.values(origins).reduce((sum, each) => sum + each, 0)).toBe(good);
    }
    const counts = createCounts(readsOf(floor).readDay(day), { day, now: NOW });
    const [line] = counts.lines;
    const attended = sumMinutes(rows.map(({ attendedMinutes }) => attendedMinutes));
    expect(attended).toBe(sumMinutes([line?.attendedMinutes ?? 0]));
    expectFacts(floor, day, rows);
    const output = hours.reduce((sum, part) => sum + part.output, 0);
    expect(output).toBe(line?.pieces);
    expect(rows.filter((row) => row.offStandardMinutes > row.attendedMinutes)).toEqual([]);
  }
}

describe("the rows of any day", () => {
  it.each([false, true])(
    "[RP2] [RP3] [RP10] come to its hours and its minutes, with parts: %s",
    (hasParts) => {
      fc.assert(
        fc.property(happenings({ isOffline: false, hasTies: true }), (acts) => {
          const floor = openFloorLedger({ hasParts });
          play(floor, asHeard(acts));
          expectExact(floor);
        }),
        settings,
      );
    },
  );

  it("[RP2] [RP3] come to them however late they were heard", () => {
    fc.assert(
      fc.property(happenings({ isOffline: true, hasTies: false }), (acts) => {
        const floor = openFloorLedger();
        play(floor, asHeard(acts));
        expectExact(floor);
      }),
      settings,
    );
  });

  it("[RP2] would show pieces that no row has", () => {
    const floor = openFloorLedger();
    const counter = powerOn({ began: "07:30" });
    const { takenAt: received, ...message } = counter.tells("08:10", 7);
    floor.ledger.commit([{ kind: "counts", received, ...message }]);
    const { rows } = readBody(floor, DAYS[0]!);
    expect(goodByPlace(rows)).toEqual(hoursOf(floor, DAYS[0]!));
    expect(goodByPlace(rows.slice(1))).not.toEqual(hoursOf(floor, DAYS[0]!));
  });
});
