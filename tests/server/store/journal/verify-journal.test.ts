import { describe, expect, it } from "vitest";
import type { NotedHead } from "../../../../server/src/store/journal/journal-fault.ts";
import { COLUMNS } from "../../../../server/src/store/journal/line-hash.ts";
import { verifyJournal } from "../../../../server/src/store/journal/verify-journal.ts";
import { type Database, folderWith, numbersOf, openRaw, writtenJournal } from "./journal-store.ts";

interface Written {
  readonly bytes: Buffer;
  readonly acts: readonly number[];
  readonly facts: readonly number[];
  /** Of both, ascending. */
  readonly all: readonly number[];
  readonly whole: ReturnType<typeof verifyJournal>;
}

let written: Written | null = null;

/** One journal for all cases: each is at a copy of its file. */
function journal(): Written {
  if (written !== null) return written;
  const sqlite = writtenJournal();
  const acts = numbersOf(sqlite, "act");
  const facts = numbersOf(sqlite, "fact");
  const all = [...acts, ...facts].toSorted((a, b) => a - b);
  written = { bytes: sqlite.serialize(), acts, facts, all, whole: verifyJournal(sqlite, []) };
  return written;
}

/** What is found after somebody was at the file: the kind of each fault and the line that it names. */
function foundAfter(tamper: (sqlite: Database) => void, heads: readonly NotedHead[] = []) {
  const sqlite = openRaw(folderWith(journal().bytes));
  tamper(sqlite);
  return verifyJournal(sqlite, heads).faults.map(({ kind, n }) => `${kind} ${n}`);
}

function headNow(): NotedHead {
  const { lines, head } = journal().whole;
  return { count: lines, hash: head ?? "", at: 0 };
}
const middle = (numbers: readonly number[]): number => numbers[numbers.length >> 1] ?? 0;

describe("a journal that nobody was at", () => {
  it("[JC5] is whole, acts and facts in one chain", () => {
    const { acts, facts, whole } = journal();
    expect(whole).toMatchObject({ faults: [], faultCount: 0, isSealed: true });
    expect([acts.length, whole.lines]).toEqual([4, acts.length + facts.length]);
    expect(foundAfter(() => undefined, [headNow()])).toEqual([]);
  });

  it("[JC3] what is sealed of a line is every column of its log", () => {
    const sqlite = openRaw(folderWith(journal().bytes));
    const columns = (log: string) =>
      sqlite.prepare<[], string>(`SELECT name FROM pragma_table_info('${log}s')`).pluck().all();
    expect([columns("act").toSorted(), columns("fact").toSorted()]).toEqual([
      COLUMNS.act.toSorted(),
      COLUMNS.fact.toSorted(),
    ]);
  });
});

/** A byte more or another one, or the least that a number can change by; null becomes something. */
const OTHER = (column: string) =>
  `CASE typeof(${column})
     WHEN 'integer' THEN ${column} + 1
     WHEN 'text' THEN ${column} || ' '
     WHEN 'blob' THEN CAST(substr(${column}, 1, 31) || x'07' AS BLOB)
     ELSE ${column === "boot_id" || column === "seq" ? "1" : "'x'"} END`;

describe("a byte that was changed", () => {
  const columns = (["act", "fact"] as const).flatMap((log) =>
    COLUMNS[log].filter((column) => column !== "n").map((column) => [log, column] as const),
  );

  it.each(columns)("[JC5] is found in a line's column: %s.%s", (log, column) => {
    const n = middle(journal()[`${log}s`]);
    const sql = `UPDATE ${log}s SET ${column} = ${OTHER(column)} WHERE n = ${n}`;
    expect(foundAfter((sqlite) => sqlite.exec(sql))).toEqual([`changed ${n}`]);
  });

  it.each(["act", "fact"] as const)("[JC5] is found in a line's number: %s.n", (log) => {
    const n = journal()[`${log}s`].at(-1) ?? 0;
    const sql = `UPDATE ${log}s SET n = 999999 WHERE n = ${n}`;
    expect(foundAfter((sqlite) => sqlite.exec(sql))).toEqual([`removed ${n}`, "inserted 999999"]);
  });

  it.each([
    "hash = CAST(substr(hash, 1, 31) || x'07' AS BLOB)",
    "place = place + 1",
    "n = n + 100000",
  ])("[JC5] is found in a link: %s", (set) => {
    const n = middle(journal().acts);
    expect(
      foundAfter((sqlite) => sqlite.exec(`UPDATE journal_chain SET ${set} WHERE n = ${n}`)),
    ).not.toEqual([]);
  });
});

