import { copyFileSync, existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  dropReplaced,
  INCOMING_FILE,
  putBack,
  swapIn,
} from "../../../../server/src/store/backup/swap.ts";
import { openStore } from "../../../../server/src/store/open-store.ts";
import { closedStore, databaseIn, inDatabase, openLedger, piecesIn } from "./sewing-store.ts";

const NOW = Date.parse("2026-11-23T12:00:00+01:00");
const swap = { backupId: "20261123T020000Z-nightly", author: "account:7", now: NOW } as const;

/** A store that went on after it was copied: 42 pieces are in the copy, 47 in the store. */
function movedOn(): string {
  const folder = closedStore();
  copyFileSync(databaseIn(folder), join(folder, INCOMING_FILE));
  const store = openLedger(folder);
  store.sew("2026-11-23T10:30:00+01:00", 5, "0000000c");
  store.close();
  return folder;
}

/** A server starts on the folder and ends. */
async function runOn(folder: string): Promise<void> {
  const store = await openStore(folder, NOW);
  await store.close();
}

const clockIn = (folder: string): number =>
  inDatabase(databaseIn(folder), (sqlite) =>
    Number(sqlite.prepare("SELECT clock FROM progress").pluck().get()),
  );
const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith("trame.db"))
    .sort();

describe("a database that takes the place of another", () => {
  it("[BK10] goes on with a clock above both, and its journal says where it came from", () => {
    const folder = movedOn();
    const before = clockIn(folder);
    swapIn(folder, swap);
    expect([piecesIn(folder), clockIn(folder)]).toEqual([42, before + 1]);
    const facts = inDatabase(databaseIn(folder), (sqlite) =>
      sqlite
        .prepare("SELECT kind, body, recorded_at AS at FROM facts ORDER BY n DESC LIMIT 1")
        .get(),
    );
    const body = {
      what: "backup",
      subject: swap.backupId,
      before: { clock: before },
      after: { clock: before - 1 },
    };
    expect(facts).toEqual({ kind: "changed", body: JSON.stringify(body), at: NOW });
  });

  it("[BK8] leaves what it replaced until that is let go of, or put back", () => {
    const folder = movedOn();
    swapIn(folder, swap);
    expect(filesIn(folder)).toEqual(["trame.db", "trame.db.replaced"]);
    expect(putBack(folder)).toBe(true);
    expect([piecesIn(folder), putBack(folder)]).toEqual([47, false]);

    const other = movedOn();
    swapIn(other, swap);
    dropReplaced(other);
    expect([putBack(other), piecesIn(other), filesIn(other)]).toEqual([false, 42, ["trame.db"]]);
  });

  it("[BK8] a crash between the two renames leaves the one before", async () => {
    const folder = movedOn();
    renameSync(databaseIn(folder), `${databaseIn(folder)}.replaced`);
    await runOn(folder);
    expect([piecesIn(folder), filesIn(folder)]).toEqual([47, ["trame.db"]]);
  });

  it("[BK8] a crash before the first rename leaves the one before, and nothing of the other", async () => {
    const folder = movedOn();
    await runOn(folder);
    expect([piecesIn(folder), existsSync(join(folder, INCOMING_FILE))]).toEqual([47, false]);
  });

  it("[BK8] what a killed server had not written back yet is in what comes back", () => {
    const folder = movedOn();
    const wal = ["trame.db", "trame.db-wal"].map((name) => join(folder, name));
    const store = openLedger(folder);
    store.sew("2026-11-23T11:30:00+01:00", 3, "0000000d");
    for (const file of wal) copyFileSync(file, `${file}.killed`);
    store.close();
    for (const file of wal) renameSync(`${file}.killed`, file);

    swapIn(folder, swap);

    expect(filesIn(folder)).toEqual(["trame.db", "trame.db.replaced"]);
    expect(piecesIn(folder)).toBe(42);
    putBack(folder);
    expect(piecesIn(folder)).toBe(50);
  });
});
