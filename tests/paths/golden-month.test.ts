import { join } from "node:path";
import type { DayTruth } from "@trame/firmware-sim";
import type { ProductionReport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { openWriter } from "../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../server/src/store/database-file.ts";
import { createLedger } from "../../server/src/store/ledger.ts";
import { type ExportRow, findWrongFigures, findWrongRows } from "./golden-month/findings.ts";
import { DAYS, type GoldenMonth, liveThrough } from "./golden-month/workshop-month.ts";

const MONTH = "from=2026-11-01&to=2026-11-30";

/** The first day with one piece and one minute more in one of its rows. */
function oneOff([first, ...others]: readonly DayTruth[]): DayTruth[] {
  const [row, ...rows] = first?.rows ?? [];
  if (first === undefined || row === undefined) throw new Error("the month is empty");
  const wrong = { ...row, good: row.good + 1, attendedMinutes: row.attendedMinutes + 1 };
  return [{ ...first, rows: [wrong, ...rows] }, ...others];
}

function reportOf({ get }: GoldenMonth, query: string) {
  return get<ProductionReport>(`/api/v1/reports/production?${query}`);
}

/** Every stop of the month, as supervisors are told. */
function stopsOf({ get }: GoldenMonth, days: readonly DayTruth[]) {
  return Promise.all(days.map(({ day }) => get<{ stops: object[] }>(`/api/v1/stops?day=${day}`)));
}

async function exportOf({ get }: GoldenMonth) {
  const url = `/api/v1/exports/production?${MONTH}&format=json`;
  const { tables } = await get<{ tables: { rows: ExportRow[] }[] }>(url);
  return tables[0]?.rows ?? [];
}

/** Purges as of so many days later, and lets go of what days came to, so that it is computed again. */
async function purgeAfter({ http }: GoldenMonth, days: number): Promise<void> {
  for (const night of [days, days + 1]) {
    const now = http.deps.now() + night * 86_400_000;
    for (let isMore = true; isMore; ) ({ isMore } = await http.store.purgeStep(now));
  }
  const sqlite = openWriter(join(http.folder, DATABASE_FILE));
  sqlite.exec("DELETE FROM day_rows");
  sqlite.close();
}

/** Rows of some tables, together. */
function rowsIn({ http }: GoldenMonth, ...tables: string[]): number {
  const sqlite = openWriter(join(http.folder, DATABASE_FILE));
  const counts = tables.map((table) =>
    sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  sqlite.close();
  return counts.reduce<number>((sum, count) => sum + Number(count), 0);
}

/** A copy of the store is folded again from what is left of its log. */
function rebuiltCopy({ http }: GoldenMonth) {
  const copy = join(http.folder, "copy.db");
  const sqlite = openWriter(join(http.folder, DATABASE_FILE));
  sqlite.prepare("VACUUM INTO ?").run(copy);
  sqlite.close();
  const copied = openWriter(copy);
  const report = createLedger(copied, http.deps.now()).rebuild();
  copied.close();
  return report;
}

describe("the reports of a month whose truth is known", () => {
  it("[GM1] say what happened, to the piece and to the minute: each day, the month, each order, the export, [RT1] and again when who was there is forgotten, [SL2] and when the samples are gone", async () => {
    const golden = await liveThrough("golden");
    const { days } = golden.month.truth;
    const last = golden.stations.at(-1)?.operation ?? "";

    expect(golden.refused).toEqual([]);
    expect(await golden.get("/api/v1/conflicts")).toEqual({ conflicts: [] });
    for (const day of days) {
      const said = await reportOf(golden, `from=${day.day}&to=${day.day}`);
      expect(findWrongFigures(said, [day], last), day.day).toEqual([]);
    }
    const whole = await reportOf(golden, MONTH);
    expect(findWrongFigures(whole, days, last)).toEqual([]);
    for (const orderId of golden.orderIds) {
      const { orders } = await reportOf(golden, `${MONTH}&order=${orderId}`);
      expect(orders).toEqual(whole.orders.filter((order) => order.orderId === orderId));
    }
    const rows = await exportOf(golden);
    expect(findWrongRows(rows, days)).toEqual([]);

    // The comparison sees a single piece and a single minute.
    expect(findWrongFigures(whole, oneOff(days), last)).not.toEqual([]);
    expect(findWrongRows(rows, oneOff(days)).length).toBe(2);
    expect(days.length).toBe(DAYS.length);
    expect(whole.totals.good).toBeGreaterThan(2_000);

    // Two months later nobody is known any more, and the month says the same.
    await purgeAfter(golden, 60);
    expect(rowsIn(golden, "assignments")).toBe(0);
    expect(rowsIn(golden, "head_changes")).toBeGreaterThan(DAYS.length);
    expect(rowsIn(golden, "samples")).toBeGreaterThan(2_000);
    expect(await reportOf(golden, MONTH)).toEqual(whole);
    expect(await exportOf(golden)).toEqual(rows);

    // Half a year later no sample is left, and it says the same.
    const stops = await stopsOf(golden, days);
    expect(stops.flatMap((of) => of.stops).length).toBeGreaterThan(DAYS.length);
    await purgeAfter(golden, 180);
    expect(rowsIn(golden, "samples", "thinned", "parts")).toBe(0);
    expect(await reportOf(golden, MONTH)).toEqual(whole);
    expect(await exportOf(golden)).toEqual(rows);
    expect(await stopsOf(golden, days)).toEqual(stops);
    const { before, after } = rebuiltCopy(golden);
    expect(after).toBe(before);

    // Negative control: a piece that was left out when they were put together is missed, and so is how stations stood.
    const sqlite = openWriter(join(golden.http.folder, DATABASE_FILE));
    sqlite.exec(
      "UPDATE sealed_points SET pieces = pieces - 1 WHERE at = (SELECT min(at) FROM sealed_points)",
    );
    sqlite.exec("UPDATE sealed_states SET body = '{}'");
    sqlite.exec("DELETE FROM day_rows");
    sqlite.close();
    expect(findWrongFigures(await reportOf(golden, MONTH), days, last)).not.toEqual([]);
    expect(await stopsOf(golden, days)).not.toEqual(stops);
  });
});
