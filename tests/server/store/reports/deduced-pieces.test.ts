/** Whose pieces a day's report says they are, where the couturière did not scan and where a piece was taken off. */
import { type DayBody, parseDay } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createReads } from "../../../../server/src/store/reads.ts";
import { codeOf, type FloorLedger, foldedRows, openFloorLedger } from "../floor/floor-ledger.ts";
import { at, powerOn } from "../workshop.ts";

const DAY = parseDay("2026-11-23") ?? 0;
const NONE = { rework: 0, second: 0, scrap: 0 };

let drawn = 0;
/** An act at a station, heard when it was done or later. */
function did(stationId: string, time: string, heard = time) {
  drawn += 1;
  const key = `deduced-${drawn}`;
  const isOffline = heard !== time;
  return {
    body: {
      ...{ key, stationId, at: at(time), sentAt: at(heard), origin: "scan" as const },
      ...(isOffline && { offline: true }),
    },
    meta: { received: at(heard), isAdmin: false },
  };
}

function scan(floor: FloorLedger, bundle: number, of: ReturnType<typeof did>): void {
  floor.ledger.act({ kind: "scan", body: { ...of.body, code: codeOf(bundle) } }, of.meta);
}

function finish(floor: FloorLedger, bundle: number, of: ReturnType<typeof did>): void {
  const body = { ...of.body, code: codeOf(bundle), operation: "10", good: 10, ...NONE };
  floor.ledger.act({ kind: "finish", body }, of.meta);
}

/** Ten pieces from 8:05 on at the first station, which has a counter. */
function sew(floor: FloorLedger): void {
  const counter = powerOn({ began: "07:30" });
  for (const [time, total] of [
    ["08:00", 0],
    ["08:05", 4],
    ["08:20", 10],
    ["08:50", 12],
  ] as const) {
    const { takenAt: received, ...message } = counter.tells(time, total);
    floor.ledger.commit([{ kind: "counts", received, ...message }]);
  }
}

function bodyOf({ sqlite }: FloorLedger): DayBody {
  const asked = { day: DAY, asOf: at("2026-11-24 12:00") };
  return JSON.parse(createReads(sqlite).readReportDay(asked));
}

/** Rows of the first station in the form `10 M machine:10 deduced:2`. */
function told(floor: FloorLedger): string[] {
  return bodyOf(floor)
    .rows.filter(({ stationId, good }) => stationId === "S1" && good !== 0)
    .map(({ code, size, origins }) => {
      const from = Object.entries(origins).flatMap(([of, n]) => (n === 0 ? [] : [`${of}:${n}`]));
      return [code ?? "-", size ?? "-", ...from].join(" ");
    });
}

describe("pieces that nobody scanned", () => {
  it("[RP12] are those of the bundle that a later scan shows, until the truth says so itself", () => {
    const known = openFloorLedger();
    scan(known, 1, did("S1", "08:00"));
    finish(known, 1, did("S1", "08:25"));
    sew(known);
    scan(known, 1, did("S2", "08:30"));

    const floor = openFloorLedger();
    sew(floor);
    expect(told(floor)).toEqual(["- - machine:12"]);
    scan(floor, 1, did("S2", "08:30"));
    expect(told(floor)).toEqual(["- - machine:2", "10 M deduced:10"]);
    const deduced = foldedRows(floor);
    floor.ledger.rebuild();
    expect(foldedRows(floor)).toEqual(deduced);

    scan(floor, 1, did("S1", "08:00", "11:00"));
    finish(floor, 1, did("S1", "08:25", "11:00"));
    expect(told(floor)).toEqual(["- - machine:2", "10 M machine:10"]);
    expect(bodyOf(floor).rows).toEqual(bodyOf(known).rows);
  });

  it("[RP12] are of no order again when that scan is taken back", () => {
    const floor = openFloorLedger();
    sew(floor);
    const later = did("S2", "08:30");
    scan(floor, 1, later);
    const { body, meta } = did("S2", "08:31");
    floor.ledger.act({ kind: "undo", body: { ...body, undoes: later.body.key } }, meta);
    expect(told(floor)).toEqual(["- - machine:12"]);
  });
});

describe("a correction at the tablet", () => {
  it("[RP11] is of the bundle that was open there, and of no order without one", () => {
    const floor = openFloorLedger();
    scan(floor, 1, did("S1", "08:00"));
    sew(floor);
    const named = did("S1", "08:21");
    const { body, meta } = named;
    const correction = { kind: "correction", body: { ...body, pieces: -1 } } as const;
    floor.ledger.act({ ...correction, body: { ...correction.body, code: codeOf(1) } }, meta);
    expect(told(floor)).toEqual(["10 M machine:12 correction:-1"]);
    const bare = did("S1", "08:22");
    floor.ledger.act({ kind: "correction", body: { ...bare.body, pieces: -2 } }, bare.meta);
    expect(told(floor)).toEqual(["- - correction:-2", "10 M machine:12 correction:-1"]);
  });
});
