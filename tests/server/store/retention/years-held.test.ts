import { PRIVACY, PRIVACY_SETTING, parseDay } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { ActRequest } from "../../../../server/src/store/floor/act-request.ts";
import { yearsBefore } from "../../../../server/src/store/retention/years-border.ts";
import { codeOf, type FloorLedger, openFloorLedger } from "../floor/floor-ledger.ts";
import { at, powerOn } from "../workshop.ts";

/** A month of days is sealed in a night. */
const NIGHTS = 14;

/** As the nights up to a day purge, aggregates kept for one year; answers what went, by table. */
function purge({ ledger }: FloorLedger, day: string): Readonly<Record<string, number>> {
  const now = at(`${day} 03:30`);
  const retention = { ...PRIVACY.retention, samplesDays: 366, aggregatesYears: 1 };
  ledger.putSetting(PRIVACY_SETTING, JSON.stringify({ ...PRIVACY, retention }), now);
  const gone = new Map<string, number>();
  const nights = Array.from({ length: NIGHTS }, (_, n) => now - (NIGHTS - 1 - n) * 86_400_000);
  for (let night = nights.shift(); night !== undefined; ) {
    const step = ledger.retention.purgeStep(night);
    for (const [table, rows] of Object.entries(step.taken))
      gone.set(table, (gone.get(table) ?? 0) + rows);
    if (!step.isMore) night = nights.shift();
  }
  return Object.fromEntries(gone);
}

function act({ ledger }: FloorLedger, time: string, request: ActRequest): void {
  const told = ledger.act(request, { received: at(time), isAdmin: true });
  expect(told).toMatchObject({ answer: { accepted: true } });
}

const head = (time: string) => {
  const moment = at(time);
  return { key: `act-at-${time}`, at: moment, sentAt: moment, origin: "scan" as const };
};

function close({ ledger }: FloorLedger, time: string): void {
  const changes = { state: "closed", abandon: true } as const;
  const answer = ledger.catalogue.changeOrder({ id: "2026-1", changes }, at(time));
  expect(answer.ok).toBe(true);
}

const keys = ({ sqlite }: FloorLedger, kind: string): unknown[] =>
  sqlite.prepare("SELECT key FROM acts WHERE kind = ? ORDER BY n").pluck().all(kind);

describe("what years leave, however old", () => {
  it("[RT23] an order of which a bundle was left open, as long as a counter's pieces are that bundle's", () => {
    const floor = openFloorLedger();
    const scan = { ...head("2026-11-23 08:00"), stationId: "S1", code: codeOf(1) };
    act(floor, "2026-11-23 08:00", { kind: "scan", body: scan });
    close(floor, "2026-11-23 09:00");
    const counter = powerOn({ began: "2027-06-14 07:55" });
    for (const [time, pieces] of [
      ["2027-06-14 08:00", 0],
      ["2027-06-14 09:00", 12],
    ] as const) {
      const { takenAt, ...message } = counter.tells(time, pieces);
      floor.ledger.commit([{ kind: "counts", received: takenAt, ...message }]);
    }

    expect(purge(floor, "2027-12-15")["orders"]).toBeUndefined();
    expect(keys(floor, "scan")).toEqual([scan.key]);
    expect(purge(floor, "2028-06-20")["orders"]).toBe(1);
    expect(keys(floor, "scan")).toEqual([]);
  });

  it("[RT23] a word about a stop that was said after work: it is of the next day that is worked", () => {
    const floor = openFloorLedger();
    const stop = (time: string) => ({
      ...{ ...head(time), scope: { stationId: "S1" }, cause: "thread" },
      ...{ from: at(time) - 1_200_000, to: at(time) - 600_000 },
    });
    for (const time of ["2026-11-23 11:00", "2026-12-04 18:00"])
      act(floor, time, { kind: "stop", body: stop(time) });

    purge(floor, "2027-12-07");

    expect(keys(floor, "stop")).toEqual(["act-at-2026-12-04 18:00"]);
  });

  it("[RT23] what was read at a counter as long as an act that was made of it, then the counter's boot", () => {
    const floor = openFloorLedger();
    const { ledger, sqlite } = floor;
    const old = powerOn({ began: "2026-11-23 07:55" });
    const tell = ({ takenAt, ...message }: ReturnType<typeof old.tells>) =>
      ledger.commit([{ kind: "counts", received: takenAt, ...message }]);
    tell(old.tells("2026-11-23 08:00", 3));
    ledger.commit([
      old.scans("2026-11-23 08:10", codeOf(1)),
      old.scans("2026-11-23 08:20", "no code"),
    ]);
    tell(powerOn({ boot: "0000000b", began: "2027-11-15 07:55" }).tells("2027-11-15 08:00", 0));
    const count = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const kept = () => ["events", "boots", "seals WHERE boot_id = 1"].map(count);

    purge(floor, "2027-12-15");
    expect([kept(), keys(floor, "scan").length]).toEqual([[1, 2, 1], 1]);
    close(floor, "2027-12-15 08:00");
    expect(purge(floor, "2028-12-20")).toMatchObject({ orders: 1, events: 1, boots: 1 });
    const { before, after } = ledger.rebuild();
    expect([kept(), before === after]).toEqual([[0, 1, 0], true]);
  });

  it("[RT23] an undo as long as what it undoes, and no longer", () => {
    const floor = openFloorLedger();
    const { ledger, sqlite } = floor;
    const hour = at("2026-11-23 09:00");
    act(floor, "2026-11-23 10:30", {
      kind: "hand-count",
      body: { key: "count", stationId: "S2", hour, pieces: 5, reason: "Panne" },
    });
    const undo = { ...head("2026-11-23 10:40"), stationId: "S2", undoes: "count" };
    act(floor, "2026-11-23 10:40", { kind: "undo", body: undo });
    const before = ledger.rebuild();

    expect(purge(floor, "2027-12-15")["acts"]).toBe(2);
    expect([before.before === before.after, keys(floor, "undo")]).toEqual([true, []]);
    expect(sqlite.prepare("SELECT count(*) FROM hours").pluck().get()).toBe(0);
  });
});

