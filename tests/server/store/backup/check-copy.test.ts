import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../../../server/src/store/backup/backup-fault.ts";
import { checkCopy } from "../../../../server/src/store/backup/check-copy.ts";
import { copyStore, type StoreTotals } from "../../../../server/src/store/backup/copy-store.ts";
import { pack } from "../../../../server/src/store/backup/packing.ts";
import {
  closedStore,
  type Database,
  databaseIn,
  inDatabase,
  openLedger,
  ZONE,
} from "./sewing-store.ts";

/** A copy of the morning's work that was changed before it was packed. */
async function packedAfter(change: (sqlite: Database) => void) {
  const folder = closedStore();
  const [copy, packed] = [join(folder, "copy.db"), join(folder, "copy.db.zst")];
  const expected = await copyStore(databaseIn(folder), copy, ZONE);
  inDatabase(copy, change);
  await pack(copy, packed);
  return { folder, packed, expected };
}

function check(packed: string, expected: StoreTotals | null, bytesMax = Infinity) {
  const scratch = `${packed}.check`;
  return checkCopy({ packed, scratch, bytesMax, timeZone: ZONE, expected });
}

const codeOf = (checking: Promise<unknown>): Promise<unknown> =>
  checking.then(
    () => "taken",
    (error: unknown) => `${faultOf(error)?.code}: ${faultOf(error)?.message}`,
  );

describe("a copy of a store", () => {
  it("[BK1] is the store at one clock, whatever is written meanwhile", async () => {
    const folder = closedStore();
    const store = openLedger(folder);
    const copying = copyStore(databaseIn(folder), join(folder, "copy.db"), ZONE);
    store.sew("2026-11-23T10:30:00+01:00", 5, "0000000c");
    const { outline } = await copying;
    store.close();
    const held = "SELECT (SELECT clock FROM progress), (SELECT sum(pieces) FROM hours)";
    const readIn = (file: string) => inDatabase(file, (sqlite) => sqlite.prepare(held).raw().get());
    expect(readIn(join(folder, "copy.db"))).toEqual([outline.clock, 42]);
    expect(readIn(databaseIn(folder))).toEqual([outline.clock + 1, 47]);
    expect(outline.days).toEqual([{ day: "2026-11-23", pieces: 42, stitches: 10_080, acts: 0 }]);
  });

  it("[BK2] that is what it was copied from is verified, with its digest", async () => {
    const { packed, expected } = await packedAfter(() => undefined);
    const checked = await check(packed, expected);
    expect(checked).toEqual({
      totals: expected,
      size: statSync(packed).size,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each([
    ["a row of the log", "DELETE FROM boots WHERE id = 1"],
    ["an hour", "DELETE FROM hours"],
    ["a figure of an hour", "UPDATE hours SET pieces = pieces + 1"],
    ["a plan", "UPDATE plans SET body = replace(body, 'Poste 1', 'Poste 2')"],
    ["the clock", "UPDATE progress SET clock = clock - 1"],
    ["somebody", "DELETE FROM operators"],
  ])("[BK2] in which %s was changed is found out", async (_what, sql) => {
    const { packed, expected } = await packedAfter((sqlite) => void sqlite.exec(sql));
    expect(await codeOf(check(packed, expected))).toMatch(/^backup-differs: differs in /);
  });

  it("[BK2] of which one byte was changed is found out, wherever it lies", async () => {
    const { packed, expected } = await packedAfter(() => undefined);
    const bytes = readFileSync(packed);
    for (const share of [0, 0.1, 0.5, 0.9, 1]) {
      const at = Math.floor(share * (bytes.length - 1));
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      writeFileSync(packed, changed);
      expect(await codeOf(check(packed, expected)), `byte ${at}`).toMatch(/^backup-damaged/);
    }
    writeFileSync(packed, bytes.subarray(0, bytes.length / 2));
    expect(await codeOf(check(packed, expected))).toMatch(/^backup-damaged/);
  });

  it("[BK2] whose pages contradict each other is found out", async () => {
    const { folder, expected } = await packedAfter(() => undefined);
    const [torn, packed] = [join(folder, "copy.db"), join(folder, "torn.db.zst")];
    const bytes = readFileSync(torn);
    // The second page is the root of a table: without its header it is none.
    bytes.fill(0xff, 4_096, 4_104);
    writeFileSync(torn, bytes);
    await pack(torn, packed);
    expect(await codeOf(check(packed, expected))).toMatch(/^backup-damaged/);
  });

  it("[BK9] of another program is refused as such, and one of a later version too", async () => {
    const other = await packedAfter((sqlite) => void sqlite.exec("DROP TABLE samples"));
    expect(await codeOf(check(other.packed, null))).toBe("backup-foreign: no table samples");
    const later = await packedAfter((sqlite) => void sqlite.pragma("user_version = 9999"));
    expect(await codeOf(check(later.packed, null))).toBe("backup-later: version 9999");
  });

  it("[BK9] that unpacks to more than there is room for is refused", async () => {
    const { packed } = await packedAfter(() => undefined);
    expect(await codeOf(check(packed, null, 100_000))).toMatch(/^backup-too-large/);
    expect(await codeOf(check(packed, null))).toBe("taken");
  });
});
