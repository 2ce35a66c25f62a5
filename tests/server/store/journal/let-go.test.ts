import { join } from "node:path";
import { PRIVACY, PRIVACY_SETTING } from "@trame/shared";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { DATABASE_FILE } from "../../../../server/src/store/database-file.ts";
import { createLettingGo } from "../../../../server/src/store/journal/let-go.ts";
import { verifyJournal } from "../../../../server/src/store/journal/verify-journal.ts";
import { createLedger } from "../../../../server/src/store/ledger.ts";
import { createModules, REFOLD_BUDGET } from "../../../../server/src/store/modules.ts";
import { at } from "../workshop.ts";
import { type Database, folderWith, openRaw, writtenJournal } from "./journal-store.ts";

interface Purged {
  readonly bytes: Buffer;
  /** Number of the line that lets others go. */
  readonly record: number;
  /** Lines that went, ascending. */
  readonly gone: readonly number[];
  /** Lines that are there, ascending. */
  readonly left: readonly number[];
}

/** A year and three days after it was written. */
const LATER = at("2027-11-26 03:30");

let purged: Purged | null = null;

const pluck = (sqlite: Database, query: string): number[] =>
  sqlite.prepare<[], number>(query).pluck().all();

/** A journal a year later, aggregates kept for one: what was set goes, what is about bundles of an open order stays. */
function journal(): Purged {
  if (purged !== null) return purged;
  const sqlite = writtenJournal();
  const now = LATER;
  const ledger = createLedger(sqlite, now);
  const retention = { ...PRIVACY.retention, samplesDays: 366, aggregatesYears: 1 };
  ledger.putSetting(PRIVACY_SETTING, JSON.stringify({ ...PRIVACY, retention }), now);
  while (ledger.retention.purgeStep(now).isMore);
  ledger.putSetting("deduce-limit", "7", now);
  const gone = pluck(sqlite, "SELECT n FROM journal_gone ORDER BY n");
  const left = pluck(sqlite, "SELECT n FROM acts UNION SELECT n FROM facts ORDER BY 1");
  const [record = 0] = pluck(sqlite, "SELECT n FROM facts WHERE kind = 'let-go'");
  purged = { bytes: sqlite.serialize(), record, gone, left };
  return purged;
}

/** What is found after somebody was at the file: the kind of each fault and the line that it names. */
function foundAfter(tamper: (sqlite: Database) => void) {
  const sqlite = openRaw(folderWith(journal().bytes));
  tamper(sqlite);
  return verifyJournal(sqlite, []).faults.map(({ kind, n }) => `${kind} ${n}`);
}

const DROP = (n: number): string =>
  `DELETE FROM acts WHERE n = ${n}; DELETE FROM facts WHERE n = ${n};`;

describe("lines that were let go", () => {
  it("[JC9] leave a journal that is whole: their links stay, and a line says which they were", () => {
    const { bytes, gone, left, record } = journal();
    const sqlite = openRaw(folderWith(bytes));
    expect(verifyJournal(sqlite, [])).toMatchObject({
      ...{ faults: [], letGo: gone.length, lines: gone.length + left.length },
    });
    expect([gone.length > 2, left.includes(record), left.length > 4]).toEqual([true, true, true]);
  });

  it("[JC9] can't be deleted but by being put on record first", () => {
    const { bytes, left } = journal();
    const sqlite = openWriter(join(folderWith(bytes), DATABASE_FILE));
    onTestFinished(() => void sqlite.close());
    expect(() => sqlite.exec(`DELETE FROM facts WHERE n = ${left.at(-1)}`)).toThrow("append-only");
    expect(() => sqlite.exec("DELETE FROM journal_gone")).toThrow("append-only");
  });
});

describe("what somebody makes of lines that were let go", () => {
  it("[JC9] one more line is found without a note, and with one that names the record", () => {
    const { left, record } = journal();
    const n = left[0] ?? 0;
    const note = `INSERT INTO journal_gone VALUES (${n}, ${record})`;
    expect(foundAfter((sqlite) => sqlite.exec(DROP(n)))).toEqual([`removed ${n}`]);
    expect(foundAfter((sqlite) => sqlite.exec(`${DROP(n)} ${note}`))).toEqual([
      `unaccounted ${record}`,
    ]);
  });

  it("[JC9] what is not accounted for is not counted as gone at the end of its time", () => {
    const { left, record } = journal();
    const n = left[0] ?? 0;
    const sqlite = openRaw(folderWith(journal().bytes));
    sqlite.exec(`${DROP(n)} INSERT INTO journal_gone VALUES (${n}, ${record})`);
    expect(verifyJournal(sqlite, [])).toMatchObject({ faultCount: 1, letGo: 0 });
  });

  it("[JC9] a line that names no record, or one that is none, is found", () => {
    const { left } = journal();
    const [n = 0, other] = left;
    const note = `INSERT INTO journal_gone VALUES (${n}, ${other})`;
    expect(foundAfter((sqlite) => sqlite.exec(`${DROP(n)} ${note}`))).toEqual([`removed ${n}`]);
  });

  it("[JC9] a link of one that was changed, and a note that was taken away, are found", () => {
    const { gone, record } = journal();
    const n = gone[1] ?? 0;
    const hash = "hash = CAST(substr(hash, 1, 31) || x'07' AS BLOB)";
    expect(
      foundAfter((sqlite) => sqlite.exec(`UPDATE journal_chain SET ${hash} WHERE n = ${n}`)),
    ).toContain(`unaccounted ${record}`);
    expect(foundAfter((sqlite) => sqlite.exec(`DELETE FROM journal_gone WHERE n = ${n}`))).toEqual([
      `removed ${n}`,
      `unaccounted ${record}`,
    ]);
  });

  it("[JC9] a record that was changed is found, as any line is", () => {
    const { record } = journal();
    const more = `UPDATE facts SET body = replace(body, '"lines":', '"lines":1') WHERE n = ${record}`;
    expect(foundAfter((sqlite) => sqlite.exec(more))).toContain(`changed ${record}`);
  });

  it("[JC9] a record that the program itself would write of a line that is not old is found", () => {
    const { left } = journal();
    const young = left.at(-1) ?? 0;
    const found = foundAfter((sqlite) => {
      const now = LATER;
      const { facts, transact } = createModules(sqlite, { startedAt: now, budget: REFOLD_BUDGET });
      transact(() => createLettingGo(sqlite, facts).letGo([young], now));
    });
    expect(found).toEqual([expect.stringMatching(/^unaccounted /)]);
  });
});
