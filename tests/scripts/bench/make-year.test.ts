import { describe, expect, it } from "vitest";
import { inOrderOfArrival } from "../../../scripts/bench/year/append-day.ts";
import { makeYear, type TakeDay, type YearOptions } from "../../../scripts/bench/year/make-year.ts";
import type { CountsEntry } from "../../../server/src/store/entries.ts";
import { createLedgerOf } from "../../../server/src/store/ledger.ts";
import type { Modules } from "../../../server/src/store/modules.ts";

const WEEK: YearOptions = {
  size: { stations: 2, stationsPerLine: 2, days: 5, lastDay: "2026-11-20" },
  now: Date.parse("2026-11-25T20:00:00Z"),
};
/** Messages that are committed together: how many they are shows in the log's clock alone. */
const GROUP = 40;
/** Of the clock, of when a dating was stored (what is dated by is compared below), of ids that are drawn, and links of lines with them. */
const OF_THE_WAY = [
  "clock",
  "changed_at",
  "version",
  "forward",
  "backward",
  "worst",
  "dated_seq",
  "times",
  "digest",
  "hash",
];

/** As a workshop's server takes it in. */
function ingesting(modules: Modules): TakeDay {
  const ledger = createLedgerOf(modules);
  return (days) => {
    const entries = inOrderOfArrival(days).flatMap(({ counter, index }): CountsEntry[] => {
      const [of, telling] = [days[counter], days[counter]?.tellings[index]];
      if (of === undefined || telling === undefined) return [];
      const { received, messageUp: up, sample } = telling;
      const message = { boot: of.boot, up, samples: [sample] };
      return [{ kind: "counts", deviceId: of.deviceId, received, message }];
    });
    for (let at = 0; at < entries.length; at += GROUP) ledger.commit(entries.slice(at, at + GROUP));
  };
}

function tablesOf({ sqlite, inbox, transact }: Modules): Record<string, string[]> {
  transact(() => inbox.settle());
  const names = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all();
  return Object.fromEntries(names.map((name) => [name, rowsOf(sqlite, name)]));
}

/** Assignments have ids that are drawn: each stands for itself wherever it is. */
function withoutDrawn(sqlite: Modules["sqlite"], text: string): string {
  const ids = sqlite
    .prepare<[], string>("SELECT id FROM assignments ORDER BY from_ms, station_id")
    .pluck()
    .all();
  return ids.reduce((replaced, id, index) => replaced.replaceAll(id, `assignment ${index}`), text);
}

function rowsOf(sqlite: Modules["sqlite"], table: string): string[] {
  const columns = sqlite
    .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
    .pluck()
    .all()
    .filter((name) => !OF_THE_WAY.includes(name));
  const rows = sqlite
    .prepare(`SELECT ${columns.join(", ")} FROM ${table}`)
    .raw()
    .all();
  return withoutDrawn(sqlite, rows.map((row) => JSON.stringify(row)).join("\n"))
    .split("\n")
    .toSorted();
}

/** What each boot is dated by, as a start reads it. */
function datingsOf({ boots }: Modules): unknown[] {
  boots.clear();
  return boots.ids().map((id) => {
    const { dating, state, top, first, reported } = boots.byId(id);
    return { id, dating, state, top, first, reported };
  });
}

describe("the benchmark's year", () => {
  it("[TH7] has the rows of a store that took in and thinned the same, table by table", () => {
    const written = makeYear(":memory:", WEEK);
    const ingested = makeYear(":memory:", { ...WEEK, createTakeDay: ingesting });
    ingested.inbox.settle();
    const { thinSome } = createLedgerOf(ingested);
    while (thinSome(WEEK.now));

    const [left, right] = [written, ingested].map(tablesOf);
    for (const [table, rows] of Object.entries(right ?? {})) {
      expect({ table, rows: left?.[table] }).toEqual({ table, rows });
    }
    expect(datingsOf(written)).toEqual(datingsOf(ingested));
    const counts = ["samples", "parts", "thinned", "acts", "works", "hours"].map(
      (table) => left?.[table]?.length ?? 0,
    );
    expect(Math.min(...counts)).toBeGreaterThan(20);
    for (const { sqlite } of [written, ingested]) sqlite.close();
  });
});
