import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { HEADS_FILE, readNotedHeads } from "../../../server/src/journal/noted-heads.ts";
import { startJournalWatch } from "../../../server/src/journal/start-journal-watch.ts";
import { createReads } from "../../../server/src/store/reads.ts";
import { openDesk, type TestDesk } from "../backup/open-desk.ts";
import { databaseIn, inDatabase, openLedger } from "../store/backup/sewing-store.ts";

/** A closed store whose journal somebody else writes, watched with a clock turned by hand. */
async function watched() {
  const desk = await openDesk();
  let now = Date.parse("2026-11-23T12:00:00+01:00");
  const errors: unknown[] = [];
  const readJournalHead = () =>
    Promise.resolve(
      inDatabase(databaseIn(desk.folder), (sqlite) => createReads(sqlite).readJournalHead()),
    );
  const watch = startJournalWatch({
    folder: desk.folder,
    store: { reports: { readJournalHead } as never },
    backups: desk.backups,
    now: () => now,
    onError: (error) => void errors.push(error),
  });
  onTestFinished(() => watch.close());
  const setNow = (at: string): void => {
    now = Date.parse(at);
    desk.setNow(at);
  };
  return { desk, watch, errors, setNow };
}

function change({ folder }: TestDesk, key: string, value: string): void {
  const store = openLedger(folder);
  store.ledger.putSetting(key, value, Date.parse("2026-11-23T12:00:00+01:00"));
  store.close();
}

function cutLast({ folder }: TestDesk): void {
  inDatabase(databaseIn(folder), (sqlite) => {
    for (const name of ["facts_stay", "links_stay"]) sqlite.exec(`DROP TRIGGER ${name}`);
    sqlite.exec(`DELETE FROM facts WHERE n = (SELECT max(n) FROM facts);
      DELETE FROM journal_chain WHERE n = (SELECT max(n) FROM journal_chain)`);
  });
}

describe("the watch over the journal", () => {
  it("[JC6] notes the head each hour at most, and only where there is a new one", async () => {
    const { desk, watch, setNow } = await watched();
    const lines = () => readFileSync(join(desk.folder, HEADS_FILE), "utf8").trim().split("\n");
    await watch.check();
    expect(lines()).toEqual([
      expect.stringMatching(/^\d+ \d+ [0-9a-f]{64} 2026-11-23T11:00:00.000Z$/),
    ]);
    change(desk, "causes", "[]");
    setNow("2026-11-23T12:59:59+01:00");
    await watch.check();
    expect(lines()).toHaveLength(1);
    setNow("2026-11-23T13:00:00+01:00");
    await watch.check();
    setNow("2026-11-23T14:30:00+01:00");
    await watch.check();
    expect((await readNotedHeads(desk.folder)).map(({ at }) => new Date(at).toISOString())).toEqual(
      ["2026-11-23T11:00:00.000Z", "2026-11-23T12:00:00.000Z"],
    );
  });

  it("[JC6] reads the whole journal each night, and keeps what it found", async () => {
    const { desk, watch, errors, setNow } = await watched();
    expect(await watch.last()).toBeNull();
    await watch.check();
    const first = await watch.last();
    expect(first).toMatchObject({ at: Date.parse("2026-11-23T12:00:00+01:00"), faultCount: 0 });
    change(desk, "causes", "[]");
    setNow("2026-11-24T01:59:00+01:00");
    await watch.check();
    expect(await watch.last()).toEqual(first);
    cutLast(desk);
    setNow("2026-11-24T03:00:00+01:00");
    await watch.check();

    expect(await watch.last()).toMatchObject({
      at: Date.parse("2026-11-24T03:00:00+01:00"),
      faults: [{ kind: "cut", lines: 1 }],
    });
    expect(errors).toEqual([new Error("the journal has 1 faults")]);
  });

  it("[JC6] finds a tail that was cut by the head in a backup's record alone", async () => {
    const { desk, watch, errors } = await watched();
    change(desk, "causes", "[]");
    await desk.made("manual");
    cutLast(desk);
    await watch.check();
    expect((await watch.last())?.faults).toMatchObject([{ kind: "cut", lines: 1 }]);
    expect(errors).toHaveLength(1);
  });

  it("[JC6] takes what a restore took back for no fault, and what was cut since for one", async () => {
    const { desk, watch, setNow } = await watched();
    const backup = await desk.made("manual");
    change(desk, "causes", "[]");
    change(desk, "defects", "[]");
    await watch.check();
    setNow("2026-11-23T14:00:00+01:00");
    await desk.restored(backup);
    setNow("2026-11-24T03:00:00+01:00");
    await watch.check();
    expect(await watch.last()).toMatchObject({ faultCount: 0, restores: 1, headsMet: 2 });

    cutLast(desk);
    setNow("2026-11-25T03:00:00+01:00");
    await watch.check();
    expect((await watch.last())?.faults.map(({ kind }) => kind)).toContain("cut");
  });
});
