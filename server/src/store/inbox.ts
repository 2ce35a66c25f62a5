import type { Database } from "better-sqlite3";

/**
 * Where samples in order are appended, before they are moved to where they can be looked up ([S8]).
 *
 * A boot's samples lie together, by `seq`, so that a fold can run through them. A commit of 500 devices would touch a
 * page of each of them, in two tables: 4 MB for 25 KB of news. So what comes in order is appended to one table in the
 * order of arrival, sample and part in one row, and moved a few thousand at a time, sorted. Whoever looks something up
 * calls `settle` first; the hot path looks nothing up.
 */
export interface Inbox {
  append(row: InboxRow): void;
  /** Moves all that waits; within the transaction that is open, or in one of its own. */
  settle(): void;
  /** True when so much waits that it should be moved. */
  isFull(): boolean;
  /** Rows that moving has written so far; they are no news, and do not turn the clock. */
  readonly moved: number;
  /** After a rollback: counts again. */
  reload(): void;
}

/** A sample and what it added, in the order of the table's columns after `n`. */
export type InboxRow = readonly [
  n: number,
  bootId: number,
  seq: number,
  up: number,
  pieces: number,
  stitches: number | null,
  trims: number | null,
  state: string | null,
  received: number,
  messageUp: number,
  run: number,
  at: number,
  day: number,
  hour: number,
  placeId: number | null,
  partPieces: number,
  partStitches: number,
  partTrims: number,
  reachedPieces: number,
  reachedStitches: number,
  reachedTrims: number,
  open: string | null,
  fell: number,
];

/** Rows moved at a time: some 60 ms of work, and forty a boot when 500 counters speak. */
const FULL = 20_000;

export function createInbox(sqlite: Database): Inbox {
  const insert = sqlite.prepare(
    "INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const count = sqlite.prepare<[], number>("SELECT count(*) FROM inbox").pluck();
  const moves = [
    `INSERT INTO samples (boot_id, seq, n, up, pieces, stitches, trims, state, received, message_up, run, at)
     SELECT boot_id, seq, n, up, pieces, stitches, trims, state, received, message_up, run, at
     FROM inbox ORDER BY boot_id, seq`,
    `INSERT INTO parts (boot_id, seq, at, day, hour, place_id, pieces, stitches, trims,
       reached_pieces, reached_stitches, reached_trims, open, fell)
     SELECT boot_id, seq, at, day, hour, place_id, part_pieces, part_stitches, part_trims,
       reached_pieces, reached_stitches, reached_trims, open, fell
     FROM inbox ORDER BY boot_id, seq`,
    "DELETE FROM inbox",
  ].map((query) => sqlite.prepare(query));
  let size = 0;
  let moved = 0;

  function move(): void {
    for (const statement of moves) moved += statement.run().changes;
    size = 0;
  }

  function reload(): void {
    size = count.get() ?? 0;
  }

  reload();
  return {
    append(row) {
      insert.run(...row);
      size += 1;
    },
    settle() {
      if (size === 0) return;
      if (sqlite.inTransaction) move();
      else sqlite.transaction(move).immediate();
    },
    isFull: () => size >= FULL,
    get moved() {
      return moved;
    },
    reload,
  };
}
