import type { Database } from "better-sqlite3";
import { createRounds } from "./inbox-rounds.ts";
import type { InboxRow } from "./inbox-rows.ts";

/**
 * Where samples in order are appended, before they are moved to where they can be looked up ([S8]).
 *
 * A boot's samples lie together, by `seq`, so that a fold can run through them. A commit of 500 devices would touch a
 * page of each of them, in two tables: 4 MB for 25 KB of news. So what comes in order is written as one row a commit,
 * and moved when much has come together, sorted by boot, a little with each commit. Whoever looks something up calls
 * `settle` first; the hot path looks nothing up.
 *
 *     commits ──▶ filling ──full──▶ moving ──a few hundred rows with each commit──▶ samples, parts
 *     on disk:   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ the rows of `inbox`; those of a round go when its last sample has moved
 *
 * So a sample may be in both for a while. Of a boot they are moved in the order of `seq`, and nothing else is appended
 * above one that waits: what is not above all that `samples` holds of the boot has moved.
 */
export interface Inbox {
  append(row: InboxRow): void;
  /** Writes what this transaction appended. */
  flush(): void;
  /**
   * Moves what waits of a boot, or of all, of which nothing is left on disk then; within the transaction that is open, or in one of
   * its own.
   */
  settle(bootId?: number): void;
  /** Moves a little of what waits, in step with what comes; within a transaction. */
  moveSome(): void;
  /** Rows that moving has written so far; they are no news, and do not turn the clock. */
  readonly moved: number;
  /** Samples that wait of a boot. */
  countOf(bootId: number): number;
  /** After a rollback: what the database says again. */
  reload(): void;
}

export interface InboxLimits {
  /** Rows gathered before they are moved. */
  readonly full: number;
  /** Rows moved at once: fewer are not worth the pages they touch, more would make a commit wait. */
  readonly stepMin: number;
  readonly stepMax: number;
}

/** Forty rows a boot when 500 counters speak; a step is some 3 µs of work for each of its rows. */
const LIMITS: InboxLimits = { full: 20_000, stepMin: 500, stepMax: 1_000 };
/** So many are moved for each that comes: a round is over before the next one is full. */
const PACE = 2;

export function createInbox(
  sqlite: Database,
  { full, stepMin, stepMax }: InboxLimits = LIMITS,
): Inbox {
  const rounds = createRounds(sqlite);
  /** Rows that may be moved for those that came. */
  let due = 0;

  function reload(): void {
    rounds.load();
    due = 0;
  }

  function inTransaction(work: () => void): void {
    if (sqlite.inTransaction) {
      work();
      return;
    }
    try {
      sqlite.transaction(work).immediate();
    } catch (error) {
      reload();
      throw error;
    }
  }

  reload();
  return {
    append: rounds.append,
    flush() {
      due += PACE * rounds.flush();
    },
    settle(bootId) {
      if (bootId === undefined) {
        if (rounds.left > 0 || rounds.isOnDisk) inTransaction(rounds.settleAll);
      } else if (rounds.countOf(bootId) > 0) inTransaction(() => rounds.settleBoot(bootId));
    },
    moveSome() {
      if (rounds.filled >= full) {
        due = PACE * rounds.flush();
        rounds.turn();
      }
      if (due >= stepMin && rounds.isMoving) due -= rounds.step(Math.min(due, stepMax));
    },
    get moved() {
      return rounds.moved;
    },
    countOf: rounds.countOf,
    reload,
  };
}
