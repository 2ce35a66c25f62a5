import { describe, expect, it, onTestFinished } from "vitest";
import { openWriter } from "../../../server/src/store/database.ts";
import { createModules } from "../../../server/src/store/modules.ts";
import { createReads } from "../../../server/src/store/reads.ts";

type Sqlite = ReturnType<typeof openWriter>;

/** What grows with every day that is worked. */
const GROWING = [
  "act_bundles",
  "acts",
  "assignments",
  "bundles",
  "bundle_states",
  "events",
  "facts",
  "hours",
  "outcomes",
  "parts",
  "quarantine",
  "samples",
  "tallies",
  "deductions",
  "thinned",
  "tickets",
  "works",
];

/** Reads all of a table, and may: a step of the server's clock is rare, and who was where is kept for a month. */
const ALLOWED = /^UPDATE assignments SET to_ms/;

function openStore(): Sqlite {
  const sqlite = openWriter(":memory:");
  onTestFinished(() => void sqlite.close());
  return sqlite;
}

/** Every statement that something prepares on a store. */
function preparedBy(sqlite: Sqlite, open: (watched: Sqlite) => void): Set<string> {
  const queries = new Set<string>();
  const watched = new Proxy(sqlite, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (key === "prepare") {
        return (query: string) => {
          queries.add(query);
          return target.prepare(query);
        };
      }
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  open(watched);
  return queries;
}

/** Tables, by the names that a query gives them, of which its plan reads every row. */
function readWhole(sqlite: Sqlite, query: string): string[] {
  const names = new Map(
    [...query.matchAll(/\b(?:FROM|JOIN)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?/gi)].flatMap(
      ([, table = "", alias = ""]): [string, string][] => [
        [table, table],
        [alias, table],
      ],
    ),
  );
  return plan(sqlite, query)
    .map((detail) => /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [])
    .filter(([, , index]) => index === undefined || !isOfFew(sqlite, index))
    .map(([, name = ""]) => names.get(name) ?? name)
    .filter((table) => GROWING.includes(table));
}

/** An index of some rows only, such as those that nobody has settled. */
function isOfFew(sqlite: Sqlite, index: string): boolean {
  const made = sqlite.prepare<[string], string | null>(
    "SELECT sql FROM sqlite_schema WHERE name = ?",
  );
  return / WHERE /.test(made.pluck().get(index)?.replace(/\s+/g, " ") ?? "");
}

function plan(sqlite: Sqlite, query: string): string[] {
  const explained = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`);
  const named = Object.fromEntries([...query.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]));
  const asked =
    Object.keys(named).length > 0 ? [named] : [...query.matchAll(/\?/g)].map(() => null);
  return explained.all(...asked).map(({ detail }) => detail);
}

function wholeReads(sqlite: Sqlite, queries: Iterable<string>): string[] {
  return [...queries]
    .filter((query) => !ALLOWED.test(query))
    .flatMap((query) =>
      readWhole(sqlite, query).map((table) => `${table}: ${query.replace(/\s+/g, " ")}`),
    );
}

describe("a store of years", () => {
  it("[TH8] answers each report from indexes: none reads all of a table that grows", () => {
    const sqlite = openStore();
    const queries = preparedBy(sqlite, createReads);

    expect(queries.size).toBeGreaterThan(100);
    expect(wholeReads(sqlite, queries)).toEqual([]);
  });

  it("[TH8] is written to, shown and started without reading all of such a table", () => {
    const sqlite = openStore();
    const queries = preparedBy(sqlite, (watched) => {
      createModules(watched, { startedAt: 0, budget: 5_000 });
    });

    expect(queries.size).toBeGreaterThan(100);
    expect(wholeReads(sqlite, queries)).toEqual([]);
  });

  it("[TH8] finds a query that does", () => {
    const sqlite = openStore();
    const queries = preparedBy(sqlite, createReads);
    const found = wholeReads(sqlite, [...queries, "SELECT sum(pieces) FROM parts p WHERE at > 0"]);
    sqlite.exec("DROP INDEX assignments_by_time; DROP INDEX facts_by_kind");

    expect(found).toEqual(["parts: SELECT sum(pieces) FROM parts p WHERE at > 0"]);
    expect(wholeReads(sqlite, queries).length).toBeGreaterThanOrEqual(2);
  });
});
