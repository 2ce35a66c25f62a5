import type { Board, LiveMessage } from "@trame/shared";
import { createAudience } from "./audience.ts";
import type { BoardInMemory } from "./board-in-memory.ts";
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
  const audience = createAudience();
  const rhythm = createRhythm(timers);
  const keeper = createBoardKeeper({ reader, now }, { onLoaded, onPatched: audience.keep });

  function onLoaded(board: BoardInMemory, before: number): void {
    audience.keep(null, before);
    rhythm.turn(() => board.validUntil - now(), tellLater);
  }

  function snapshotOf(board: BoardInMemory): LiveMessage {
    const serverTime = now();
    const { clock } = board;
    return { type: "snapshot", clock, serverTime, board: board.read({ serverTime, uiVersion }) };
  }

  /** Whoever brought the board up to date: all that changed goes out here, and nowhere else ([L3]). */
  async function tell(): Promise<void> {
    try {
      const board = await keeper.fresh();
      if (audience.since === null) return;
      const rows = audience.take();
      if (rows === null) audience.tell(snapshotOf(board));
      else audience.tell({ type: "patch", clock: board.clock, serverTime: now(), ...rows });
    } catch (error) {
      onError(error);
    }
  }

  function tellLater(): void {
    if (audience.size > 0) rhythm.patch(tell);
  }

  async function readFresh(): Promise<BoardInMemory> {
    const board = await keeper.fresh();
    if (audience.since !== null) tellLater();
    return board;
  }

  reader.onChanged(() => {
    keeper.expire();
    tellLater();
  });
  rhythm.tick(() => {
    // A screen that comes back says this clock: it must not cover what is still to be told.
    const clock = audience.since ?? keeper.board?.clock;
    if (clock !== undefined) audience.tell({ type: "tick", clock, serverTime: now() });
  });

  return {
    async readBoard() {
      return (await readFresh()).read({ serverTime: now(), uiVersion });
    },
    async watch(clock, send) {
      const board = await readFresh();
      const rows = board.since(clock);
      if (rows === null) send(snapshotOf(board));
      else send({ type: "patch", clock: board.clock, serverTime: now(), ...rows });
      return audience.join(send);
    },
    get watchers() {
      return audience.size;
    },
    close() {
      audience.close();
      rhythm.close();
    },
  };
}
