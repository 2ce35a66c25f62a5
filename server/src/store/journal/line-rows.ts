import type { Database } from "better-sqlite3";
import { COLUMNS, type Line, type Stored } from "./line-hash.ts";

/** A line with its number of arrival. */
export type NumberedLine = Line & { readonly n: number };

/** Reads the lines of both logs as they are stored. */
export interface LineRows {
  act(n: number): NumberedLine | null;
  fact(n: number): NumberedLine | null;
  /** Both logs by number of arrival, above one and up to one, both included in the order in which they arrived. */
  between(above: number, upTo: number): NumberedLine[];
}

/** Over any connection. */
export function createLineRows(sqlite: Database): LineRows {
  const one = (log: Line["log"]) => {
    const statement = sqlite.prepare<[number], Stored[]>(`${selectOf(log)} WHERE n = ?`).raw();
    return (n: number): NumberedLine | null => {
      const values = statement.get(n);
      return values === undefined ? null : { log, n, values };
    };
  };
  const span = (log: Line["log"]) => {
    const statement = sqlite
      .prepare<[number, number], Stored[]>(`${selectOf(log)} WHERE n > ? AND n <= ? ORDER BY n`)
      .raw();
    return (above: number, upTo: number): NumberedLine[] =>
      statement.all(above, upTo).map((values) => ({ log, n: Number(values[0]), values }));
  };
  const acts = span("act");
  const facts = span("fact");
  return {
    act: one("act"),
    fact: one("fact"),
    between: (above, upTo) =>
      [...acts(above, upTo), ...facts(above, upTo)].sort((a, b) => a.n - b.n),
  };
}

/** Numbers of arrival that are read at once. */
const AT_ONCE = 5_000;
const LOGS = ["acts", "facts", "journal_chain"];

/**
 * The whole journal as spans of numbers of arrival, some thousand at a time; samples have numbers too, and where nothing is
 * but samples no step is made.
 * @param from above which number
 */
export function* stepsOf(
  sqlite: Database,
  from = -Infinity,
): Generator<{ readonly above: number; readonly upTo: number }> {
  const each = LOGS.map((log) => `SELECT min(n) AS n FROM ${log} WHERE n > @above`);
  const next = sqlite
    .prepare<{ above: number }, number | null>(`SELECT min(n) FROM (${each.join(" UNION ALL ")})`)
    .pluck();
  for (let above = from; ; ) {
    const first = next.get({ above });
    if (first === null || first === undefined) return;
    const upTo = first + AT_ONCE - 1;
    yield { above: first - 1, upTo };
    above = upTo;
  }
}

function selectOf(log: Line["log"]): string {
  return `SELECT ${COLUMNS[log].join(", ")} FROM ${log}s`;
}