describe("a night on which the clock stands years ahead", () => {
  const COUNTED = [23, 24, 25, 26, 27, 30].map((day) => `2026-11-${day}`);
  const MORE = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"];

  function countEach(floor: FloorLedger, days: readonly string[]): void {
    for (const day of days) {
      const count = { key: `count-of-${day}`, stationId: "S2", pieces: 5, reason: "Panne" };
      const body = { ...count, hour: at(`${day} 09:00`) };
      act(floor, `${day} 10:30`, { kind: "hand-count", body });
    }
  }

  it("[RT25] takes nothing away that is not a year old by the days on which something was counted", () => {
    const floor = openFloorLedger();
    countEach(floor, [...COUNTED, ...MORE]);

    expect(purge(floor, "2028-11-23")["hours"]).toBeUndefined();
    expect(keys(floor, "hand-count")).toHaveLength(10);
  });

  it("[RT25] negative control: fewer days than tell the year hold nothing", () => {
    const floor = openFloorLedger();
    countEach(floor, COUNTED);

    expect(purge(floor, "2028-11-23")["hours"]).toBe(COUNTED.length);
    expect(keys(floor, "hand-count")).toEqual([]);
  });
});

describe("the border of years", () => {
  it("[RT21] takes heads of a date away once nobody of them stayed past the border", () => {
    const floor = openFloorLedger();
    const border = parseDay("2026-12-14") ?? 0;
    const heads = floor.sqlite.prepare("INSERT INTO head_changes VALUES (?, ?, ?, ?)");
    for (const [station, end] of [
      ["S1", "2026-12-13 17:00"],
      ["S2", "2026-12-14 02:00"],
    ] as const) {
      heads.run(border - 1, station, at("2026-12-13 08:00"), 1);
      heads.run(border - 1, station, at(end), -1);
    }

    const stations = () =>
      floor.sqlite.prepare("SELECT DISTINCT station_id FROM head_changes").pluck().all();
    purge(floor, "2027-12-15");
    expect(stations()).toEqual(["S2"]);
    purge(floor, "2027-12-16");
    expect(stations()).toEqual([]);
  });

  it("[RT21] is the same date so many years before, the last of February where there is no 29th", () => {
    const dateBefore = (day: string, years: number) => yearsBefore(parseDay(day) ?? 0, years);
    expect(dateBefore("2026-11-22", 5)).toBe(parseDay("2021-11-22"));
    expect(dateBefore("2028-02-29", 1)).toBe(parseDay("2027-02-28"));
  });
});
