import type { Board, LiveMessage } from "@trame/shared";
import type { BoardInMemory, Rows } from "./board-in-memory.ts";
import { type BoardReader, createBoardKeeper } from "./board-keeper.ts";
import { createRhythm, type LiveTimers, REAL_TIMERS } from "./rhythm.ts";

export interface LiveOptions {
  readonly reader: BoardReader;
  /** UTC ms. */
  readonly now: () => number;
  readonly uiVersion: string;
  readonly timers?: LiveTimers;
  /** Told when the store can't be read; the screens keep what they have. */
  readonly onError: (error: unknown) => void;
}

/** The current board in memory, and who watches it. */
export interface Live {
  /** The board as of now, after all that was committed. */
  readBoard(): Promise<Board>;
  /**
   * A screen that says the last clock it saw gets the difference, or everything; then patches ([L1] to [L4]).
   * @returns ends the watching
   */
  watch(clock: number, send: (message: LiveMessage) => void): Promise<() => void>;
  /** Screens that watch now. */
  readonly watchers: number;
  close(): void;
}

/** Starts the live board: kept in memory, patched as the store changes. It reads no SQL. */
export function startLive(options: LiveOptions): Live {
  const { reader, now, uiVersion, onError, timers = REAL_TIMERS } = options;
  const watchers = new Set<(message: LiveMessage) => void>();
  const rhythm = createRhythm(timers);
  const keeper = createBoardKeeper({ reader, now }, { onLoaded, onPatched });

  function broadcast(message: LiveMessage): void {
    for (const send of watchers) send(message);
  }

  function onLoaded(board: BoardInMemory): void {
    rhythm.turnIn(board.validUntil - now(), pullForWatchers);
    broadcast(snapshotOf(board));
  }

  function onPatched({ clock }: BoardInMemory, rows: Rows): void {
    broadcast({ type: "patch", clock, serverTime: now(), ...rows });
  }

  function snapshotOf(board: BoardInMemory): LiveMessage {
    const serverTime = now();
    const { clock } = board;
    return { type: "snapshot", clock, serverTime, board: board.read({ serverTime, uiVersion }) };
  }

  function pullForWatchers(): void {
    if (watchers.size > 0) keeper.fresh().catch(onError);
  }

  reader.onChanged(() => {
    keeper.expire();
    if (watchers.size > 0) rhythm.patch(now(), pullForWatchers);
  });
  rhythm.tick(() => {
    const { clock } = keeper;
    if (clock !== null) broadcast({ type: "tick", clock, serverTime: now() });
  });

  return {
    async readBoard() {
      return (await keeper.fresh()).read({ serverTime: now(), uiVersion });
    },
    async watch(clock, send) {
      const board = await keeper.fresh();
      const rows = board.since(clock);
      if (rows === null) send(snapshotOf(board));
      else send({ type: "patch", clock: board.clock, serverTime: now(), ...rows });
      watchers.add(send);
      return () => void watchers.delete(send);
    },
    get watchers() {
      return watchers.size;
    },
    close() {
      watchers.clear();
      rhythm.close();
    },
  };
}
