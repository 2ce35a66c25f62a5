import { describe, expect, it } from "vitest";
import { readChangedSince } from "../../../../server/src/store/backup/changed-since.ts";
import { closedStore, databaseIn, inDatabase, openLedger } from "./sewing-store.ts";

const AT = Date.parse("2026-11-23T10:00:00+01:00");

/** A store whose first carton was closed before the mark. */
function openMarked() {
  const folder = closedStore();
  const pack = (number: number): void =>
    inDatabase(databaseIn(folder), (sqlite) => {
      // Only the rows of cartons count here, not their order.
      sqlite.pragma("foreign_keys = OFF");
      sqlite
        .prepare("INSERT INTO cartons VALUES ('2026-118', ?, ?, ?, 0, '{}')")
        .run(number, `key-${number}`, AT + number);
    });
  const open = (number: number): void =>
    inDatabase(databaseIn(folder), (sqlite) => {
      sqlite.pragma("foreign_keys = OFF");
      sqlite.prepare("INSERT INTO cartons_opened VALUES ('2026-118', ?, ?)").run(number, AT + 9);
    });
  pack(1);
  const lastFact = inDatabase(databaseIn(folder), (sqlite) =>
    Number(sqlite.prepare("SELECT max(n) FROM facts").pluck().get()),
  );
  const mark = { lastFact, lastAt: AT, cartons: 1, cartonsOpened: 0 };
  return { folder, pack, open, changed: () => readChangedSince(databaseIn(folder), mark) };
}

const NONE = {
  ...{ settings: [], styles: [], routings: [], orders: [] },
  ...{ people: 0, cartons: 0, cartonsOpened: 0 },
};

describe("what was changed since a backup", () => {
  it("[BK13] is nothing of what was there before it", () => {
    expect(openMarked().changed()).toEqual(NONE);
  });

  it("[BK13] counts sheets without a name, and cartons closed and opened again", () => {
    const { changed, folder, open, pack } = openMarked();
    const store = openLedger(folder);
    store.ledger.catalogue.addOperator({ id: "eva", pseudonym: "Eva" }, AT + 5);
    store.close();
    pack(2);
    pack(3);
    open(1);
    expect(changed()).toEqual({ ...NONE, people: 1, cartons: 2, cartonsOpened: 1 });
  });
});
