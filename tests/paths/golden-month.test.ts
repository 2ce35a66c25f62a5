import { join } from "node:path";
import type { DayTruth } from "@trame/firmware-sim";
import type { ProductionReport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { openWriter } from "../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../server/src/store/database-file.ts";
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

async function exportOf({ get }: GoldenMonth) {
  const url = `/api/v1/exports/production?${MONTH}&format=json`;
  const { tables } = await get<{ tables: { rows: ExportRow[] }[] }>(url);
  return tables[0]?.rows ?? [];
}

/** Rolls up who was where, and lets go of what days came to, so that it is computed again. */
async function forgetPeople({ http }: GoldenMonth): Promise<void> {
  const later = http.deps.now() + 60 * 86_400_000;
  for (let isMore = true; isMore; ) ({ isMore } = await http.store.purgeStep(later));
  const sqlite = openWriter(join(http.folder, DATABASE_FILE));
  const left = sqlite.prepare("SELECT count(*) FROM assignments").pluck().get();
  const changes = sqlite.prepare("SELECT count(*) FROM head_changes").pluck().get();
  sqlite.exec("DELETE FROM day_rows");
  sqlite.close();
  expect([left, Number(changes) > DAYS.length]).toEqual([0, true]);
}

describe("the reports of a month whose truth is known", () => {
  it("[GM1] say what happened, to the piece and to the minute: each day, the month, each order, the export, [RT1] and again when who was there is forgotten", async () => {
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
    await forgetPeople(golden);
    expect(await reportOf(golden, MONTH)).toEqual(whole);
    expect(await exportOf(golden)).toEqual(rows);
  });
});
