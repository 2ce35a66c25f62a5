import type { Database } from "better-sqlite3";
import { GENESIS, hashLine, type Line } from "./line-hash.ts";
import { createLineRows, type NumberedLine, stepsOf } from "./line-rows.ts";

/** Links the lines of the journal, so that none can be changed, removed, inserted or moved without a trace ([JC3]). */
export interface Chain {
  /** Links a line that was appended just now, within the same transaction. */
  link(log: Line["log"], n: number): void;
}

/** The newest link. */
export interface Head {
  /** Of the line. */
  readonly n: number;
  /** How many lines there are. */
  readonly place: number;
  readonly hash: Uint8Array;
}

/**
 * Opens the chain; lines from before there was one get their links first, some at a time, so that a stop in the middle loses
 * nothing ([JC4]).
 */
export function createChain(sqlite: Database): Chain {
  const rows = createLineRows(sqlite);
  const head = createHeadReader(sqlite);
  const put = sqlite.prepare("INSERT INTO journal_chain (n, place, hash) VALUES (?, ?, ?)");

  function append(line: NumberedLine, before: Head | null): Head {
    const hash = hashLine(before?.hash ?? GENESIS, line);
    const place = (before?.place ?? 0) + 1;
    put.run(line.n, place, hash);
    return { n: line.n, place, hash };
  }

  const seal = sqlite.transaction((above: number, upTo: number) => {
    let last = head();
    for (const line of rows.between(above, upTo)) last = append(line, last);
  });
  sealOld(sqlite, { head, seal });

  return {
    link(log, n) {
      const line = rows[log](n);
      if (line !== null) append(line, head());
    },
  };
}

/** Reads the newest link; null before the first line. */
export function createHeadReader(sqlite: Database): () => Head | null {
  const newest = sqlite.prepare<[], Head>(
    "SELECT n, place, hash FROM journal_chain ORDER BY n DESC LIMIT 1",
  );
  return () => newest.get() ?? null;
}

interface Sealing {
  readonly head: () => Head | null;
  readonly seal: (above: number, upTo: number) => void;
}

function sealOld(sqlite: Database, { head, seal }: Sealing): void {
  const upTo = sqlite
    .prepare<[], number>("SELECT up_to FROM journal_sealing WHERE id = 1")
    .pluck()
    .get();
  const from = head()?.n ?? 0;
  if (upTo === undefined || from >= upTo) return;
  for (const step of stepsOf(sqlite, from)) {
    if (step.above >= upTo) break;
    seal(step.above, Math.min(upTo, step.upTo));
  }
  process.stderr.write(`the journal is sealed: ${head()?.place ?? 0} lines of before are linked\n`);
}
