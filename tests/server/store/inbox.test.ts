import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWriter } from "../../../server/src/store/database.ts";
import { createInbox } from "../../../server/src/store/inbox.ts";
import { numberOf, readInbox } from "../../../server/src/store/inbox-read.ts";
import {
  COLUMN,
  COLUMNS,
  createRowWriter,
  type InboxRow,
  readRows,
} from "../../../server/src/store/inbox-rows.ts";
import { migrate } from "../../../server/src/store/migrate.ts";

const MIGRATIONS = new URL("../../../server/migrations/", import.meta.url);
const GROUPS = "0003-inbox-of-groups.sql";

let sqlite: ReturnType<typeof openWriter>;
beforeEach(() => {
  sqlite = openWriter(":memory:");
});
afterEach(() => void sqlite.close());

const LIMITS = { full: 4, stepMin: 1, stepMax: 2 };

describe("the inbox", () => {
  it("[S8] moves a little with each commit, and a row on disk goes once all of its round have moved", () => {
    const inbox = createInbox(sqlite, LIMITS);

    const seen = [1, 2, 3, 4, 5].map((seq) => {
      commit(inbox, [row(1, seq), row(2, seq)]);
      return { moved: count("samples"), onDisk: count("inbox") };
    });

    expect(seen).toEqual([
      { moved: 0, onDisk: 1 },
      { moved: 2, onDisk: 2 },
      { moved: 4, onDisk: 1 },
      { moved: 6, onDisk: 2 },
      { moved: 8, onDisk: 1 },
    ]);
  });

  it("[S8] is read after a kill in the middle of a move as if each sample had been in one place", () => {
    const inbox = createInbox(sqlite, LIMITS);
    for (const seq of [1, 2]) commit(inbox, [row(1, seq), row(2, seq)]);
    inbox.append(row(2, 3));
    inbox.flush();
    expect(keys("samples")).toEqual(["1 1", "1 2"]);

    const again = createInbox(sqlite, LIMITS);

    expect(readInbox(sqlite).map(keyOf)).toEqual(["2 1", "2 2", "2 3"]);
    expect([again.countOf(1), again.countOf(2)]).toEqual([0, 3]);
    again.settle();
    expect(keys("samples")).toEqual(["1 1", "1 2", "2 1", "2 2", "2 3"]);
    expect(keys("parts")).toEqual(keys("samples"));
    expect(count("inbox")).toBe(0);
  });

  it("[S8] moves one boot for whoever looks it up, and leaves the others where they are", () => {
    const inbox = createInbox(sqlite);
    commit(inbox, [row(1, 1), row(2, 1), row(1, 2)]);

    inbox.settle(1);

    expect(keys("samples")).toEqual(["1 1", "1 2"]);
    expect(createInbox(sqlite).countOf(2)).toBe(1);
  });

  it("[S8] keeps what a transaction appended after some of its boot had been moved", () => {
    const inbox = createInbox(sqlite);
    commit(inbox, [row(1, 1)]);
    sqlite.transaction(() => {
      inbox.append(row(1, 2));
      inbox.settle(1);
      inbox.append(row(1, 3));
      inbox.flush();
    })();

    createInbox(sqlite).settle();

    expect(keys("samples")).toEqual(["1 1", "1 2", "1 3"]);
  });

  it("[S5] has again what it had when a move fails", () => {
    const inbox = createInbox(sqlite);
    commit(inbox, [row(1, 1), row(2, 1)]);
    sqlite.exec(
      "CREATE TRIGGER full BEFORE INSERT ON parts BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    expect(() => inbox.settle()).toThrow("full");
    sqlite.exec("DROP TRIGGER full");

    inbox.settle();

    expect(keys("samples")).toEqual(["1 1", "2 1"]);
    expect(keys("parts")).toEqual(["1 1", "2 1"]);
  });

  it("[S2] tells apart what it moved, which is no news, from what was appended", () => {
    const inbox = createInbox(sqlite);
    const news = (): number =>
      Number(sqlite.prepare("SELECT total_changes()").pluck().get()) - inbox.moved;
    commit(inbox, [row(1, 1), row(2, 1)]);
    const before = news();

    inbox.settle();
    expect(news()).toBe(before);
    sqlite.transaction(() => {
      inbox.append(row(1, 2));
      inbox.settle();
    })();
    expect(news()).toBeGreaterThan(before);
  });

  it("[S8] holds every number and text as it was given, also those that lie far apart", () => {
    const integer = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(-1, 0, 63, 64, 127, 128, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    );
    const rows = fc.array(
      fc.record({
        values: fc.array(integer, { minLength: COLUMNS, maxLength: COLUMNS }),
        open: fc.option(fc.string({ unit: "binary" }).map((text) => Buffer.from(text).toString())),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (some) => {
        expect(readRows(written(some))).toEqual(some);
      }),
      { seed: 1 },
    );
  });

  it("[S8] refuses bytes of another format, or fewer than they say", () => {
    const bytes = written([row(1, 1), { ...row(1, 2), open: "[]" }]);

    expect(() => readRows(bytes.subarray(0, -1))).toThrow("shorter than it says");
    expect(() => readRows(Uint8Array.from([9, 1]))).toThrow("unknown format");
  });

  it("[S8] finds samples again that waited when the inbox had one row for each", () => {
    const schema = readFileSync(new URL("0001-log-and-folds.sql", MIGRATIONS), "utf8");
    const oldInbox = /^CREATE TABLE inbox [^;]*;/m.exec(schema)?.[0] ?? "";
    sqlite.exec(`DROP TABLE inbox; ${oldInbox} PRAGMA user_version = 2;`);
    const values = [
      7,
      1,
      2,
      600,
      3,
      720,
      null,
      "idle",
      900,
      650,
      1,
      850,
      20,
      0,
      4,
      3,
      720,
      0,
      3,
      720,
      0,
      "[]",
      1,
    ];
    sqlite.prepare(`INSERT INTO inbox VALUES (${values.map(() => "?").join(", ")})`).run(values);

    const folder = mkdtempSync(join(tmpdir(), "trame-migrations-"));
    cpSync(new URL(GROUPS, MIGRATIONS), join(folder, GROUPS));

    migrate(sqlite, folder);
    rmSync(folder, { recursive: true });

    expect(sqlite.prepare("SELECT * FROM samples").raw().all()).toEqual([
      [1, 2, 7, 600, 3, 720, null, "idle", 900, 650, 1, 850],
    ]);
    expect(sqlite.prepare("SELECT * FROM parts").raw().all()).toEqual([
      [1, 2, 850, 20, 0, 4, 3, 720, 0, 3, 720, 0, "[]", 1],
    ]);
    expect(readInbox(sqlite)).toEqual([]);
  });

  it("[S8] takes no number that it could not give back", () => {
    const inbox = createInbox(sqlite);
    for (const seq of [1.5, Number.NaN, 2 ** 53]) {
      expect(() => inbox.append(row(1, seq))).toThrow("is no integer");
    }
  });
});

function row(bootId: number, seq: number): InboxRow {
  const values = Array.from({ length: COLUMNS }, () => 0);
  values[COLUMN.bootId] = bootId;
  values[COLUMN.seq] = seq;
  return { values, open: null };
}

/** As the writer does: what comes, a little of the move, what was appended. */
function commit(inbox: ReturnType<typeof createInbox>, rows: readonly InboxRow[]): void {
  sqlite.transaction(() => {
    for (const each of rows) inbox.append(each);
    inbox.moveSome();
    inbox.flush();
  })();
}

function written(rows: readonly InboxRow[]): Uint8Array {
  const values = Float64Array.from(rows.flatMap((each) => each.values));
  const opens = new Map(
    rows.flatMap(({ open }, at) => (open === null ? [] : [[at, open] as const])),
  );
  return Uint8Array.from(createRowWriter()({ values, opens }, 0, rows.length));
}

function count(table: string): number {
  return Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

function keys(table: string): unknown[] {
  return sqlite
    .prepare(`SELECT boot_id || ' ' || seq FROM ${table} ORDER BY boot_id, seq`)
    .pluck()
    .all();
}

function keyOf({ values }: InboxRow): string {
  return `${numberOf(values, "bootId")} ${numberOf(values, "seq")}`;
}
