import type { Database } from "better-sqlite3";

/** The log's clock, and the order in which facts arrive. */
export interface Progress {
  /** Rises by one in each writing transaction. */
  readonly clock: number;
  /** What the clock said when the writer was told last, UTC ms. */
  readonly now: number;
  /** What it says by now, as long as it goes on evenly; UTC ms. */
  passing(): number;
  /** Somebody asks the writer for something at a moment, UTC ms. */
  tell(now: number): void;
  /** This start of the server. */
  readonly run: number;
  /** The last arrival number that was given. */
  readonly arrivals: number;
  /** The next arrival number. */
  nextArrival(): number;
  /** Ends a transaction: the clock rises, both are written. */
  advance(): void;
  /** Ends a transaction that is no news for any screen: arrivals are written, the clock stands. */
  keep(): void;
  /** After a rollback: what the database says again. */
  reload(): void;
}

export function createProgress(sqlite: Database, startedAt: number): Progress {
  sqlite.prepare("INSERT OR IGNORE INTO progress (id, clock, arrivals) VALUES (1, 0, 0)").run();
  const read = sqlite.prepare<[], { clock: number; arrivals: number }>(
    "SELECT clock, arrivals FROM progress WHERE id = 1",
  );
  const write = sqlite.prepare("UPDATE progress SET clock = ?, arrivals = ? WHERE id = 1");
  const { lastInsertRowid } = sqlite
    .prepare("INSERT INTO runs (started_at) VALUES (?)")
    .run(startedAt);
  let now = startedAt;
  let toldAt = performance.now();
  let { clock, arrivals } = read.get() ?? { clock: 0, arrivals: 0 };
  return {
    get clock() {
      return clock;
    },
    get now() {
      return now;
    },
    passing: () => Math.floor(now + performance.now() - toldAt),
    tell(at) {
      now = at;
      toldAt = performance.now();
    },
    run: Number(lastInsertRowid),
    get arrivals() {
      return arrivals;
    },
    nextArrival: () => ++arrivals,
    advance() {
      clock += 1;
      write.run(clock, arrivals);
    },
    keep: () => void write.run(clock, arrivals),
    reload() {
      ({ clock, arrivals } = read.get() ?? { clock: 0, arrivals: 0 });
    },
  };
}
