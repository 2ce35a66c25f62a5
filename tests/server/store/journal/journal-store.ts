/** A small journal of acts and facts, and what somebody with the file in hand could do to it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Author } from "../../../../server/src/author.ts";
import { openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import type { ActRequest } from "../../../../server/src/store/floor/act-request.ts";
import type { COLUMNS } from "../../../../server/src/store/journal/line-hash.ts";
import { serveFor } from "../../../../server/src/store/journal/served-author.ts";
import { codeOf, openFloorLedger } from "../floor/floor-ledger.ts";
import { at } from "../workshop.ts";

export type Database = ReturnType<typeof openWriter>;

const SUPERVISOR: Author = "account:a1";

/** Facts of a plan, a catalogue and settings, and acts at stations, refused ones too; nothing yet wrote it as its author. */
export function writtenJournal(): Database {
  const { sqlite, ledger } = openFloorLedger();
  const begin = at("2026-11-23 08:00");
  let minute = 0;
  const head = () => {
    const received = begin + ++minute * 60_000;
    const moment = { at: received, sentAt: received };
    return { key: `act-${minute}`, stationId: "S2", origin: "scan" as const, ...moment };
  };
  const act = (request: ActRequest): void => {
    const context = { received: begin + minute * 60_000, isAdmin: false };
    serveFor("station:S2", () => ledger.act(request, context));
  };
  const code = codeOf(1);
  const good = { operation: "20", good: 10, rework: 0, second: 0, scrap: 0 };
  act({ kind: "scan", body: { ...head(), code } });
  act({ kind: "finish", body: { ...head(), code, ...good } });
  act({ kind: "finish", body: { ...head(), code, ...good } });
  serveFor(SUPERVISOR, () => {
    ledger.putSetting("deduce-limit", "5", begin + 600_000);
    ledger.putSetting("deduce-limit", "6", begin + 660_000);
  });
  return sqlite;
}

/** A folder with the file of a store, gone with the test. */
export function folderWith(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "trame-journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, DATABASE_FILE), bytes);
  return folder;
}

/** Opens the file of a store as somebody who does not care for its triggers. */
export function openRaw(folder: string): Database {
  const sqlite = openWriter(join(folder, DATABASE_FILE));
  onTestFinished(() => void sqlite.close());
  sqlite.pragma("synchronous = OFF");
  const triggers = sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck();
  for (const name of triggers.all()) sqlite.exec(`DROP TRIGGER ${name}`);
  return sqlite;
}

/** Numbers of the lines of a log, ascending. */
export function numbersOf(sqlite: Database, log: keyof typeof COLUMNS): number[] {
  return sqlite.prepare<[], number>(`SELECT n FROM ${log}s ORDER BY n`).pluck().all();
}
