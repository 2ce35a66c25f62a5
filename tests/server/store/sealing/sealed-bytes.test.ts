import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { createLedger } from "../../../../server/src/store/ledger.ts";
import { at, planOf } from "../workshop.ts";

const MESSAGES = 600;
const SAMPLES = 4;
const EVERY_MS = 60_003;

/** When a message came, as SQLite writes it in a row. */
function bytesOf(received: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(received));
  return bytes.subarray(2);
}

/** Messages of two counters in turn, purged once all is old: how many of them the file tells of, and how many it may. */
function purgedFile(secureDelete: "ON" | "OFF") {
  const folder = mkdtempSync(join(tmpdir(), "trame-sealed-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "trame.db");
  const sqlite = openWriter(file);
  onTestFinished(() => void sqlite.close());
  // What is not on disk at once is no matter here.
  sqlite.pragma("synchronous = OFF");
  if (secureDelete === "OFF") sqlite.pragma("secure_delete = OFF");
  const ledger = createLedger(sqlite, at("2026-11-22 00:00"));
  const plan = { from: at("2026-11-22 00:00"), plan: planOf(), secrets: [] };
  ledger.putPlan(plan, at("2026-11-22 12:00"));
  const began = at("07:59");
  const came = Array.from({ length: MESSAGES }, (_, index) => began + (index + 1) * EVERY_MS);
  for (const [index, received] of came.entries()) {
    const up = received - began;
    const samples = Array.from({ length: SAMPLES }, (_, of) => {
      const seq = index * SAMPLES + of + 1;
      return { seq, up, pieces: index, stitches: null, trims: null, state: null };
    });
    const deviceId = index % 2 === 0 ? "esp-01" : "esp-02";
    ledger.commit([
      { kind: "counts", deviceId, received, message: { boot: "0000000a", up, samples } },
    ]);
  }
  while (ledger.retention.purgeStep(at("2027-03-15 20:00")).isMore);
  const kept = sqlite
    .prepare<[], number>(
      `SELECT received FROM sealed_points UNION SELECT received FROM seals
       UNION SELECT first_received FROM seals`,
    )
    .pluck()
    .all();
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  const bytes = readFileSync(file);
  const told = came.filter((received) => bytes.includes(bytesOf(received)));
  return { told: told.length, kept: kept.length };
}

describe("the file of a store whose samples have gone", () => {
  it("[SL10] tells of no message beyond what was put together; negative control: without secure_delete it does", () => {
    const { told, kept } = purgedFile("ON");
    const careless = purgedFile("OFF");

    expect(told).toBeLessThanOrEqual(kept);
    expect(kept).toBeLessThan(MESSAGES / 4);
    expect(careless.told).toBeGreaterThan(careless.kept);
  });
});
