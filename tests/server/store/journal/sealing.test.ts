import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { createChain } from "../../../../server/src/store/journal/chain.ts";
import { verifyJournal } from "../../../../server/src/store/journal/verify-journal.ts";
import { createLedger } from "../../../../server/src/store/ledger.ts";
import { migrate } from "../../../../server/src/store/migrate.ts";
import { at } from "../workshop.ts";
import { type Database, folderWith, openRaw, writtenJournal } from "./journal-store.ts";

/** A store whose journal has no link yet, as the migration finds it. */
function unsealed(lines = 0): Database {
  const sqlite = openRaw(folderWith(writtenJournal().serialize()));
  sqlite.exec("DELETE FROM journal_chain");
  const add = sqlite.prepare(
    "INSERT INTO facts (n, kind, boot_id, run, recorded_at, body) VALUES (?, 'uncertain', 1, 1, 0, '{}')",
  );
  // Samples have numbers too: lines are far from each other.
  const base = 1_000_000;
  sqlite.transaction(() => {
    for (let i = 0; i < lines; i++) add.run(base + i * 40);
  })();
  sqlite.exec(`UPDATE journal_sealing SET up_to = (SELECT max(n) FROM facts);
    UPDATE progress SET arrivals = ${base + lines * 40}`);
  return sqlite;
}

describe("a journal from before there was a chain", () => {
  it("[JC4] is sealed at the first start, and what comes then follows it", () => {
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => told.mockRestore());
    const sqlite = unsealed(12_000);
    const lines = 12_011;
    expect(verifyJournal(sqlite, [])).toMatchObject({ isSealed: false, lines: 0 });

    createLedger(sqlite, at("2026-11-24 08:00")).putSetting("deduce-limit", "7", 1);

    expect(told.mock.calls).toEqual([
      [`the journal is sealed: ${lines} lines of before are linked\n`],
    ]);
    expect(verifyJournal(sqlite, [])).toMatchObject({
      isSealed: true,
      faultCount: 0,
      lines: lines + 1,
    });
  });

  it("[JC4] is sealed some thousand lines at a time, and goes on where it was stopped", () => {
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => told.mockRestore());
    const sqlite = unsealed(12_000);
    let left = 2;
    // A disk that is full in the third step.
    sqlite.function("stopped", () => (left-- > 0 ? 0 : 1));
    sqlite.exec(`CREATE TRIGGER full AFTER INSERT ON journal_chain WHEN new.place % 4000 = 0 AND stopped()
      BEGIN SELECT RAISE(ABORT, 'full'); END`);
    expect(() => createChain(sqlite)).toThrow("full");
    const before = verifyJournal(sqlite, []);
    expect(before).toMatchObject({ isSealed: false });
    expect(before.lines).toBeGreaterThan(0);
    sqlite.exec("DROP TRIGGER full");

    createChain(sqlite);

    expect(verifyJournal(sqlite, [])).toMatchObject({
      isSealed: true,
      faultCount: 0,
      lines: 12_011,
    });
  });

  it("[JC4] a line that was put in while the server was off is not sealed at its start", () => {
    const sqlite = openRaw(folderWith(writtenJournal().serialize()));
    sqlite.exec(
      `INSERT INTO facts (n, kind, run, recorded_at, body) VALUES (100000, 'changed', 1, 0, '{}')`,
    );

    createLedger(sqlite, at("2026-11-24 08:00")).putSetting("deduce-limit", "7", 1);

    const { faults } = verifyJournal(sqlite, []);
    expect(faults.map(({ kind, n }) => [kind, n])).toEqual([["inserted", 100_000]]);
  });
});

describe("the migration", () => {
  it("[JC4] leaves all that is written to be sealed, and nobody as its author", () => {
    const folder = mkdtempSync(join(tmpdir(), "trame-migrations-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const all = join(import.meta.dirname, "../../../../server/migrations");
    for (const name of readdirSync(all))
      if (name < "0022") cpSync(join(all, name), join(folder, name));
    const sqlite = openWriterAt(folder);
    sqlite.exec(
      `INSERT INTO facts (n, kind, run, recorded_at, body) VALUES (7, 'changed', 1, 0, '{}')`,
    );

    migrate(sqlite, all);

    expect(sqlite.prepare("SELECT up_to FROM journal_sealing").pluck().get()).toBe(7);
    expect(sqlite.prepare("SELECT author FROM facts").pluck().all()).toEqual([null]);
    expect(() => sqlite.exec("DELETE FROM facts")).toThrow("append-only");
  });
});

/** A database at the version of these migrations. */
function openWriterAt(folder: string): Database {
  const Sqlite = openWriter(":memory:").constructor as new (file: string) => Database;
  const sqlite = new Sqlite(":memory:");
  onTestFinished(() => void sqlite.close());
  migrate(sqlite, folder);
  return sqlite;
}
