import { copyFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { INCOMING_FILE, swapIn } from "../../../../server/src/store/backup/swap.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { openStore, type Store } from "../../../../server/src/store/open-store.ts";

// Whole floors over a real store: seconds on a quiet machine, more beside others.
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.parse("2026-11-23T12:00:00+01:00");

async function inStore<Result>(
  folder: string,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(folder, NOW);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const COPY = "copy.db";

/** A folder with a copy of its store that was made while Luc and Noa were there; Luc was removed since. */
async function beforeRestore(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-removed-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await inStore(folder, async (store) => {
    await store.addOperator({ id: "luc", pseudonym: "Luc" }, NOW);
    await store.addOperator({ id: "noa", pseudonym: "Noa" }, NOW);
  });
  copyFileSync(join(folder, DATABASE_FILE), join(folder, COPY));
  await inStore(folder, (store) => store.removePerson({ id: "luc", reason: "left" }, NOW));
  return folder;
}

const idsIn = (folder: string) =>
  inStore(folder, async ({ reports }) => (await reports.readOperators()).map(({ id }) => id));
function restore(folder: string): void {
  copyFileSync(join(folder, COPY), join(folder, INCOMING_FILE));
  swapIn(folder, swap);
}

const swap = { backupId: "20261123T020000Z-nightly", author: "token", now: NOW } as const;

describe("a backup of before somebody was removed", () => {
  it("[RT7] does not bring them back when it is restored, but who was taken on again under the same id", async () => {
    const folder = await beforeRestore();
    restore(folder);
    expect(await idsIn(folder)).toEqual(["noa"]);

    await inStore(folder, (store) => store.addOperator({ id: "luc", pseudonym: "Luc B." }, NOW));
    restore(folder);
    expect(await idsIn(folder)).toEqual(["luc", "noa"]);
  });
});
