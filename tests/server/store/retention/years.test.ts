import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { verifyJournal } from "../../../../server/src/store/journal/verify-journal.ts";
import { createLedger } from "../../../../server/src/store/ledger.ts";
import { readEach } from "../../../../server/src/store/retention/read-files.ts";
import {
  BUNDLE_TABLES,
  DATED_TABLES,
  ORDER_TABLES,
} from "../../../../server/src/store/retention/years-tables.ts";
import { TOKEN } from "../../api/floor/floor-http.ts";
import { startCounter } from "../../api/support/workshop.ts";
import {
  BORDER,
  NIGHTS_OF_A_YEAR,
  OLD,
  openYearsFloor,
  type Sqlite,
  type YearsFloor,
  YOUNG,
} from "./years-floor.ts";

// Whole floors over a real store: seconds on a quiet machine, more beside others.
vi.setConfig({ testTimeout: 60_000 });

const NEW_ORDER = {
  ...{ customer: "Mairie", dueOn: "2028-01-20", state: "running" },
  styles: [{ styleId: "POLO", quantities: [{ size: "M", colour: "Bleu", pieces: 10 }] }],
};

const BORDER_AT = Date.parse("2026-12-15T00:00:00+01:00");

/** Of a copy of the store, whether all comes out the same when it is folded again. */
function rebuildsSame(floor: YearsFloor): boolean {
  const copy = join(floor.folder, "copy.db");
  floor.sql((sqlite) => sqlite.prepare("VACUUM INTO ?").run(copy));
  const sqlite = openWriter(copy);
  const report = createLedger(sqlite, floor.deps.now()).rebuild();
  sqlite.close();
  return report.before === report.after;
}

const verified = (floor: YearsFloor) => floor.sql((sqlite) => verifyJournal(sqlite, []));

const pluck = (sqlite: Sqlite, query: string): unknown[] => sqlite.prepare(query).pluck().all();

/** Rows before the border, by table, whatever they are about; of orders those that stay. */
function old(floor: YearsFloor) {
  return floor.sql((sqlite) => {
    const dated = DATED_TABLES.map(({ table, column, of }) => {
      const border = of === "day" ? BORDER : BORDER_AT;
      return [table, pluck(sqlite, `SELECT 1 FROM ${table} WHERE ${column} < ${border}`).length];
    });
    return Object.fromEntries(dated.filter(([, count]) => count !== 0));
  });
}

/** Orders of which anything is left, in whatever table. */
function ordersLeft(floor: YearsFloor): unknown[] {
  return floor.sql((sqlite) => {
    const own = ORDER_TABLES.map((table) => `SELECT order_id FROM ${table}`);
    const sewn = BUNDLE_TABLES.map(
      (table) => `SELECT b.order_id FROM ${table} LEFT JOIN bundles b ON b.id = bundle_id
        WHERE bundle_id <> 0`,
    );
    const all = ["SELECT id FROM orders", ...own, ...sewn].join(" UNION ");
    return pluck(sqlite, `${all} ORDER BY 1`);
  });
}

describe("years that have passed", () => {
  it("[RT21] leave what is younger the same to the byte and nothing older in any table, [RT22] nor when all is folded again or comes late, [RT26] tell days that went as gone, [RT23] and keep what still holds; a planted row is seen", async () => {
    const floor = await openYearsFloor();
    expect((await floor.purge(10, NIGHTS_OF_A_YEAR)).taken).toMatchObject({ samples: 8 });
    const figures = await floor.figures();
    const lines = verified(floor);

    const { taken: gone, traces } = await floor.purge(1);

    expect(gone).toMatchObject({ orders: 1, bundles: 2, hours: 16, sealed_points: 4, boots: 1 });
    expect([old(floor), await floor.store.leftTooOld(floor.deps.now())]).toEqual([{}, {}]);
    expect(ordersLeft(floor)).toEqual(floor.orders.slice(1));
    expect(await floor.figures()).toEqual(figures);
    const after = verified(floor);
    expect(after).toMatchObject({ faults: [], letGo: (gone["acts"] ?? 0) + (gone["facts"] ?? 0) });
    expect([gone["acts"], after.lines > lines.lines]).toEqual([31, true]);
    expect(await floor.purge(1)).toEqual({ taken: {}, traces: [] });
    await expectNoBytes(floor, traces);

    await expectRefused(floor);
    await expectLateNotCounted(floor);
    await expectKept(floor);
    await expectPlantedFound(floor);
  });
});

