import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { createDayReader } from "../../../../server/src/store/day-read.ts";
import { createLedger } from "../../../../server/src/store/ledger.ts";
import { DAYS, LUC, openPeopleFloor, type PeopleFloor, TOKEN } from "./people-floor.ts";

// Whole floors over a real store: seconds on a quiet machine, more beside others.
vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
const MONDAY = Date.parse(DAYS[0]);

/** As on a day so many days after the Monday. */
async function purge(floor: PeopleFloor, days: number): Promise<void> {
  for (let isMore = true; isMore; )
    ({ isMore } = await floor.store.purgeStep(MONDAY + days * DAY_MS));
}

const countOf = (floor: PeopleFloor, table: string) =>
  floor.sql((sqlite) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

const headsOf = ({ store }: PeopleFloor) =>
  Promise.all(DAYS.map((day) => store.reports.readHeads(Math.floor(Date.parse(day) / DAY_MS))));

/** Of a copy of the store: before and after all is folded again. */
function rebuildCopy(floor: PeopleFloor) {
  const copy = join(floor.folder, "copy.db");
  floor.sql((sqlite) => sqlite.prepare("VACUUM INTO ?").run(copy));
  const sqlite = openWriter(copy);
  const presences = () =>
    DAYS.map((day) => createDayReader(sqlite)(Math.floor(Date.parse(day) / DAY_MS)).presences);
  const told = presences();
  const report = createLedger(sqlite, MONDAY).rebuild();
  const again = presences();
  sqlite.close();
  return { told, again, isSame: report.before === report.after };
}

describe("who was where, after its time", () => {
  it("[RT1] leaves every report and export the same to the byte, [RT2] and the heads of each line; a lost minute is seen", async () => {
    const floor = await openPeopleFloor();
    const before = await floor.figures();
    const heads = await headsOf(floor);

    await purge(floor, 31);
    expect(countOf(floor, "assignments")).toBe(8);
    expect(await floor.figures()).toEqual(before);
    await purge(floor, 60);
    expect(countOf(floor, "assignments")).toBe(0);
    expect(await floor.figures()).toEqual(before);
    expect(await headsOf(floor)).toEqual(heads);
    expect(heads.map((lines) => lines.map(({ people }) => people))).toEqual([
      ["few", "few"],
      ["few", "few"],
      ["few", 4],
    ]);
    const rebuilt = rebuildCopy(floor);
    expect(rebuilt).toEqual({ told: rebuilt.told, again: rebuilt.told, isSame: true });

    floor.sql((sqlite) =>
      sqlite.exec(
        `UPDATE head_changes SET at = at + 60000 WHERE station_id = 'S01'
           AND at = (SELECT min(at) FROM head_changes WHERE change < 0)`,
      ),
    );
    const lost = await floor.figures();
    const differing = Object.keys(before).filter((url) => lost[url] !== before[url]);
    expect(differing).toContain(`/counts?day=${DAYS[0]}`);
    expect(differing.some((url) => url.startsWith("/exports/attendance"))).toBe(true);
  });
});

describe("a person who is removed", () => {
  const remove = (floor: PeopleFloor) =>
    floor.ask("DELETE", `/api/v1/operators/${LUC.id}?reason=asked`, { token: TOKEN });

  it("[RT3] moves no figure, neither of today nor of before, and leaves a badge that is never given again", async () => {
    const floor = await openPeopleFloor();
    floor.on("2026-11-25", "11:00");
    const before = await floor.figures();

    expect((await remove(floor)).json).toMatchObject({ rows: { assignments: 3, operators: 1 } });
    await floor.purges.settled();

    expect(await floor.figures()).toEqual(before);
    expect(countOf(floor, "assignments")).toBe(10);
    const told = await floor.act("/badges", "S01", { badge: LUC.code, direction: "in" });
    const next = await floor.send<{ badge: number }>("POST", "/operators", { pseudonym: "Neuf" });
    const again = await remove(floor);
    expect([told.accepted, told.code]).toEqual([false, "badge-unknown"]);
    expect(next.badge).toBe(LUC.badge + 1);
    expect([again.status, again.json]).toMatchObject([404, { code: "operator-unknown" }]);
  });
});
