import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "@trame/firmware-sim";
import { createTimeline } from "@trame/shared";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { readEach } from "../../../../server/src/store/retention/read-files.ts";
import { rewriteTable } from "../../../../server/src/store/retention/rewrite-table.ts";
import { createRollUp } from "../../../../server/src/store/retention/roll-up.ts";
import { createTraces } from "../../../../server/src/store/retention/traces.ts";

vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
const FIRST = 20_000;
const HALF = 20;

/** A file with forty days of assignments, written between other rows, as they come. */
function openStore() {
  const folder = mkdtempSync(join(tmpdir(), "trame-bytes-"));
  const file = join(folder, "trame.db");
  const sqlite = openWriter(file);
  onTestFinished(() => {
    sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const random = createRandom("assignments");
  const upTo = (most: number): number => Math.floor(random.between(0, most));
  const insert = sqlite.prepare("INSERT INTO assignments VALUES (?, ?, ?, ?, ?, 'badge')");
  const other = sqlite.prepare("INSERT INTO settings VALUES (?, ?)");
  const write = sqlite.transaction((day: number) => {
    for (let i = 0; i < 400; i++) {
      const from = (FIRST + day) * DAY_MS + upTo(DAY_MS / 3);
      const id = `${random.hex(8)}-${day}-${i}`;
      insert.run(id, `P${upTo(100)}`, `S${upTo(100)}`, from, from + 1e6);
    }
    for (let i = 0; i < 50; i++) other.run(`${day}-${i}`, "x".repeat(upTo(300)));
  });
  for (let day = 0; day < 2 * HALF; day++) write(day);
  return { sqlite, file };
}

/** Takes the first half of the days; answers how many deleted rows are still in the bytes of the file. */
async function bytesLeft(isRewritten: boolean): Promise<number> {
  const { sqlite, file } = openStore();
  const rollUp = createRollUp(sqlite, () => createTimeline([]));
  const tracesOf = createTraces(sqlite, "assignments", "operator_id");
  const old = sqlite.prepare<[number], Record<string, string | number | null>>(
    "SELECT rowid, * FROM assignments WHERE from_ms < ?",
  );
  const traces = old.all((FIRST + HALF) * DAY_MS).flatMap(tracesOf);
  sqlite
    .transaction(() => {
      for (let day = 0; day < HALF; day++) rollUp.take(rollUp.ofOldestDay(FIRST + HALF));
      if (isRewritten) rewriteTable(sqlite, "assignments");
    })
    .immediate();
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  const { found } = await readEach([file, `${file}-wal`], traces);
  expect(sqlite.prepare("SELECT count(*) FROM assignments").pluck().get()).toBe(HALF * 400);
  return found.reduce((sum, { values }) => sum + values, 0);
}

describe("people's tables", () => {
  it("[RT6] written anew leave no byte of 8,000 deleted rows; negative control: deleted alone they leave some", async () => {
    expect(await bytesLeft(true)).toBe(0);
    expect(await bytesLeft(false)).toBeGreaterThan(0);
  });
});