/** Of acts that went; negative control: until the log of writes is emptied they are in it. */
async function expectNoBytes(floor: YearsFloor, traces: readonly Uint8Array[]): Promise<void> {
  const database = join(floor.folder, DATABASE_FILE);
  const files = [database, `${database}-wal`];
  const before = await readEach(files, traces);
  expect(await floor.store.emptyWriteAhead()).toBe(true);
  const { found, sought } = await readEach(files, traces);
  expect([sought, before.found.length > 0, found]).toEqual([31, true, []]);
}

async function expectRefused(floor: YearsFloor): Promise<void> {
  const [day] = OLD;
  const span = `from=${day}&to=${day}`;
  const urls = [`counts?day=${day}`, `reports/production?${span}`, `exports/stops?${span}`];
  const lists = ["stops", "targets", "calls", "inspections", "differences", "exports/daily"];
  const ofDay = lists.map((list) => `${list}?day=${day}`);
  for (const url of [...urls, ...ofDay, `reports/facts?${span}&figure=good`]) {
    const { status, json } = await floor.get(`/api/v1/${url}`, { token: TOKEN });
    expect([url, status, json]).toMatchObject([url, 422, { code: "day-gone" }]);
  }
  const { text } = await floor.get(`/api/v1/counts?day=${day}`, { token: TOKEN, language: "fr" });
  expect(text).toContain("Les chiffres d’avant le 2026-12-15 ne sont plus gardés.");
  const both = await floor.get(`/api/v1/reports/production?from=2026-12-01&to=${YOUNG[0]}`, {
    token: TOKEN,
  });
  expect(both.status).toBe(200);
}

/** Somebody declares pieces of a day that went, and a counter of then sends what it had kept. */
async function expectLateNotCounted(floor: YearsFloor): Promise<void> {
  const hour = Date.parse(`${OLD[0]}T10:00:00+01:00`);
  const body = { key: "late-count-of-2026", stationId: "S03", hour, pieces: 5, reason: "Panne" };
  await floor.send("POST", "/counts", body);
  const began = `${OLD[0]}T07:30:00+01:00`;
  await floor.record(startCounter("esp-01", began).sewn(`${OLD[1]}T11:00:00+01:00`, 500));
  expect([old(floor), rebuildsSame(floor)]).toEqual([{}, true]);
}

/** The last upkeep of a machine, and numbers of orders, which paper may still bear. */
async function expectKept(floor: YearsFloor): Promise<void> {
  const upkeep = "SELECT key FROM acts WHERE kind = 'upkeep' ORDER BY n";
  expect(floor.sql((sqlite) => pluck(sqlite, upkeep))).toEqual(
    YOUNG.map((day) => `upkeep-of-${day}`),
  );
  const { id } = await floor.send<{ id: string }>("POST", "/orders", NEW_ORDER);
  const resting = floor.sql((sqlite) => pluck(sqlite, "SELECT number FROM resting_numbers"));
  expect([id, resting]).toEqual(["2027-4", [1]]);
}

/** Negative control: a row of a day that went, an old order and an old act are told as left. */
async function expectPlantedFound(floor: YearsFloor): Promise<void> {
  floor.sql((sqlite) =>
    sqlite.exec(
      `INSERT INTO hours SELECT ${BORDER - 1}, hour, place_id, 1, 0, 0 FROM hours LIMIT 1;
       INSERT INTO orders SELECT '2021-9', 9, 1, 1, 'closed', body FROM orders LIMIT 1;
       INSERT INTO acts SELECT 1, run, 'old', 'call', state, station_id, NULL, 1, 1, 0, origin, 0, NULL, NULL, NULL,
         digest, body, answer, NULL FROM acts WHERE kind = 'message' LIMIT 1`,
    ),
  );
  const left = await floor.store.leftTooOld(floor.deps.now());
  expect([left, old(floor)]).toEqual([{ hours: 1, orders: 1, acts: 1 }, { hours: 1 }]);
}