describe("a line that was removed", () => {
  const DROP = (sqlite: Database, n: number): void => {
    sqlite.exec(`DELETE FROM acts WHERE n = ${n}; DELETE FROM facts WHERE n = ${n}`);
  };

  it.each(["first", "middle", "last"] as const)("[JC5] is found: the %s", (which) => {
    const { all } = journal();
    const n = { first: all[0], middle: middle(all), last: all.at(-1) }[which] ?? 0;
    expect(foundAfter((sqlite) => DROP(sqlite, n))).toEqual([`removed ${n}`]);
  });

  it.each(["first", "middle"] as const)("[JC5] is found with its link: the %s", (which) => {
    const { all } = journal();
    const index = which === "first" ? 0 : all.length >> 1;
    const gone = all[index] ?? 0;
    const found = foundAfter((sqlite) => {
      DROP(sqlite, gone);
      sqlite.exec(`DELETE FROM journal_chain WHERE n = ${gone}`);
    });
    expect(found).toEqual([`gap ${all[index + 1]}`]);
  });

  it("[JC6] is found at the end by a head that was noted apart, and only by it", () => {
    const { all } = journal();
    const [left, ...gone] = all.slice(-3);
    const cut = (sqlite: Database): void => {
      for (const n of gone) DROP(sqlite, n);
      sqlite.exec(`DELETE FROM journal_chain WHERE n > ${left}`);
    };
    expect(foundAfter(cut)).toEqual([]);
    expect(foundAfter(cut, [headNow()])).toEqual([`cut ${left}`]);
  });
});

describe("lines that changed places", () => {
  it.each(["act", "fact"] as const)("[JC5] are found, both: %ss", (log) => {
    const [one = 0, other = 0] = journal()[`${log}s`].slice(-2);
    const found = foundAfter((sqlite) =>
      sqlite.exec(`UPDATE ${log}s SET n = -1 WHERE n = ${one};
        UPDATE ${log}s SET n = ${one} WHERE n = ${other};
        UPDATE ${log}s SET n = ${other} WHERE n = -1`),
    );
    expect(found).toEqual([`moved ${one}`, `moved ${other}`]);
  });
});

describe("a line that was put in", () => {
  const COPY = (n: number) =>
    `INSERT INTO facts SELECT ${n}, kind, boot_id, run, recorded_at, body, author FROM facts LIMIT 1`;

  it.each([0, -5, 1_000_000])("[JC5] is found without a link: number %i", (n) => {
    expect(foundAfter((sqlite) => sqlite.exec(COPY(n)))).toEqual([`inserted ${n}`]);
  });

  it("[JC5] is found with a link that somebody made up", () => {
    const link = "INSERT INTO journal_chain VALUES (1000000, 1, randomblob(32))";
    const found = foundAfter((sqlite) => sqlite.exec(`${COPY(1_000_000)}; ${link}`));
    expect(found).toEqual(["changed 1000000"]);
  });
});

describe("a head that was noted apart", () => {
  it("[JC6] shows that all was sealed anew, with links that hold by themselves", () => {
    const found = foundAfter(() => undefined, [{ ...headNow(), hash: "00".repeat(32) }]);
    expect(found).toEqual([`rewritten ${journal().all.at(-1)}`]);
  });
});
