import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createBackups } from "../../../server/src/backup/create-backups.ts";
import { createProver } from "../../../server/src/retention/prove.ts";
import { createPurgeDesk } from "../../../server/src/retention/purge-desk.ts";
import { openPurges } from "../../../server/src/retention/start-purges.ts";
import { createBackupJobs } from "../../../server/src/store/backup/backup-jobs.ts";
import { DATABASE_FILE } from "../../../server/src/store/database-file.ts";
import type { Purge } from "../../../server/src/store/retention/purge.ts";
import { createProofReader } from "../../../server/src/store/retention/start-proof.ts";
import { LUC, openPeopleFloor, type PeopleFloor, TOKEN } from "../store/retention/people-floor.ts";

// Whole floors over a real store: seconds on a quiet machine, more beside others.
vi.setConfig({ testTimeout: 60_000 });

/** What names Luc, in whatever way it is written. */
const NEEDLES = [LUC.id, LUC.pseudonym, LUC.code];

const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Files under a folder in whose bytes something of somebody is; packed ones are unpacked. */
function filesWith(folder: string, needles: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      const isPacked = bytes.subarray(0, 4).equals(ZSTD_MAGIC);
      const all = isPacked ? zstdDecompressSync(bytes) : bytes;
      return needles.some((needle) => all.includes(needle));
    })
    .map((file) => relative(folder, file));
}

const remove = (floor: PeopleFloor) =>
  floor.ask("DELETE", `/api/v1/operators/${LUC.id}?reason=left`, { token: TOKEN });

async function purgesOf(floor: PeopleFloor): Promise<Purge[]> {
  return (await floor.send<{ purges: Purge[] }>("GET", "/privacy/purges")).purges;
}

/** A reader at the counter of S01 reads Luc's badge, and half of another message with it comes too. */
async function readBadge({ deps, record }: PeopleFloor): Promise<void> {
  const [deviceId, received, up] = ["esp-01", deps.now(), 90_000_000];
  const events = [{ seq: 9_001, up, kind: "scan" as const, code: LUC.code }];
  const payload = Buffer.from(`{"boot":"9f2c01ab","events":[{"seq":9002,"code":"${LUC.code}"`);
  const unread = {
    topic: "trame/v1/esp-01/events",
    payload,
    index: -1,
    fault: "not-json" as const,
  };
  await record(
    { kind: "events", deviceId, received, message: { boot: "9f2c01ab", up, events } },
    { kind: "quarantine", deviceId, received, ...unread },
  );
}

/** Backups and purges of a floor's folder that say what fails instead of breaking off. */
async function openOwn({ folder, store, deps: { now } }: PeopleFloor) {
  const faults: unknown[] = [];
  const onError = (fault: unknown): void => void faults.push(fault);
  const jobs = createBackupJobs();
  const known = { store: join(folder, DATABASE_FILE), folder: join(folder, "backups"), jobs, now };
  const backups = await createBackups({ ...known, onFault: onError });
  const purges = openPurges(folder, { store, backups: { backups }, now, onError });
  onTestFinished(async () => {
    await purges.close();
    await jobs.close();
  });
  return { backups, purges, faults };
}

describe("a purge", () => {
  it("[RT6] leaves nothing of a removed person in the bytes of any file, [RT8] and says so, in the journal too", async () => {
    const floor = await openPeopleFloor();
    await readBadge(floor);
    expect(filesWith(floor.folder, NEEDLES).length).toBeGreaterThan(0);

    await remove(floor);
    await floor.purges.settled();

    expect(filesWith(floor.folder, NEEDLES)).toEqual([]);
    const [purge] = await purgesOf(floor);
    expect(purge).toMatchObject({
      cause: "removal",
      taken: { assignments: 4, events: 1, quarantine: 1, operators: 1 },
      proof: { isProven: true, found: [], left: {}, isCompacted: false, fault: null },
    });
    expect(purge?.proof.sought).toBeGreaterThan(8);
    const { entries } = await floor.send<{ entries: { kind: string; after: object }[] }>(
      "GET",
      "/journal",
    );
    expect(entries[0]).toMatchObject({
      kind: "purge",
      after: { cause: "removal", isProven: true },
    });
  });

  it("[RT6] negative control: with the log of writes left as it is, the planted person is found", async () => {
    const floor = await openPeopleFloor();
    const { folder, store, deps } = floor;
    const reader = createProofReader();
    const lazy = { ...store, emptyWriteAhead: () => Promise.resolve(false) };
    const known = { folder, reader, now: deps.now, database: DATABASE_FILE, tryAgainMs: 1 };
    const prover = createProver({ ...known, store: lazy });
    const { backups } = deps.backups;
    const onError = (error: unknown) => {
      throw error;
    };
    const desk = createPurgeDesk({ store, backups, prover, now: deps.now, onError });

    const answer = await store.removePerson({ id: LUC.id, reason: "left" }, deps.now());
    if (!answer.ok) throw new Error("there is no Luc");
    desk.soon(answer.value);
    await desk.settled();
    await desk.close();

    expect(filesWith(floor.folder, NEEDLES)).toEqual([`${DATABASE_FILE}-wal`]);
    const [purge] = await purgesOf(floor);
    expect(purge?.proof).toMatchObject({ isProven: false, left: {} });
    expect(purge?.proof.found.map(({ file }) => file)).toContain(`${DATABASE_FILE}-wal`);
    expect(purge?.proof.fault).toContain("log of writes");
  });

  it("[RT5] of a night takes what is too old, [RT7] out of old backups in both folders too, once, while nobody works", async () => {
    const floor = await openPeopleFloor();
    const second = await mkdtemp(join(tmpdir(), "trame-second-"));
    onTestFinished(() => rm(second, { recursive: true, force: true }));
    const { backups, purges, faults } = await openOwn(floor);
    await backups.setSettings({ nightlyAt: "02:30", folder: second });
    await backups.make("manual");
    const [before] = backups.shelf.records;
    floor.setNow("2026-11-26T06:30:00+01:00");
    await backups.make("manual");
    const [damaged] = backups.shelf.records;
    writeFileSync(backups.shelf.folder.packed(damaged?.id ?? ""), "what a disk made of it");
    await remove(floor);
    await floor.purges.settled();
    expect(filesWith(floor.folder, NEEDLES)).toEqual([`backups/${before?.id}.db.zst`]);
    expect(filesWith(second, NEEDLES)).toHaveLength(2);

    floor.setNow("2027-01-11T10:00:00+01:00");
    await purges.tick();
    expect(await purgesOf(floor)).toHaveLength(1);
    floor.setNow("2027-01-11T12:30:00+01:00");
    await purges.tick();
    await purges.tick();

    const [purge, ...others] = await purgesOf(floor);
    expect(others).toHaveLength(1);
    expect(purge).toMatchObject({
      cause: "night",
      taken: { assignments: 10 },
      proof: { isProven: true, found: [], left: {} },
      backups: { rewritten: 1, dropped: 1, left: [] },
    });
    expect([floor.folder, second].flatMap((folder) => filesWith(folder, NEEDLES))).toEqual([]);
    expect(faults).toMatchObject([{ code: "backup-damaged" }]);
    const [after, ...rest] = backups.shelf.records;
    expect([after, rest]).toMatchObject([{ id: before?.id, forgotten: 1, damagedAt: null }, []]);
    expect(after?.totals.outline).toEqual(before?.totals.outline);
    const copies = readdirSync(second, { recursive: true, encoding: "utf8" });
    expect(copies.filter((name) => name.endsWith(".zst")).map((name) => basename(name))).toEqual([
      `${before?.id}.db.zst`,
    ]);
  });
});
