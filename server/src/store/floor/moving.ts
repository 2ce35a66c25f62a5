import type { Database } from "better-sqlite3";
import type { Floor } from "./floor.ts";

/** What acts become when what they were dated or placed by proves wrong. */
export interface Moving {
  /** A plan holds from a moment on (UTC ms): what was done since may lie elsewhere now ([Y7]). */
  planChanged(from: number): void;
  /** The server's clock stepped: what this run received until now moved by so much ([D5]). */
  clockStepped(byMs: number): void;
}

/** Two acts may have been received in another order than they are numbered where the clock stepped. ms */
const SLACK_MS = 86_400_000;

export function createMoving(
  sqlite: Database,
  { marks, loose, changed }: Pick<Floor, "marks" | "loose" | "changed">,
): Moving {
  const newest = sqlite.prepare<[number], { n: number; received: number }>(
    "SELECT n, received FROM acts WHERE n < ? ORDER BY n DESC LIMIT 100",
  );
  const moveFrom = sqlite.prepare<[number, number]>(
    "UPDATE assignments SET from_ms = from_ms + ? WHERE from_ms >= ?",
  );
  const moveTo = sqlite.prepare<[number, number]>(
    "UPDATE assignments SET to_ms = to_ms + ? WHERE to_ms >= ?",
  );
  const run = readRun(sqlite);

  /** The arrival number from which on acts may have happened at or after a moment: none is received before it happens. */
  function firstSince(from: number): number {
    let first = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = newest.all(first);
      for (const { n, received } of rows) {
        if (received < from - SLACK_MS) return first;
        first = n;
      }
      if (rows.length === 0) return first;
    }
  }

  function refoldFrom(n: number): void {
    marks.addFrom(n);
    loose.refoldFrom(n);
  }

  return {
    planChanged(from) {
      changed.since(from);
      refoldFrom(firstSince(from));
    },
    clockStepped(byMs) {
      moveFrom.run(byMs, run.startedAt);
      moveTo.run(byMs, run.startedAt);
      changed.between(Math.min(run.startedAt, run.startedAt + byMs), null);
      run.startedAt += byMs;
      refoldFrom(run.firstN);
    },
  };
}

/** This run of the server: when it began, by its clock, and what it received first. */
function readRun(sqlite: Database): { startedAt: number; readonly firstN: number } {
  const startedAt = sqlite
    .prepare<[], number>("SELECT started_at FROM runs ORDER BY id DESC LIMIT 1")
    .pluck()
    .get();
  const arrivals = sqlite.prepare<[], number>("SELECT arrivals FROM progress").pluck().get();
  return { startedAt: startedAt ?? 0, firstN: (arrivals ?? 0) + 1 };
}
