import type { Database } from "better-sqlite3";
import { createMoveRows } from "./inbox-moves.ts";
import { readInbox } from "./inbox-read.ts";
import { createRowWriter, type InboxRow } from "./inbox-rows.ts";
import { createWaitingRows, type WaitingRows } from "./waiting-rows.ts";

/** What waits in the inbox, on disk and in memory: a round that fills, and the one before it, which moves. */
export interface Rounds {
  append(row: InboxRow): void;
  /** Writes what was appended since; answers how many rows. */
  flush(): number;
  /** Moves all of a boot; its rows on disk stay until their round has moved. */
  settleBoot(bootId: number): void;
  settleAll(): void;
  /** What has filled, and is on disk, begins to move. */
  turn(): void;
  /** Moves at most so many rows of the round that moves; answers how many. */
  step(limit: number): number;
  /** Something of the round before is still on disk. */
  readonly isMoving: boolean;
  /** Some of it is on disk, though all may have moved. */
  readonly isOnDisk: boolean;
  /** Rows of the round that fills, and rows that have not moved. */
  readonly filled: number;
  readonly left: number;
  /** Rows written by moving, over all: no news. */
  readonly moved: number;
  countOf(bootId: number): number;
  /** Reads both rounds, as one. */
  load(): void;
}

/** Rows that move together, and the last row of `inbox` that holds some of them. */
interface Round {
  readonly rows: WaitingRows;
  /** 0 when none does. */
  lastId: number;
}

export function createRounds(sqlite: Database): Rounds {
  const statements = prepare(sqlite);
  const move = createMoveRows(sqlite);
  const write = createRowWriter();
  let filling = createRound();
  let moving = createRound();
  /** Rows of `filling` that are on disk. */
  let written = 0;
  let moved = 0;

  function flush(): number {
    const { rows } = filling;
    const fresh = rows.size - written;
    if (fresh === 0) return 0;
    filling.lastId = Number(statements.insert.run(write(rows, written, rows.size)).lastInsertRowid);
    written = rows.size;
    return fresh;
  }

  /** Moves rows of a round; what it has on disk is of no use once all have moved. */
  function moveOf(round: Round, limit: number): number {
    const { rows } = round;
    const taken = rows.take(limit);
    moved += move(rows, taken);
    if (rows.left === 0) {
      if (round.lastId > 0) moved += statements.drop.run(round.lastId).changes;
      rows.clear();
      round.lastId = 0;
    }
    return taken.length;
  }

  return {
    append: (row) => filling.rows.put(row),
    flush,
    settleBoot(bootId) {
      for (const { rows } of [moving, filling]) moved += move(rows, rows.takeOf(bootId));
    },
    settleAll() {
      // What this transaction appended is news, though no row of the inbox ever held it.
      if (written < filling.rows.size) moved -= 1;
      moveOf(moving, Infinity);
      moveOf(filling, Infinity);
      written = 0;
    },
    turn() {
      moveOf(moving, Infinity);
      [moving, filling] = [filling, moving];
      written = 0;
    },
    step: (limit) => moveOf(moving, limit),
    get isMoving() {
      return moving.lastId > 0;
    },
    get isOnDisk() {
      return moving.lastId > 0 || filling.lastId > 0;
    },
    get filled() {
      return filling.rows.size;
    },
    get left() {
      return filling.rows.left + moving.rows.left;
    },
    get moved() {
      return moved;
    },
    countOf: (bootId) => moving.rows.countOf(bootId) + filling.rows.countOf(bootId),
    load() {
      moving = createRound();
      filling = loadRound(sqlite);
      written = filling.rows.size;
    },
  };
}

function loadRound(sqlite: Database): Round {
  const round = createRound();
  for (const row of readInbox(sqlite)) round.rows.put(row);
  round.lastId = Number(sqlite.prepare("SELECT coalesce(max(id), 0) FROM inbox").pluck().get());
  return round;
}

function createRound(): Round {
  return { rows: createWaitingRows(), lastId: 0 };
}

function prepare(sqlite: Database) {
  return {
    insert: sqlite.prepare<[Uint8Array]>("INSERT INTO inbox (body) VALUES (?)"),
    drop: sqlite.prepare<[number]>("DELETE FROM inbox WHERE id <= ?"),
  };
}
