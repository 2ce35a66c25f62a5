import { parseDay } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type ReportStore, readReportDays } from "../../../server/src/reports/report-days.ts";
import { createReads } from "../../../server/src/store/reads.ts";
import { type FloorLedger, openFloorLedger } from "../store/floor/floor-ledger.ts";
import { at, powerOn } from "../store/workshop.ts";

const MONDAY = parseDay("2026-11-23") ?? 0;
const SPAN = { from: MONDAY, to: MONDAY };
const TUESDAY = at("2026-11-24 09:00");

/** The store as the other threads answer for it, and the days that had to be computed. */
function storeOf({ sqlite, ledger }: FloorLedger) {
  const reads = createReads(sqlite);
  const computed: number[] = [];
  const store: ReportStore = {
    keepDay: (kept) => Promise.resolve(ledger.reports.keepDay(kept)),
    reports: {
      readDayMarks: (asked) => Promise.resolve(reads.readDayMarks(asked)),
      readKeptDay: (day) => Promise.resolve(reads.readKeptDay(day)),
      readReportDay(asked) {
        computed.push(asked.asOf);
        return Promise.resolve(reads.readReportDay(asked));
      },
    },
  };
  return { store, computed };
}

/** Monday with pieces of a counter; its work has ended. */
function openMonday() {
  const floor = openFloorLedger();
  const counter = powerOn({ began: "07:30" });
  const sew = (time: string, pieces: number, received = at(time)) => {
    const { deviceId, message } = counter.tells(time, pieces);
    const up = received - at("07:30");
    floor.ledger.commit([{ kind: "counts", received, deviceId, message: { ...message, up } }]);
  };
  sew("08:10", 5);
  const { store, computed } = storeOf(floor);
  return { floor, sew, store, computed };
}

describe("days that reports are read from", () => {
  it("[RP9] are computed once when they are over, and again when they changed", async () => {
    const { floor, sew, store, computed } = openMonday();
    floor.ledger.reports.endDays(at("17:00:20"));

    const first = await readReportDays(store, SPAN, TUESDAY);
    const again = await readReportDays(store, SPAN, TUESDAY + 60_000);
    expect(again).toEqual(first);
    expect(computed).toEqual([at("17:00:20")]);

    sew("08:20", 9, TUESDAY);
    const later = await readReportDays(store, SPAN, TUESDAY + 120_000);
    expect(later.days).toMatchObject([{ version: 2, changedAt: TUESDAY, asOf: TUESDAY }]);
    expect(later.days[0]?.body.rows).toMatchObject([{ good: 9 }]);
    expect(computed).toEqual([at("17:00:20"), TUESDAY]);
  });

  it("[RP9] are told also while the disk takes nothing, and computed again", async () => {
    const { floor, store, computed } = openMonday();
    floor.ledger.reports.endDays(at("17:00:20"));
    const full = { ...store, keepDay: () => Promise.reject(new Error("disk full")) };
    const first = await readReportDays(full, SPAN, TUESDAY);
    expect(first.days[0]?.body.rows).toMatchObject([{ good: 5 }]);
    await readReportDays(full, SPAN, TUESDAY);
    expect(computed).toHaveLength(2);
  });

  it("[RP9] are computed as of now while they go on", async () => {
    const { store, computed } = openMonday();
    for (const now of [at("09:00"), at("09:01")]) await readReportDays(store, SPAN, now);
    expect(computed).toEqual([at("09:00"), at("09:01")]);
  });

  it("[RP9] are computed anew after a rebuild, and come to the same", async () => {
    const { floor, store, computed } = openMonday();
    floor.ledger.reports.endDays(at("17:00:20"));
    const first = await readReportDays(store, SPAN, TUESDAY);
    floor.ledger.rebuild();
    expect(await readReportDays(store, SPAN, TUESDAY)).toEqual(first);
    expect(computed).toHaveLength(2);
  });
});
